// Reads the repository's pull-request templates on its default branch, in every place GitHub takes them from, or else
// those of the owner's public `.github` repository. One more GraphQL query, and only when there are any.

import { type ApiFailure, remedyFor, toApiFailure } from '../../api/api-failure.ts'
import { askGraphql } from '../../api/ask-graphql.ts'
import type { Client } from '../../api/create-client.ts'
import {
  type JsonObject,
  readBoolean,
  readCount,
  readObject,
  readObjects,
  readString,
} from '../../core/json.ts'
import type { Template } from '../../core/pull-request.ts'
import type { Asked, Listing } from './read-listing.ts'
import { findTemplates, type TemplateEntry } from './template-places.ts'

/** Templates are read whole or not at all, and no more than these. */
const largestTemplate = 65_536
const mostTemplates = 20

/** Never rejects: what cannot be read, `listing` too, is a template with a problem. */
export async function readTemplates(
  client: Client,
  { owner, repositoryName, graphqlUrl }: Asked,
  listing: Promise<Listing>,
): Promise<Template[]> {
  try {
    const { repository, shared } = await listing
    const own = findTemplates(repository)
    // A private `.github` repository is not used as a default by GitHub either.
    const isShared = own.length === 0 && readBoolean(shared, 'isPrivate') === false
    const found = isShared ? findTemplates(shared, `${owner}/.github:`) : own
    if (found.length === 0) return []
    const name = isShared ? '.github' : repositoryName
    const read = await askGraphql(client, graphqlUrl, createReadQuery(found), { owner, name })
    return found.flatMap((entry, index) =>
      toTemplates(entry, readObject(readObject(read, 'repository'), `t${index}`)),
    )
  } catch (error) {
    return [{ path: 'of the repository', text: null, problem: describeFailure(toApiFailure(error)) }]
  }
}

const blob = '... on Blob { byteSize isTruncated text }'

/** An object id is hexadecimal: nothing else gets into the query. */
function createReadQuery(entries: readonly TemplateEntry[]): string {
  const objects = entries.map(
    ({ oid }, index) =>
      `t${index}: object(oid: "${oid}") { ${blob} ... on Tree { entries { name object { ${blob} } } } }`,
  )
  return `query ($owner: String!, $name: String!) { repository(owner: $owner, name: $name) { ${objects.join(' ')} } }`
}

function toTemplates({ path, isFolder }: TemplateEntry, object: JsonObject | null): Template[] {
  if (!isFolder) return [toTemplate(path, object)]
  return readObjects(object, 'entries')
    .filter((entry) => /\.(?:md|markdown|txt)$/i.test(readString(entry, 'name') ?? ''))
    .slice(0, mostTemplates)
    .map((entry) => toTemplate(`${path}/${readString(entry, 'name')}`, readObject(entry, 'object')))
}

function toTemplate(path: string, object: JsonObject | null): Template {
  const text = readString(object, 'text')
  const size = readCount(object, 'byteSize') ?? 0
  if (text === null) return { path, text: null, problem: 'it is not text' }
  if (size > largestTemplate || readBoolean(object, 'isTruncated') === true) {
    return { path, text: null, problem: `it has ${size} bytes, more than ${largestTemplate}` }
  }
  return { path, text, problem: null }
}

function describeFailure(failure: ApiFailure): string {
  return `${failure.reason}. ${remedyFor(failure, 'contents: read')}`
}
