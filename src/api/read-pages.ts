// Pages of a list. Octokit's own paging takes an answer of 409 and an empty one for an empty list, which would make
// a failure look like nothing.

import { isJsonObject, type JsonObject } from '../core/json.ts'
import type { Client } from './create-client.ts'

export interface Page {
  items: JsonObject[]
  /** True when there is another page. */
  hasNext: boolean
}

/** The pages behind `route`, such as `GET /repos/o/r/pulls/1/files`, each requested when it is asked for. */
export async function* readPages(client: Client, route: string): AsyncGenerator<Page> {
  for (let page = 1; ; page += 1) {
    const { data, headers } = await client.request(`${route}?per_page=100&page=${page}`)
    const items: unknown = data
    if (!Array.isArray(items) || !items.every(isJsonObject)) throw new Error('the answer is not a list')
    const hasNext = headers.link?.includes('rel="next"') ?? false
    yield { items, hasNext }
    if (!hasNext) return
  }
}
