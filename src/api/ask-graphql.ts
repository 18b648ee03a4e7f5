// One question to GitHub's GraphQL API, which answers errors with status 200.

import { isJsonObject, type JsonObject, readObject, readObjects, readString } from '../core/json.ts'
import type { Client } from './create-client.ts'

/** The answer's `data`, even beside errors. Rejects when there is none. */
export async function askGraphql(
  client: Client,
  url: string,
  query: string,
  variables: JsonObject,
): Promise<JsonObject> {
  const { data }: { data: unknown } = await client.request(`POST ${url}`, { query, variables })
  const answer = isJsonObject(data) ? readObject(data, 'data') : null
  if (answer === null) throw new Error(describeErrors(data))
  return answer
}

function describeErrors(data: unknown): string {
  const [first] = isJsonObject(data) ? readObjects(data, 'errors') : []
  return readString(first ?? null, 'message') ?? 'the answer is not one of GraphQL'
}
