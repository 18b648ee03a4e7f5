// Who writes with our token: only that account's comments can be ours.

import { askGraphql } from '../../api/ask-graphql.ts'
import type { Client } from '../../api/create-client.ts'
import { readObject, readString } from '../../core/json.ts'

/** The account that writes with a workflow's own token. */
const workflowAccount = 'github-actions[bot]'

/**
 * The login behind the token. REST does not tell a workflow's token who it is; where GraphQL does not either, it is
 * taken for the workflow's own.
 */
export async function readViewer(client: Client, graphqlUrl: string): Promise<string> {
  try {
    const answer = await askGraphql(client, graphqlUrl, 'query { viewer { login } }', {})
    return readString(readObject(answer, 'viewer'), 'login') || workflowAccount
  } catch {
    return workflowAccount
  }
}

/** Whether `login`, of a REST user of `type`, is `viewer`. GraphQL leaves out a bot's suffix in places. */
export function isViewer(viewer: string, login: string | null, type: string | null): boolean {
  if (login === null) return false
  const [own, other] = [viewer.toLowerCase(), login.toLowerCase()]
  return own === other || (type === 'Bot' && `${own}[bot]` === other)
}
