// The artifacts of all repositories, a few repositories at a time. One that cannot be listed leaves the others.

import { toApiFailure } from '../../../api/api-failure.ts'
import { UsageError } from '../../../report/usage-error.ts'
import type { Problem } from '../../input.ts'
import type { Artifact } from './artifact.ts'
import type { Connection } from './connect.ts'
import { type ListOptions, listArtifacts } from './list-artifacts.ts'

export interface AllListings {
  /** In the order of repository and id, each once. */
  artifacts: Artifact[]
  problems: Problem[]
}

/** Repositories listed at the same time. */
const atOnce = 4

/** `tell` is called with how many repositories are listed. Rejects by a {@link UsageError} when the token is refused. */
export async function listAll(
  connection: Connection,
  repositories: readonly string[],
  options: ListOptions,
  tell: (done: number) => void,
): Promise<AllListings> {
  const all: AllListings = { artifacts: [], problems: [] }
  let done = 0
  const left = repositories.values()
  const work = async () => {
    for (const repository of left) {
      const { artifacts, failure } = await listArtifacts(connection, repository, options)
      for (const artifact of artifacts) all.artifacts.push(artifact)
      if (failure !== null) all.problems.push(toProblem(failure, repository))
      done += 1
      tell(done)
    }
  }
  await Promise.all(Array.from({ length: atOnce }, work))
  // Whichever repository answered first.
  all.artifacts.sort((a, b) => compare(a.repository, b.repository) || a.id - b.id)
  all.problems.sort((a, b) => compare(a.place, b.place))
  return all
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

function toProblem(error: unknown, repository: string): Problem {
  const { status, reason } = toApiFailure(error)
  if (status === 401) {
    throw new UsageError(`Cannot list artifacts: ${reason}. Check the token.`, { cause: error })
  }
  const remedy =
    status === 403 || status === 404
      ? 'Check the name, and give the token the permission `actions: read`.'
      : 'The next run goes on with them.'
  const problem = status === 404 ? 'not-found' : status === 403 ? 'forbidden' : 'unreachable'
  return {
    place: repository,
    reason: problem,
    message: `Its artifacts cannot all be listed: ${reason}. ${remedy}`,
  }
}
