// The history source: the pull requests that repositories have had so far, and what became of them.

import { join } from 'node:path'
import type { Input, Problem } from '../../input.ts'
import type { Collected } from '../collected.ts'
import { collectRepository, type RepositoryHistory } from './collect-repository.ts'
import { type DiffWanted, fetchDiffs } from './fetch-diffs.ts'
import { type HistoryOptions, type Options, withDefaults } from './history-options.ts'
import { listRepositories } from './list-repositories.ts'
import { Session } from './session.ts'
import { type LineReader, writeLines } from './write-lines.ts'

export interface CollectedHistory extends Collected {
  /** Until when each repository has been read, for the `since` of the next run; not one that is incomplete. */
  through: readonly ReadThrough[]
  /** JSONL of `{record_id, repository, pr_number, diff}`, not redacted; null without `withDiff`. */
  diffs: string | null
}

interface ReadThrough {
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
  const workers = Array.from({ length: atATime }, () =>
    work().catch((error) => {
      queue.length = 0
      throw error
    }),
  )
  for (const each of await Promise.allSettled(workers)) if (each.status === 'rejected') throw each.reason
  read.sort((a, b) => (a.repository.fullName < b.repository.fullName ? -1 : 1))
  return assemble(read, listed.problems, options)
}

async function assemble(
  read: readonly RepositoryHistory[],
  problems: readonly Problem[],
  options: Options,
): Promise<CollectedHistory> {
  const { workFolder, signal, onlyRefresh, withDiff } = options
  const path = join(workFolder, 'history.jsonl')
  const lines = onlyRefresh ? 0 : await writeLines(path, listLines(read), signal)
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

/** One repository’s journal is open at a time. */
async function* listLines(read: readonly RepositoryHistory[]): AsyncGenerator<LineReader> {
  for (const { journal } of read) {
    const numbers = [...journal.facts.keys()].sort((a, b) => a - b)
    for (const number of numbers) yield () => journal.readLine(number)
    await journal.close()
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
