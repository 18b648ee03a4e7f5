// Finds pull requests by their head. GitHub filters by names, which anybody may choose; ids and the SHA decide.

import type { Client } from '../../api/create-client.ts'
import { isJsonObject, type JsonObject, readCount, readObject, readString } from '../../core/json.ts'
import { cutText } from '../../report/cut-text.ts'
import type { HeadLookup } from '../event/lookup.ts'
import type { Context } from '../event/read-context.ts'
import { type Skip, type Targets, toTargets } from '../event/target.ts'

/** The open ones, or else the newest closed one. Rejects when the API does not tell. */
export async function findByHead(
  client: Client,
  lookup: HeadLookup,
  { repository }: Context,
): Promise<Targets | Skip> {
  const head = encodeURIComponent(`${lookup.owner}:${lookup.branch}`)
  // The newest come first.
  const { data }: { data: unknown } = await client.request(
    `GET /repos/${repository}/pulls?head=${head}&state=all&per_page=100`,
  )
  if (!Array.isArray(data)) throw new Error('the answer is not a list')
  const found = data.filter(isJsonObject).filter((pull) => hasHead(pull, lookup))
  const open = found.filter((pull) => readString(pull, 'state') === 'open')
  const numbers = (open.length > 0 ? open : found.slice(0, 1)).flatMap(
    (pull) => readCount(pull, 'number') ?? [],
  )
  if (numbers.length > 0) return toTargets(numbers, false)
  return {
    skipped: `Nothing to check: no pull request of \`${repository}\` has \`${cutText(`${lookup.owner}:${lookup.branch}`, 200)}\` at ${lookup.sha.slice(0, 7)} as its head. It may have moved on, and has a run of its own then.`,
  }
}

function hasHead(pull: JsonObject, { repositoryId, sha }: HeadLookup): boolean {
  const head = readObject(pull, 'head')
  return readString(head, 'sha') === sha && readCount(readObject(head, 'repo'), 'id') === repositoryId
}
