// Whose word a transcript in a job is. What a stranger's code may have written there is no evidence.

import type { PullRequest } from '../../core/pull-request.ts'
import type { Environment } from '../event/input-reader.ts'
import type { EvidencePlace } from './find-places.ts'

/** These run with the rights of the repository, so that what is checked out may be anybody's. */
const strangers = new Set(['pull_request_target', 'workflow_run'])

/** Why nothing that `pullRequest` could have left in this job is read unasked, as a clause; null when it may be. */
export function findDistrust(
  { headRepositoryId, repositoryId }: PullRequest,
  eventName: string,
): string | null {
  if (strangers.has(eventName)) return `the event is \`${eventName}\``
  // A repository that is gone is not known to be this one.
  const isOwn = headRepositoryId !== null && headRepositoryId === repositoryId
  return isOwn ? null : 'the pull request comes from another repository'
}

/** Whether `place` begins empty with each job: elsewhere other jobs may have left something, those of forks too. */
export function isOfThisJob({ kind }: EvidencePlace, env: Environment): boolean {
  return kind === 'temporary' || env.RUNNER_ENVIRONMENT === 'github-hosted'
}
