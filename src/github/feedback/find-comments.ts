// Finds the comments that earlier runs wrote: by our account and with our marker. Anybody can paste a marker.

import type { Client } from '../../api/create-client.ts'
import { readPages } from '../../api/read-pages.ts'
import { type JsonObject, readCount, readObject, readString } from '../../core/json.ts'
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
  for await (const { items, hasNext } of readPages(
    client,
    `GET /repos/${repository}/issues/${number}/comments`,
  )) {
    comments.push(...items.flatMap((item) => toOwnComment(item, viewer, name)))
    pages += 1
    if (pages === mostPages) return { comments: comments.sort(byAge), isCut: hasNext }
  }
  return { comments: comments.sort(byAge), isCut: false }
}

function byAge(a: OwnComment, b: OwnComment): number {
  return a.id - b.id
}

function toOwnComment(item: JsonObject, viewer: string, name: string): OwnComment[] {
  const id = readCount(item, 'id')
  const user = readObject(item, 'user')
  const marker = parseMarker(readString(item, 'body') ?? '')
  if (id === null || marker === null || marker.name !== name) return []
  if (!isViewer(viewer, readString(user, 'login'), readString(user, 'type'))) return []
  return [{ id, ...marker, text: marker.text.replaceAll('\r\n', '\n') }]
}
