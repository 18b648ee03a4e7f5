// Finds the comments that earlier runs wrote: by our account and with our marker. Anybody can paste a marker.

import { isJsonObject, type JsonObject, readCount, readObject, readString } from '../../core/json.ts'
import type { Client } from '../api/create-client.ts'
import { type Marker, parseMarker } from './comment-marker.ts'
import { isViewer } from './read-viewer.ts'

/** The pull request's conversation. */
export interface Conversation {
  /** `owner/name`. */
  repository: string
  number: number
}

export interface OwnComment extends Marker {
  id: number
  /** What follows the marker, with newlines as LF. */
  text: string
}

export interface FoundComments {
  /** The oldest first. */
  comments: OwnComment[]
  /** True when the conversation is longer than what was looked through. */
  isCut: boolean
}

const mostPages = 30
/** How many comments are looked through. */
export const mostComments = mostPages * 100

/** The comments of `viewer` with the marker `name`. */
export async function findComments(
  client: Client,
  { repository, number }: Conversation,
  { viewer, name }: { viewer: string; name: string },
): Promise<FoundComments> {
  const comments: OwnComment[] = []
  let pages = 0
  let isCut = false
  const route = `GET /repos/${repository}/issues/${number}/comments`
  for await (const { data, headers } of client.paginate.iterator(route, { per_page: 100 })) {
    if (!Array.isArray(data)) throw new Error('the answer is not a list of comments')
    comments.push(...data.filter(isJsonObject).flatMap((item) => toOwnComment(item, viewer, name)))
    pages += 1
    isCut = pages === mostPages && (headers.link?.includes('rel="next"') ?? false)
    if (pages === mostPages) break
  }
  return { comments: comments.sort((a, b) => a.id - b.id), isCut }
}

function toOwnComment(item: JsonObject, viewer: string, name: string): OwnComment[] {
  const id = readCount(item, 'id')
  const user = readObject(item, 'user')
  const marker = parseMarker(readString(item, 'body') ?? '')
  if (id === null || marker === null || marker.name !== name) return []
  if (!isViewer(viewer, readString(user, 'login'), readString(user, 'type'))) return []
  return [{ id, ...marker, text: marker.text.replaceAll('\r\n', '\n') }]
}
