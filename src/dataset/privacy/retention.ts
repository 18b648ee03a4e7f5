// How long a record stays in the dataset.

import type { WorklogRecord } from '../../core/record/schema.ts'

export interface Retention {
  /** Days since the pull request was closed, or opened while it is open; null: for ever. */
  keepDays: number | null
  /**
   * Days since a pull request that used AI was opened; null: for ever. What an old tool got wrong teaches little about
   * today’s; records without tools are not asked.
   */
  toolAgeDays: number | null
  /** ISO 8601: counted from here, never from the clock. */
  asOf: string
}

const day = 86_400_000

/** Why `record` has to go, or null. A record without any time of the pull request’s is as old as the record itself. */
export function checkRetention(
  { source, generated_at, tools }: WorklogRecord,
  { keepDays, toolAgeDays, asOf }: Retention,
): 'retention' | 'tool_age' | null {
  const isOlder = (time: string, days: number) => Date.parse(asOf) - Date.parse(time) > days * day
  const opened = source.created_at ?? source.closed_at ?? source.merged_at ?? generated_at
  const last = source.closed_at ?? source.merged_at ?? opened
  if (keepDays !== null && isOlder(last, keepDays)) return 'retention'
  if (toolAgeDays !== null && tools.length > 0 && isOlder(opened, toolAgeDays)) return 'tool_age'
  return null
}
