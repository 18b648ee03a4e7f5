// Who lets a record train models: its author, or a policy for the project's own people. The stricter wins, and silence
// is `unset`.

import type { PolicyConsent } from '../policy/consent-policy.ts'
import type { PullRequest } from '../pull-request.ts'
import type { WorklogRecord } from '../record/schema.ts'
import type { Answer } from './read-answer.ts'

export type Consent = WorklogRecord['consent']

/** A policy that says nothing. */
export const noPolicyConsent: PolicyConsent = { training: 'unset', scope: null }

/** Decides from what the author states (null: nothing) and what the policy says; `at` is when both were read. */
export function decideConsent(
  stated: Answer | null,
  policy: PolicyConsent,
  { author, authorType, authorAssociation, repositoryId, headRepositoryId }: PullRequest,
  at: string,
): Consent {
  const login = author?.login ?? null
  if (stated?.training === 'no') return { training: 'no', by: login, at, scope: null }
  if (policy.training === 'no') return { training: 'no', by: 'policy', at, scope: null }
  // A bot may refuse, but cannot consent for whom it works.
  if (stated?.training === 'yes' && policy.training !== 'unreadable' && authorType !== 'Bot') {
    return { training: 'yes', by: login, at, scope: join(stated.scope, policy.scope) }
  }
  const isFork = repositoryId === null || headRepositoryId !== repositoryId
  if (policy.training === 'yes' && !isFork && insiders.has(authorAssociation ?? '')) {
    return { training: 'yes', by: 'policy', at, scope: policy.scope }
  }
  return { training: 'unset', by: null, at: null, scope: null }
}

const insiders: ReadonlySet<string> = new Set(['OWNER', 'MEMBER', 'COLLABORATOR'])

/** Both limits hold. */
function join(author: string | null, policy: string | null): string | null {
  if (author === null || policy === null || author === policy) return author ?? policy
  return `${author}; ${policy}`
}
