// The artifacts of one or many repositories as a source of the dataset: list, fetch what is new, check whose word it is.

import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { UsageError } from '../../../report/usage-error.ts'
import type { Input } from '../../input.ts'
import type { Collected } from '../collected.ts'
import { type Accepted, acceptRecords, findClaimedPulls } from './accept-records.ts'
import type { ArtifactsOptions } from './artifacts-options.ts'
import { type Connection, connect } from './connect.ts'
import { describePace } from './describe-pace.ts'
import { fetchArtifacts } from './fetch-artifacts.ts'
import { type Entry, type Journal, openJournal } from './journal.ts'
import { listAll } from './list-all.ts'
import { listRepositories } from './list-repositories.ts'
import { readPulls } from './read-pulls.ts'
import { createSeen, type Seen } from './seen.ts'
import { writeSpool } from './write-spool.ts'

/**
 * Brings every new artifact into the work folder. What cannot be taken is a problem, and what cannot be had now is not
 * among `artifacts`, so that the next run tries it again. Rejects by a {@link UsageError} for a wrong name or token, and
 * by an `AbortError` when the signal aborts: called again with the same folder, it goes on where it was.
 */
export async function collectArtifacts(options: ArtifactsOptions): Promise<Collected> {
  const { retryBase = 1000, longestWait = 65 * 60_000, progress } = options
  if (options.token === '') {
    throw new UsageError(
      'GitHub gives artifacts only with a token. Set `GITHUB_TOKEN` to one with `actions: read`.',
    )
  }
  const tellWait = (milliseconds: number) =>
    progress.say(`GitHub’s rate limit: waiting ${Math.ceil(milliseconds / 1000)} s`)
  const connection = connect({ ...options, retryBase, longestWait, tellWait })
  const repositories = await listRepositories(connection, options.repositories, options.organization)
  await mkdir(options.workFolder, { recursive: true })
  const journal = await openJournal(options.workFolder)
  try {
    return await collect(connection, repositories, journal, { ...options, retryBase })
  } finally {
    await journal.close()
  }
}

async function collect(
  connection: Connection,
  repositories: readonly string[],
  journal: Journal,
  options: ArtifactsOptions & { retryBase: number },
): Promise<Collected> {
  const { progress, concurrency = 8, artifactName, stopAtSeen = false, graphqlUrl, host } = options
  const seen = createSeen(options.seen)
  const listing = await listAll(
    connection,
    repositories,
    { artifactName, stopAtSeen, since: readTime(options.since), isSeen: seen.has },
    (done) => progress.step('repositories', done, repositories.length),
  )
  const wanted = listing.artifacts.filter((artifact) => !seen.has(artifact))
  const unfetched = wanted.filter(({ id }) => !journal.entries.has(id))
  progress.say(
    `${unfetched.length} of ${listing.artifacts.length} artifacts of ${repositories.length} repositories are new`,
  )
  const pace = describePace(connection, unfetched.length)
  const missing = await fetchArtifacts(connection, unfetched, journal, {
    ...options,
    concurrency,
    tell: (done) => progress.step('artifacts', done, unfetched.length, pace(done)),
  })

  const entries = sortEntries(journal, repositories, seen)
  const claimed = findClaimedPulls(entries, host)
  const pulls = await readPulls(connection, graphqlUrl, claimed, (done) =>
    progress.step('pull requests of forks', done, claimed.length),
  )
  const accepted = acceptRecords(entries, pulls, host)
  const counts = {
    repositories: repositories.length,
    listed: listing.artifacts.length,
    skipped: listing.artifacts.length - wanted.length,
    resumed: wanted.length - unfetched.length,
    fetched: unfetched.filter(({ id }) => journal.entries.has(id)).length,
    base: accepted.base.length,
    fork: accepted.fork.length,
    expired: accepted.problems.filter(({ reason }) => reason === 'expired').length,
    rejected: accepted.problems.filter(({ reason }) => reason !== 'expired' && reason !== 'unreachable')
      .length,
    // What a broken listing hides counts, too: the next run must not stop at what was seen.
    unreachable:
      listing.problems.length +
      unfetched.filter(({ id }) => !journal.entries.has(id)).length +
      accepted.open.size,
    calls: connection.calls,
  }
  return {
    inputs: await writeInputs(accepted, journal, options),
    outcomes: [],
    problems: [...listing.problems, ...missing, ...accepted.problems],
    artifacts: entries
      .filter((entry) => !accepted.open.has(entry))
      .map(({ repository, id, digest }) => ({ repository, id, digest })),
    counts,
  }
}

/** Those of this run and of the interrupted ones before, in the order of repository and id. */
function sortEntries(journal: Journal, repositories: readonly string[], seen: Seen): Entry[] {
  const asked = new Set(repositories.map((repository) => repository.toLowerCase()))
  return [...journal.entries.values()]
    .filter((entry) => asked.has(entry.repository.toLowerCase()) && !seen.has(entry))
    .sort((a, b) => (a.repository < b.repository ? -1 : a.repository > b.repository ? 1 : a.id - b.id))
}

async function writeInputs(
  { base, fork }: Accepted,
  journal: Journal,
  { workFolder, signal }: ArtifactsOptions,
): Promise<Input[]> {
  const inputs: Input[] = []
  for (const [trust, ranges] of [['base', base] as const, ['fork', fork] as const]) {
    const path = join(workFolder, `artifacts-${trust}.jsonl`)
    await writeSpool(journal.recordsPath, path, ranges, signal)
    const name = trust === 'base' ? 'artifacts' : 'artifacts of forks’ runs'
    if (ranges.length > 0) inputs.push({ path, name, kind: 'record', source: 'artifact', trust })
  }
  return inputs
}

/** Milliseconds since 1970; 0 for no time. Throws a {@link UsageError} for what is none. */
function readTime(text: string | undefined): number {
  const time = text === undefined ? 0 : Date.parse(text)
  if (Number.isNaN(time))
    throw new UsageError(`\`--since\` must be a date such as \`2026-01-31\`, got \`${text}\``)
  return time
}
