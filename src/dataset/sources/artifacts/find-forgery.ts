// Whether a record is about what its artifact’s run may speak of. The record is a stranger’s word, and the workflow of a
// fork’s run is the fork’s; the run and the pull request are GitHub’s.

import { cutText } from '../../../report/cut-text.ts'
import type { ArtifactRun } from './artifact.ts'
import type { Claim } from './read-record.ts'
import { Refusal } from './refusal.ts'

/** A pull request as the API says now. */
export interface PullFacts {
  /** Null when the fork is gone. */
  headRepositoryId: number | null
  headBranch: string | null
  /** Its head and its commits. */
  shas: ReadonlySet<string>
}

/** Whether a fork’s workflow ran: its word must be checked against the pull request. */
export function isForkRun({ repositoryId, headRepositoryId }: ArtifactRun): boolean {
  return headRepositoryId !== repositoryId
}

/**
 * Why `claim` is not taken by the run alone: another host, repository or run. Null when all is well. It is all that is
 * asked of a run of the base repository, which may be about a fork’s pull request.
 */
export function findForgery(claim: Claim, run: ArtifactRun, host: string): Refusal | null {
  if (claim.host?.toLowerCase() !== host.toLowerCase()) return forged('`source.host`', claim.host, host)
  if (claim.repositoryId !== run.repositoryId) {
    return forged('`source.repository_id`', claim.repositoryId, run.repositoryId)
  }
  if (claim.runId !== null && claim.runId !== run.id) return forged('`source.run.id`', claim.runId, run.id)
  return null
}

/**
 * Why `claim`, which a fork’s run made, is not taken by its pull request; null when all is well. A `pull` of null is not
 * there.
 */
export function findForkForgery(claim: Claim, run: ArtifactRun, pull: PullFacts | null): Refusal | null {
  if (pull === null) return forged('`source.pr_number`', claim.prNumber, 'no pull request of it')
  if (run.headRepositoryId === null || pull.headRepositoryId === null) {
    return new Refusal(
      'unverified',
      `The fork of pull request ${claim.prNumber} is gone, so nobody can tell whose record this is. Take the pull request from the history (\`--history\`), or collect more often.`,
    )
  }
  if (pull.headRepositoryId !== run.headRepositoryId) {
    return forged(`The head of pull request ${claim.prNumber}`, pull.headRepositoryId, run.headRepositoryId)
  }
  if (claim.headRepositoryId !== run.headRepositoryId) {
    return forged('`source.head_repository_id`', claim.headRepositoryId, run.headRepositoryId)
  }
  if (claim.headSha !== null && pull.shas.has(claim.headSha)) return null
  // Overwritten by a later push, but the run’s own, and of the branch of this pull request.
  const isOfRun =
    claim.headSha !== null && claim.headSha === run.headSha && run.headBranch === pull.headBranch
  return isOfRun
    ? null
    : forged('`source.head_sha`', claim.headSha, `no commit of pull request ${claim.prNumber}`)
}

function forged(what: string, said: string | number | null, actual: string | number): Refusal {
  const shown = typeof said === 'string' ? JSON.stringify(cutText(said, 100)) : (said ?? 'not said')
  return new Refusal(
    'forged',
    `${what} is ${shown}, and by GitHub it is ${actual}. The record was not taken: look at who made its run.`,
  )
}
