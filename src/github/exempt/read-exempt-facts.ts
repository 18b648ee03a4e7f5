// Asks GitHub what the policy's exemptions rest on and the pull request does not say: the author's permission and
// teams, and who set the override label. It asks only what the policy wants to know, and nothing once something that
// costs no request exempts. What cannot be had exempts nobody, and a notice says why.

import { type ApiFailure, remedyFor, toApiFailure } from '../../api/api-failure.ts'
import type { Client } from '../../api/create-client.ts'
import type { ExemptFacts } from '../../core/exempt/exempt-facts.ts'
import type { ExemptPolicy } from '../../core/exempt/exempt-policy.ts'
import { findExemptions, hasOverride, isExempt } from '../../core/exempt/find-exemptions.ts'
import type { PullRequest } from '../../core/pull-request.ts'
import type { Context } from '../event/read-context.ts'
import { readLabelSetter } from './read-label-setter.ts'
import { readPermission } from './read-permission.ts'
import { readTeams } from './read-teams.ts'

export interface ExemptQuery {
  pullRequest: PullRequest
  exempt: ExemptPolicy
  context: Context
  /** Without a token GitHub tells none of it. */
  hasToken: boolean
}

export interface ExemptReading {
  facts: ExemptFacts
  /** What could not be read, and the remedy. */
  notices: string[]
}

const nothing: ExemptFacts = { permission: null, teams: [], override: null }

/** Never rejects. */
export async function readExemptFacts(client: Client, query: ExemptQuery): Promise<ExemptReading> {
  const { pullRequest, exempt, context, hasToken } = query
  // The author, not whoever started the run. Bots are neither collaborators nor in teams.
  const login = pullRequest.authorType === 'User' ? (pullRequest.author?.login ?? null) : null
  const asksPermission = exempt.permission !== 'none' && login !== null
  const asksTeams = exempt.teams.length > 0 && login !== null
  const label = hasOverride(pullRequest, exempt) ? exempt.override : false
  if (!asksPermission && !asksTeams && label === false) return { facts: nothing, notices: [] }
  if (isExempt(findExemptions(pullRequest, exempt, nothing))) return { facts: nothing, notices: [] }
  if (!hasToken) {
    return { facts: nothing, notices: ['Some exemptions need a token: give the input `github-token`.'] }
  }
  const notices: string[] = []
  /** What `read` gives, or null and a notice that begins with `consequence`. */
  async function attempt<T>(consequence: string, remedies: Remedies, read: () => Promise<T>) {
    try {
      return await read()
    } catch (error) {
      const failure = toApiFailure(error)
      notices.push(`${consequence}: ${failure.reason}. ${explain(failure, remedies)}`)
      return null
    }
  }
  const [permission, teams, override] = await Promise.all([
    asksPermission
      ? attempt('The author’s permission is not known and exempts nobody', collaborators, () =>
          readPermission(client, context.repository, login),
        )
      : null,
    asksTeams
      ? attempt('The author’s teams are not known and exempt nobody', members, () =>
          readTeams(client, exempt.teams, login),
        )
      : null,
    label === false
      ? null
      : attempt(`Who set the label \`${label}\` is not known, and it overrides nothing`, pulls, async () => ({
          by: await readLabelSetter(client, context, pullRequest.number ?? 0, label),
        })),
  ])
  return { facts: { permission, teams: teams ?? [], override }, notices }
}

/** What to do about a failure with status 403 or 404. */
type Remedies = { permission: string } | { sentence: string }

const pulls: Remedies = { permission: 'pull-requests: read' }
const collaborators: Remedies = {
  sentence:
    'Give the input `github-token` a token that may read the collaborators of this repository (`metadata: read`).',
}
const members: Remedies = {
  sentence:
    'Give the input `github-token` the token of an app with the organisation permission `members: read`: a workflow’s own token cannot read teams.',
}

function explain(failure: ApiFailure, remedies: Remedies): string {
  if ('permission' in remedies) {
    // GraphQL refuses with status 200.
    const remedy = remedyFor({ ...failure, status: failure.status ?? 403 }, remedies.permission)
    return failure.status === null ? `${remedy} Or run it again.` : remedy
  }
  return failure.status === 403 || failure.status === 404 ? remedies.sentence : remedyFor(failure, '')
}
