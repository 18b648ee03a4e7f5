// What the history source is told, and what it takes when it is told nothing.

import { setTimeout as sleep } from 'node:timers/promises'
import type { Client } from '../../../api/create-client.ts'
import type { PullRequest } from '../../../core/pull-request.ts'
import { UsageError } from '../../../report/usage-error.ts'
import { type Progress, silent } from '../../../runtime/progress.ts'
import { isPermissive } from './permissive-licenses.ts'
import type { Repository } from './repository.ts'

export interface HistoryOptions {
  client: Client
  /** Such as `https://api.github.com/graphql`. */
  graphqlUrl: string
  /** As records name it, such as `github.com`. */
  host: string
  /** `owner/name`. */
  repositories: readonly string[]
  /** Login of an organisation or a user, all of whose repositories are read too; default none. */
  organization?: string | null
  /** Reads only what was updated at this ISO time in UTC or later, perhaps another time for each repository; default all. */
  since?: string | null | ((repository: Repository) => string | null)
  /**
   * Numbers whose outcome is read again although nothing says that they were updated, by `owner/name` or, since names change, by
   * the repository's numeric id as text.
   */
  refresh?: ReadonlyMap<string, readonly number[]>
  /** True to read no others, and to give outcomes but no records; default false. */
  onlyRefresh?: boolean
  /** What earlier readings found reverted: `#12` or a SHA by record id. */
  knownReverts?: ReadonlyMap<string, string>
  /** Kept from run to run until one succeeds: a killed run goes on from it. */
  workFolder: string
  /** Fetches the diffs of merged pull requests too; default false. */
  withDiff?: boolean
  /** Whether the diffs of a repository may be taken; default: its licence is permissive. */
  allowsDiffs?: (repository: {
    fullName: string
    visibility: PullRequest['visibility']
    license: string | null
  }) => boolean
  signal: AbortSignal
  progress?: Progress
  /** Milliseconds since 1970; default the clock. */
  now?: () => number
  /** Default a timer. */
  wait?: (milliseconds: number, signal: AbortSignal) => Promise<void>
  /** Milliseconds to wait for an answer; default 60,000. */
  patience?: number
}

/** All of them, none left open. */
export type Options = ReturnType<typeof withDefaults>

/** `given`, and the defaults for the rest. */
export function withDefaults(given: HistoryOptions) {
  return {
    organization: null,
    since: null,
    refresh: new Map<string, readonly number[]>(),
    onlyRefresh: false,
    knownReverts: new Map<string, string>(),
    withDiff: false,
    allowsDiffs: ({ license }: { license: string | null }) => isPermissive(license),
    progress: silent,
    now: Date.now,
    wait: (milliseconds: number, signal: AbortSignal) => sleep(milliseconds, undefined, { signal }),
    patience: 60_000,
    ...given,
  } satisfies HistoryOptions
}

/** `since` as ISO 8601 in UTC; throws a {@link UsageError} for what is no time. */
export function toTime(since: string | null): string | null {
  if (since === null) return null
  const time = Date.parse(since)
  if (!Number.isNaN(time)) return new Date(time).toISOString()
  throw new UsageError(`Unexpected time \`${since}\`, expected one such as \`2026-01-31T00:00:00Z\``)
}
