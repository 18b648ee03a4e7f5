// The history source: the pull requests that repositories have had so far, and what became of them.

import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { PullRequest } from '../../../core/pull-request.ts'
import type { Client } from '../../../github/api/create-client.ts'
import type { Input, OutcomeUpdate, Problem } from '../../input.ts'
import { type Progress, silent } from '../../progress.ts'
import type { Collected } from '../collected.ts'
import { Refused, TooHeavy } from './api-trouble.ts'
import { type DiffWanted, fetchDiffs } from './fetch-diffs.ts'
import { Journal } from './journal.ts'
import { listRepositories } from './list-repositories.ts'
import { isPermissive } from './permissive-licenses.ts'
import { readRepository } from './read-repository.ts'
import type { Repository } from './repository.ts'
import { resolveReverts } from './resolve-reverts.ts'
import { Session } from './session.ts'
import { toOutcome } from './to-outcome.ts'
import { writeLines } from './write-lines.ts'

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

export interface CollectedHistory extends Collected {
  /** Until when each repository has been read, for the `since` of the next run; not one that is incomplete. */
  through: readonly ReadThrough[]
  /** JSONL of `{record_id, repository, pr_number, diff}`, not redacted; null without `withDiff`. */
  diffs: string | null
}

export interface ReadThrough {
  /** `owner/name`. */
  repository: string
  repositoryId: number
  /** ISO 8601 in UTC. */
  time: string
}

/** Repositories at a time: GitHub lets no more than a minute’s worth of computing pass in a minute. */
const atATime = 3

/**
 * Reads the history. Throws a `UsageError` for a name or token that is wrong, and what the signal was aborted with. A repository
 * that cannot be read to its end gives a problem and what came.
 */
export async function collectHistory(given: HistoryOptions): Promise<CollectedHistory> {
  const options = withDefaults(given)
  const session = new Session(options)
  const listed = await listRepositories(session, options.repositories, options.organization)
  const queue = [...listed.repositories]
  const read: RepositoryHistory[] = []
  const work = async () => {
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
      read.push(await collectRepository(session, next, options))
    }
  }
  try {
    const ended = await Promise.allSettled(
      Array.from({ length: atATime }, () =>
        work().catch((error) => {
          queue.length = 0
          throw error
        }),
      ),
    )
    for (const each of ended) if (each.status === 'rejected') throw each.reason
    read.sort((a, b) => (a.repository.fullName < b.repository.fullName ? -1 : 1))
    return await assemble(read, listed.problems, options)
  } finally {
    await Promise.all(read.map(({ journal }) => journal.close()))
  }
}

interface RepositoryHistory {
  repository: Repository
  journal: Journal
  /** In the order of their numbers. */
  outcomes: OutcomeUpdate[]
  problems: Problem[]
  through: string | null
  isWhole: boolean
}

async function collectRepository(
  session: Session,
  repository: Repository,
  options: Options,
): Promise<RepositoryHistory> {
  const { host, workFolder, onlyRefresh, progress } = options
  const { since: sinceOf, refresh: numbers } = options
  const since = typeof sinceOf === 'function' ? sinceOf(repository) : sinceOf
  const beginning = { host, repositoryId: repository.id, since, onlyRefresh }
  const journal = await Journal.open(join(workFolder, 'history'), beginning, repository.newest, options.now())
  const problems: Problem[] = []
  const refresh = [
    ...new Set([repository.fullName, String(repository.id)].flatMap((key) => numbers.get(key) ?? [])),
  ]
  let read: Awaited<ReturnType<typeof readRepository>> | null = null
  try {
    read = await readRepository(
      { session, repository, journal, host, since, refresh, onlyRefresh, progress },
      problems,
    )
  } catch (error) {
    if (!(error instanceof Refused || error instanceof TooHeavy)) {
      await journal.close()
      throw error
    }
    problems.push(toIncomplete(repository.fullName, error.message))
  }
  const facts = [...journal.facts.values()].sort((a, b) => a.number - b.number)
  const id = (number: number) => `${host}/${repository.id}/${number}`
  const known = new Map(
    facts.flatMap((each) => {
      const by = options.knownReverts.get(id(each.number))
      return by === undefined ? [] : [[each.id, by] as const]
    }),
  )
  const reverts = resolveReverts(read?.facts ?? facts, read?.owners ?? new Map(), known)
  return {
    repository,
    journal,
    outcomes: facts.map((each) => toOutcome(id(each.number), each, reverts.get(each.id) ?? null)),
    problems: unique(problems),
    through: read?.through ?? null,
    isWhole: read !== null,
  }
}

async function assemble(
  read: readonly RepositoryHistory[],
  problems: readonly Problem[],
  options: Options,
): Promise<CollectedHistory> {
  const { workFolder, signal, onlyRefresh, withDiff } = options
  const path = join(workFolder, 'history.jsonl')
  const readers = read.flatMap(({ journal }) =>
    [...journal.facts.keys()].sort((a, b) => a - b).map((number) => () => journal.readLine(number)),
  )
  const lines = onlyRefresh ? 0 : await writeLines(path, readers, signal)
  const diffs = withDiff ? await fetchDiffs(listDiffs(read, options), options) : null
  const outcomes = read.flatMap((each) => each.outcomes)
  const name = `history of ${read.length === 1 ? read[0]?.repository.fullName : `${read.length} repositories`}`
  const input: Input = { path, name, kind: 'pull-request', source: 'history', trust: 'history' }
  return {
    inputs: lines === 0 ? [] : [input],
    outcomes,
    problems: [...problems, ...read.flatMap((each) => each.problems), ...(diffs?.problems ?? [])],
    artifacts: [],
    counts: {
      repositories: read.length,
      repositories_incomplete: read.filter(({ isWhole }) => !isWhole).length + problems.length,
      pull_requests: outcomes.length,
      open: outcomes.filter(({ state }) => state === 'open').length,
      merged: outcomes.filter(({ merged }) => merged === true).length,
      closed_unmerged: outcomes.filter(({ merged }) => merged === false).length,
      reverted: outcomes.filter(({ revertedBy }) => revertedBy !== null).length,
      ...diffs?.counts,
    },
    through: read.flatMap(({ repository: { fullName, id }, through, isWhole }) =>
      through === null || !isWhole ? [] : [{ repository: fullName, repositoryId: id, time: through }],
    ),
    diffs: diffs?.path ?? null,
  }
}

function listDiffs(read: readonly RepositoryHistory[], { allowsDiffs }: Options): DiffWanted[] {
  return read
    .filter(({ repository }) => allowsDiffs(repository))
    .flatMap(({ repository, outcomes }) =>
      outcomes
        .filter(({ merged }) => merged === true)
        .map(({ recordId }) => ({
          recordId,
          repository: repository.fullName,
          number: Number(recordId.split('/').at(-1)),
        })),
    )
}

function toIncomplete(place: string, reason: string): Problem {
  return {
    place,
    reason: 'incomplete-history',
    message: `Its history could not be read to the end: ${reason.replace(/\.$/, '')}. What came is kept; run again with the same work folder to go on.`,
  }
}

/** A missing permission would be told on every page. */
function unique(problems: readonly Problem[]): Problem[] {
  return [...new Map(problems.map((problem) => [JSON.stringify(problem), problem])).values()]
}

type Options = ReturnType<typeof withDefaults>

function withDefaults(given: HistoryOptions) {
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
