// What is asked of the repository in one query while the pull request is read: where its templates may stand, and
// whether it has git-ai's notes. Most repositories have little of either, and are asked no more.

import { askGraphql } from '../../api/ask-graphql.ts'
import type { Client } from '../../api/create-client.ts'
import { type JsonObject, readObject } from '../../core/json.ts'

/** The repository as GraphQL calls it. */
export interface Asked {
  owner: string
  repositoryName: string
  graphqlUrl: string
}

/** Each with the listings `root`, `hidden` and `docs`; null when it is not there or not visible. */
export interface Listing {
  /** Has `notes` too, null when there are none. */
  repository: JsonObject | null
  /** The owner's `.github` repository. */
  shared: JsonObject | null
}

/** Without a token GraphQL answers nothing. */
export async function readListing(client: Client, asked: Asked): Promise<Listing> {
  const { owner, repositoryName: name, graphqlUrl } = asked
  const listed = await askGraphql(client, graphqlUrl, listQuery, { owner, name })
  return { repository: readObject(listed, 'repository'), shared: readObject(listed, 'shared') }
}

const tree = '{ ... on Tree { entries { name type oid } } }'
const places = `root: object(expression: "HEAD:") ${tree} hidden: object(expression: "HEAD:.github") ${tree} docs: object(expression: "HEAD:docs") ${tree}`
const listQuery = `query ($owner: String!, $name: String!) {
  repository(owner: $owner, name: $name) { ${places} notes: object(expression: "refs/notes/ai") { oid } }
  shared: repository(owner: $owner, name: ".github") { isPrivate ${places} }
}`
