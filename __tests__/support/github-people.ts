// What GitHub knows of people: their permission in the repository, their teams, and who set which label.

import type { JsonObject } from '../../src/core/json.ts'
import type { Answer } from './http.ts'

export interface PeopleState {
  /** What the permission route answers, by login in lower case. */
  permissions: Map<string, JsonObject>
  /** By `organisation/team`, the state of each member. A team that is not here is hidden from the token. */
  teams: Map<string, Record<string, 'active' | 'pending'>>
  /** Oldest first; null for a pull request that GraphQL does not show. */
  labelled: { label: string; actor: { __typename: string; login: string } | null }[] | null
}

export type PeopleRoute = 'permission' | 'membership' | 'team'

export const peopleRoutes: [RegExp, PeopleRoute][] = [
  [/^GET \/repos\/[^/]+\/[^/]+\/collaborators\/[^/]+\/permission$/, 'permission'],
  [/^GET \/orgs\/[^/]+\/teams\/[^/]+\/memberships\/[^/]+$/, 'membership'],
  [/^GET \/orgs\/[^/]+\/teams\/[^/]+$/, 'team'],
]

export function createPeopleState(): PeopleState {
  return { permissions: new Map(), teams: new Map(), labelled: [] }
}

const notFound: Answer = [404, { message: 'Not Found' }]

export function answerPeople(state: PeopleState, route: PeopleRoute, url: URL): Answer {
  const parts = url.pathname.split('/').map(decodeURIComponent)
  if (route === 'permission') {
    const permission = state.permissions.get((parts[5] ?? '').toLowerCase())
    return permission === undefined ? notFound : [200, permission]
  }
  const [, , owner = '', , name = '', , login = ''] = parts
  const team = state.teams.get(`${owner}/${name}`)
  if (team === undefined) return notFound
  if (route === 'team') return [200, { slug: name }]
  const membership = team[login]
  return membership === undefined ? notFound : [200, { state: membership, role: 'member' }]
}

/** The labels of a pull request as GraphQL tells them. */
export function answerTimeline({ labelled }: PeopleState): Answer {
  if (labelled === null) {
    const errors = [{ type: 'FORBIDDEN', message: 'Resource not accessible by integration' }]
    return [200, { data: { repository: { pullRequest: null } }, errors }]
  }
  const nodes = labelled.map(({ label, actor }) => ({ label: { name: label }, actor }))
  return [200, { data: { repository: { pullRequest: { timelineItems: { nodes } } } } }]
}
