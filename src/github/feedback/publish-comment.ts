// Keeps the one comment of a pull request up to date. Runs may overlap: each ends by leaving only the oldest
// comment, with what the latest reading of the pull request says.

import { toApiFailure } from '../../api/api-failure.ts'
import type { Client } from '../../api/create-client.ts'
import { isJsonObject, readObject, readString } from '../../core/json.ts'
import type { Comment } from '../../core/render/render-comment.ts'
import { formatMarker, type Marker } from './comment-marker.ts'
import { type Conversation, findComments, mostComments, type OwnComment } from './find-comments.ts'
import { ignoreGone } from './ignore-gone.ts'
import { readViewer } from './read-viewer.ts'

export interface CommentOptions {
  reader: Client
  /** Waits between writes as GitHub asks. */
  writer: Client
  graphqlUrl: string
  conversation: Conversation
  marker: Marker
  comment: Comment
  /** False leaves a conversation without a comment of ours as it is. */
  mayCreate: boolean
}

/** A clock of another runner may be this much ahead, in milliseconds. */
const clockTolerance = 10 * 60_000

/** Rejects with what the API answered, or with an error that says why there is no comment. */
export async function publishComment(options: CommentOptions): Promise<void> {
  const { reader, graphqlUrl, conversation, marker, comment, mayCreate } = options
  const viewer = await readViewer(reader, graphqlUrl)
  const { comments, isCut } = await findComments(reader, conversation, { viewer, name: marker.name })
  if (comments.length > 0 && (await settle(comments, options))) return
  if (!comment.asks || !mayCreate) return
  if (isCut) throw new Error(`the first ${mostComments} comments hold none of ours, and there are more`)
  await createOnce(options, viewer)
}

/** Leaves the oldest, up to date. False when somebody deleted it meanwhile. */
async function settle([oldest, ...newer]: OwnComment[], options: CommentOptions): Promise<boolean> {
  const { writer, conversation, marker, comment } = options
  const route = `/repos/${conversation.repository}/issues/comments`
  for (const { id } of newer) await ignoreGone(writer.request(`DELETE ${route}/${id}`))
  if (oldest === undefined) return false
  const isLater = oldest.at > marker.at && oldest.at < marker.at + clockTolerance
  if (isLater || oldest.text.trim() === comment.markdown.trim()) return true
  const body = formatMarker(marker) + comment.markdown
  return ignoreGone(writer.request(`PATCH ${route}/${oldest.id}`, { body }))
}

/** Another run may create one at the same time, and a server that fails may have created ours nevertheless. */
async function createOnce(options: CommentOptions, viewer: string): Promise<void> {
  const { reader, conversation, marker } = options
  const created = await create(options, viewer).catch((error: unknown) => ({ error }))
  if ('error' in created && !mayHaveWorked(created.error)) throw created.error
  const author = 'author' in created ? created.author : viewer
  const { comments } = await findComments(reader, conversation, { viewer: author, name: marker.name })
  if (comments.length > 0) await settle(comments, options)
  else if ('error' in created) throw created.error
}

/** Gives the author, who is what we are called for certain. */
async function create({ writer, conversation, marker, comment }: CommentOptions, viewer: string) {
  const route = `POST /repos/${conversation.repository}/issues/${conversation.number}/comments`
  // Sent once: each repetition might be one more comment.
  const { data }: { data: unknown } = await writer.request(route, {
    body: formatMarker(marker) + comment.markdown,
    request: { retries: 0 },
  })
  return { author: readString(isJsonObject(data) ? readObject(data, 'user') : null, 'login') ?? viewer }
}

function mayHaveWorked(error: unknown): boolean {
  const { status } = toApiFailure(error)
  return status === null || status >= 500
}
