// Reads the lists inside a pull request to their ends, as far as a record keeps them: few have more than the first page.

import { type JsonObject, readBoolean, readCount, readObject, readString } from '../../../core/json.ts'
import { TooHeavy } from './api-trouble.ts'
import { PageSize } from './page-size.ts'
import { listPage, listQuery } from './queries.ts'
import type { Owned } from './repository.ts'
import type { Session } from './session.ts'
import { type List, readNodes } from './to-row.ts'

/** A record keeps no more; REST lists no more commits either. */
const most = { commits: 250, files: 300 } as const

/** Both lists of `node`; one that GitHub cannot compute even item by item is marked as cut. */
export async function completeLists(
  session: Session,
  { owner, name }: Owned,
  node: JsonObject,
): Promise<{ commits: List; files: List }> {
  const asked = { owner, name, number: readCount(node, 'number') }
  return {
    commits: await complete(session, asked, 'commits', readObject(node, 'commits')),
    files: await complete(session, asked, 'files', readObject(node, 'files')),
  }
}

async function complete(
  session: Session,
  asked: JsonObject,
  list: 'commits' | 'files',
  firstPage: JsonObject | null,
): Promise<List> {
  const nodes: JsonObject[] = []
  let isWhole = true
  let after: string | null = null
  const size = new PageSize(listPage)
  for (let page = firstPage; ; page = null) {
    page ??= await askPage(session, asked, list, after, size)
    if (page === null) return { nodes, truncated: true }
    const found = readNodes(page)
    nodes.push(...found.filter((node) => node !== null))
    if (found.includes(null)) isWhole = false
    const info = readObject(page, 'pageInfo')
    const hasNext = readBoolean(info, 'hasNextPage') === true
    after = readString(info, 'endCursor')
    if (!hasNext || after === null || nodes.length >= most[list]) {
      const truncated = !isWhole || hasNext || nodes.length > most[list]
      return { nodes: nodes.slice(0, most[list]), truncated }
    }
  }
}

/** Null when GitHub cannot compute it. */
async function askPage(
  session: Session,
  asked: JsonObject,
  list: 'commits' | 'files',
  after: string | null,
  size: PageSize,
): Promise<JsonObject | null> {
  for (;;) {
    try {
      const { data } = await session.ask(listQuery(list), { ...asked, first: size.current, after })
      return readObject(readObject(readObject(data, 'repository'), 'pullRequest'), 'list')
    } catch (error) {
      if (!(error instanceof TooHeavy)) throw error
      if (!size.shrink()) return null
    }
  }
}
