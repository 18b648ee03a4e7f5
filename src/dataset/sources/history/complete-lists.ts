// Reads the lists inside a pull request to their ends, as far as a record keeps them: few have more than the first page.

import { type JsonObject, readBoolean, readCount, readObject, readString } from '../../../core/json.ts'
import { TooHeavy } from './api-trouble.ts'
import { PageSize } from './page-size.ts'
import { listPage, listQuery } from './queries.ts'
import type { Session } from './session.ts'
import { type List, readNodes } from './to-row.ts'

/** A record keeps no more; REST lists no more commits either. */
const most = { commits: 250, files: 300 } as const

export interface Owned {
  owner: string
  name: string
}

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
  const size = new PageSize(listPage)
  let page = firstPage
  let after: string | null = null
  let isWhole = true
  for (;;) {
    if (page !== null) {
      const known = readNodes(page)
      nodes.push(...known.filter((node) => node !== null))
      if (known.includes(null)) isWhole = false
      after = readString(readObject(page, 'pageInfo'), 'endCursor')
      const hasNext = readBoolean(readObject(page, 'pageInfo'), 'hasNextPage') === true
      if (nodes.length >= most[list]) {
        return {
          nodes: nodes.slice(0, most[list]),
          truncated: !isWhole || hasNext || nodes.length > most[list],
        }
      }
      if (!hasNext || after === null) return { nodes, truncated: !isWhole || hasNext }
    }
    try {
      const variables: JsonObject = { ...asked, first: size.current, after }
      const { data }: { data: JsonObject } = await session.ask(listQuery(list), variables)
      page = readObject(readObject(readObject(data, 'repository'), 'pullRequest'), 'list')
      if (page === null) return { nodes, truncated: true }
      size.answered()
    } catch (error) {
      if (!(error instanceof TooHeavy)) throw error
      if (!size.shrink()) return { nodes, truncated: true }
      page = null
    }
  }
}
