// What a person may do in a repository.

import type { Client } from '../../api/create-client.ts'
import { type Permission, permissions } from '../../core/exempt/exempt-policy.ts'
import { isJsonObject, readBoolean, readObject, readString } from '../../core/json.ts'

// As `user.permissions` names them.
const keys = { admin: 'admin', maintain: 'maintain', write: 'push', triage: 'triage' } as const

/** The most that `login` may do; null when that is to read, or nothing. Rejects when GitHub does not say. */
export async function readPermission(
  client: Client,
  repository: string,
  login: string,
): Promise<Permission | null> {
  const { data }: { data: unknown } = await client.request(
    `GET /repos/${repository}/collaborators/${encodeURIComponent(login)}/permission`,
  )
  const answer = isJsonObject(data) ? data : null
  const strongest = permissions.toReversed()
  // A role that the organisation made has a name of its own, but is one of these, too.
  const granted = readObject(readObject(answer, 'user'), 'permissions')
  if (granted !== null) return strongest.find((each) => readBoolean(granted, keys[each]) === true) ?? null
  // An older Enterprise Server says no more than `admin`, `write`, `read` or `none`.
  const word = readString(answer, 'role_name') ?? readString(answer, 'permission')
  if (word === null) throw new Error('the answer is not a permission')
  return strongest.find((each) => each === word) ?? null
}
