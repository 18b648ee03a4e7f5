// Who set a label.

import { askGraphql } from '../../api/ask-graphql.ts'
import type { Client } from '../../api/create-client.ts'
import { readObject, readObjects, readString } from '../../core/json.ts'
import type { Asked } from '../api/read-listing.ts'

const query = `query ($owner: String!, $name: String!, $number: Int!) {
  repository(owner: $owner, name: $name) { pullRequest(number: $number) {
    timelineItems(last: 100, itemTypes: [LABELED_EVENT]) { nodes { ... on LabeledEvent { label { name } actor { __typename login } } } }
  } }
}`

/** The login of whoever set `label` last; null for an account that is gone. Rejects when GitHub does not say. */
export async function readLabelSetter(
  client: Client,
  { owner, repositoryName: name, graphqlUrl }: Asked,
  number: number,
  label: string,
): Promise<string | null> {
  const answer = await askGraphql(client, graphqlUrl, query, { owner, name, number })
  const timeline = readObject(readObject(readObject(answer, 'repository'), 'pullRequest'), 'timelineItems')
  if (timeline === null) throw new Error('the answer has no labels')
  const event = readObjects(timeline, 'nodes').findLast(
    (node) => readString(readObject(node, 'label'), 'name')?.toLowerCase() === label.toLowerCase(),
  )
  const actor = readObject(event ?? null, 'actor')
  const login = readString(actor, 'login')
  // GraphQL leaves out the suffix by which REST tells a bot.
  return login !== null && readString(actor, '__typename') === 'Bot' ? `${login}[bot]` : login
}
