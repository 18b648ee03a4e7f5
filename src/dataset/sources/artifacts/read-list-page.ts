// One page of a list. An answer that is no list is a failure, never an empty page.

import { isJsonObject, type JsonObject, readCount } from '../../../core/json.ts'
import type { Connection } from './connect.ts'

export interface ListPage {
  items: JsonObject[]
  /** How many there are on all pages; null when the answer does not say. */
  total: number | null
}

/** An answer that makes no sense is asked for again this often. */
const mostTries = 3

/** The list is the answer itself, or stands at `key` of it. Rejects as `connection` does. */
export async function readListPage(
  connection: Connection,
  route: string,
  key: string | null,
): Promise<ListPage> {
  for (let tries = 1; ; tries += 1) {
    const { data } = await connection.request(route)
    const list = key === null ? data : isJsonObject(data) ? data[key] : null
    if (Array.isArray(list) && list.every(isJsonObject)) {
      return { items: list, total: isJsonObject(data) ? readCount(data, 'total_count') : null }
    }
    if (tries === mostTries) throw new Error('the answer is not a list')
  }
}
