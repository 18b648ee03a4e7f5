// Reads the Git notes that git-ai keeps on commits. Few repositories have any: the listing tells whether one does.

import { type ApiFailure, toApiFailure } from '../../api/api-failure.ts'
import { askGraphql } from '../../api/ask-graphql.ts'
import type { Client } from '../../api/create-client.ts'
import { readBoolean, readObject, readString } from '../../core/json.ts'
import type { Asked, Listing } from './read-listing.ts'

export interface Notes {
  /** Text by SHA of the commit. */
  bySha: ReadonlyMap<string, string>
  failure: ApiFailure | null
}

/** As many as one query may ask for. */
const mostNotes = 100

/** The notes on the last hundred of `commits`, which may still be on their way. Never rejects. */
export async function readNotes(
  client: Client,
  { owner, repositoryName: name, graphqlUrl }: Asked,
  listing: Promise<Listing>,
  commits: Promise<readonly string[]>,
): Promise<Notes> {
  const bySha = new Map<string, string>()
  // Why there is no listing is told of the templates.
  const { repository } = await listing.catch(() => ({ repository: null }))
  const shas = readObject(repository, 'notes') === null ? [] : (await commits).filter(isSha).slice(-mostNotes)
  if (shas.length === 0) return { bySha, failure: null }
  try {
    const answer = await askGraphql(client, graphqlUrl, createReadQuery(shas), { owner, name })
    const read = readObject(answer, 'repository')
    for (const [index, sha] of shas.entries()) {
      const note = readObject(read, `n${index}`) ?? readObject(read, `f${index}`)
      const text = readBoolean(note, 'isTruncated') === true ? null : readString(note, 'text')
      if (text !== null) bySha.set(sha, text)
    }
    return { bySha, failure: null }
  } catch (error) {
    return { bySha, failure: toApiFailure(error) }
  }
}

/** Nothing else gets into the query. */
function isSha(sha: string): boolean {
  return /^[0-9a-f]{40,64}$/.test(sha)
}

/** Git keeps a note in a file named after its commit; with many notes, in a folder named after two digits of it. */
function createReadQuery(shas: readonly string[]): string {
  const blob = '{ ... on Blob { isTruncated text } }'
  const objects = shas.map(
    (sha, index) =>
      `n${index}: object(expression: "refs/notes/ai:${sha}") ${blob} f${index}: object(expression: "refs/notes/ai:${sha.slice(0, 2)}/${sha.slice(2)}") ${blob}`,
  )
  return `query ($owner: String!, $name: String!) { repository(owner: $owner, name: $name) { ${objects.join(' ')} } }`
}
