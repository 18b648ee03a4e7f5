// Texts of which only marks are left: nothing to count, and nothing to train on.

import type { WorklogRecord } from '../../core/record/schema.ts'

const bareMarks = /^(?:\s|\[(?:REDACTED|OMITTED):[\w-]+\])+$/

/**
 * `record` with null for each text of a prompt, failure or correction that is nothing but marks of what was taken out. A
 * summary stays, as no row is without one.
 */
export function dropBareMarks(record: WorklogRecord): WorklogRecord {
  const { prompts, failures, corrections } = record
  if (![...prompts, ...failures, ...corrections].some((row) => Object.values(row).some(isBare))) return record
  return {
    ...record,
    prompts: prompts.map((row) => ({ ...row, text: tell(row.text) })),
    failures: failures.map((row) => ({
      ...row,
      error: tell(row.error),
      cause: tell(row.cause),
      resolution: tell(row.resolution),
    })),
    corrections: corrections.map((row) => ({
      ...row,
      reason: tell(row.reason),
      before: tell(row.before),
      after: tell(row.after),
    })),
  }
}

function tell(text: string | null): string | null {
  return isBare(text) ? null : text
}

function isBare(value: unknown): boolean {
  return typeof value === 'string' && value.startsWith('[') && bareMarks.test(value)
}
