// Brings artifacts into the journal, a few at a time, the oldest first: what an interrupted run leaves is the newest.

import { setTimeout as sleep } from 'node:timers/promises'
import { toApiFailure } from '../../../api/api-failure.ts'
import { UsageError } from '../../../report/usage-error.ts'
import type { Problem } from '../../input.ts'
import { type Artifact, placeOf } from './artifact.ts'
import type { Connection } from './connect.ts'
import { type DownloadOptions, download } from './download.ts'
import type { Journal } from './journal.ts'
import { type ArtifactContent, readArtifact } from './read-artifact.ts'
import { readLimit } from './read-limit.ts'

export interface FetchOptions extends DownloadOptions {
  /** Downloads at the same time. */
  concurrency: number
  /** Called after each artifact with the number of those that are done with. */
  tell: (done: number) => void
}

/** Failures in a row after which GitHub is taken to be down. */
const mostFailures = 25
/** Answers of 403 after which a repository that never gave an artifact is not asked any more. */
const mostRefusals = 3
/** What failed is tried again when all else is done. */
const mostPasses = 2

/**
 * Adds each of `artifacts` to `journal`, or gives a problem for it, which another run may not have. Rejects by a
 * {@link UsageError} when the token is refused, and by an `AbortError` when the signal aborts.
 */
export async function fetchArtifacts(
  connection: Connection,
  artifacts: readonly Artifact[],
  journal: Journal,
  options: FetchOptions,
): Promise<Problem[]> {
  const state: State = {
    failures: new Map(),
    inARow: 0,
    done: 0,
    isStopped: false,
    refusals: new Map(),
    forbidden: new Map(),
  }
  let queue = [...artifacts].sort((a, b) => a.id - b.id)
  for (let pass = 1; pass <= mostPasses && queue.length > 0 && !state.isStopped; pass += 1) {
    if (pass > 1) await sleep(options.retryBase * 4, undefined, { signal: options.signal })
    await runPass(connection, queue, journal, options, state)
    queue = queue.filter(
      (artifact) => state.failures.has(artifact) && !state.forbidden.has(artifact.repository),
    )
  }
  return toProblems(artifacts, journal, state)
}

interface State {
  /** Why an artifact is missing so far. */
  failures: Map<Artifact, string>
  inARow: number
  done: number
  /** GitHub answers no more. */
  isStopped: boolean
  /** How often a repository answered 403; less than none once it gave an artifact. */
  refusals: Map<string, number>
  /** Why a repository gives no artifacts at all. */
  forbidden: Map<string, string>
}

async function runPass(
  connection: Connection,
  queue: readonly Artifact[],
  journal: Journal,
  options: FetchOptions,
  state: State,
): Promise<void> {
  // One iterator for all workers: each takes the next one.
  const left = queue.values()
  const work = async () => {
    for (const artifact of left) {
      if (state.isStopped) return
      if (state.forbidden.has(artifact.repository)) continue
      let content: ArtifactContent
      try {
        content = await readArtifact(() => download(connection, artifact, options))
      } catch (error) {
        options.signal.throwIfAborted()
        noteFailure(error, artifact, state)
        continue
      }
      const { repository, id, digest, run } = artifact
      await journal.add({ repository, id, digest, run, problems: content.problems }, content.records)
      state.failures.delete(artifact)
      state.inARow = 0
      state.refusals.set(repository, Number.NEGATIVE_INFINITY)
      state.done += 1
      options.tell(state.done)
    }
  }
  await Promise.all(Array.from({ length: options.concurrency }, work))
}

function noteFailure(error: unknown, artifact: Artifact, state: State): void {
  const { status, reason } = toApiFailure(error)
  if (status === 401) {
    state.isStopped = true
    throw new UsageError(`Cannot download artifacts: ${reason}. Check the token.`, { cause: error })
  }
  // A limit that is not worth waiting for: every other request would meet it, too.
  if (readLimit(error, Date.now()) !== null) state.isStopped = true
  else if (status === 403) {
    const refusals = (state.refusals.get(artifact.repository) ?? 0) + 1
    state.refusals.set(artifact.repository, refusals)
    if (refusals >= mostRefusals) state.forbidden.set(artifact.repository, reason)
  }
  state.failures.set(
    artifact,
    status === null && error instanceof Error ? `the download failed (${error.message})` : reason,
  )
  state.inARow += 1
  if (state.inARow >= mostFailures) state.isStopped = true
}

function toProblems(artifacts: readonly Artifact[], journal: Journal, state: State): Problem[] {
  const problems: Problem[] = []
  const untried = new Map<string, number>()
  for (const artifact of artifacts) {
    const { repository, id } = artifact
    if (journal.entries.has(id)) continue
    const failure = state.failures.get(artifact)
    if (failure === undefined || state.forbidden.has(repository)) {
      untried.set(repository, (untried.get(repository) ?? 0) + 1)
      continue
    }
    const message = `It cannot be had now: ${failure}. The next run tries it again.`
    problems.push({ place: placeOf(artifact), reason: 'unreachable', message })
  }
  for (const [repository, count] of untried) {
    const reason = state.forbidden.get(repository)
    const message =
      reason === undefined
        ? `${count} artifacts were not asked for: GitHub refused or failed too often. The next run goes on with them.`
        : `${count} artifacts cannot be had: ${reason}. Give the token the permission \`actions: read\`.`
    problems.push({ place: repository, reason: reason === undefined ? 'unreachable' : 'forbidden', message })
  }
  return problems
}
