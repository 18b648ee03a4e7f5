// Which teams a person is in.

import { toApiFailure } from '../../api/api-failure.ts'
import type { Client } from '../../api/create-client.ts'
import { isJsonObject, readString } from '../../core/json.ts'

/** Those of `teams`, as `organisation/team`, that `login` is in, also by a team inside. Rejects when one cannot be read. */
export async function readTeams(client: Client, teams: readonly string[], login: string): Promise<string[]> {
  const isMember = await Promise.all(teams.map((team) => isIn(client, team, login)))
  return teams.filter((_, index) => isMember[index])
}

async function isIn(client: Client, team: string, login: string): Promise<boolean> {
  const [organisation = '', slug = ''] = team.split('/').map(encodeURIComponent)
  const route = `GET /orgs/${organisation}/teams/${slug}`
  try {
    const { data }: { data: unknown } = await client.request(
      `${route}/memberships/${encodeURIComponent(login)}`,
    )
    const state = isJsonObject(data) ? readString(data, 'state') : null
    if (state === null) throw new Error('the answer is not a membership')
    // An invitation that nobody has accepted is `pending`.
    return state === 'active'
  } catch (error) {
    if (toApiFailure(error).status !== 404) throw error
    // Either not in it, or it is hidden from the token: then this rejects.
    await client.request(route)
    return false
  }
}
