// Takes the requests of a VS Code chat, each a prompt with its response, into a session builder.

import { isJsonObject, type JsonObject, readObject, readObjects, readString } from '../../../core/json.ts'
import type { SessionBuilder } from '../../session/session-builder.ts'
import { readTime } from './describe-tool.ts'
import type { TakenBack } from './journal.ts'
import { readUri } from './read-uri.ts'
import { ResponseReader } from './response-reader.ts'

/** Of `modelState`. */
const cancelled = 2
/** Of `editedFileEvents`: what the human did with the AI's edits since the request before. */
const undone = 2
const changed = 3
/** Takes all requests in order; those that the human took back are followed by a rewind. */
export function takeRequests(
  session: JsonObject,
  takenBack: readonly TakenBack[],
  builder: SessionBuilder,
): void {
  const requests = readObjects(session, 'requests')
  const takeBack = (gone: readonly JsonObject[]) => {
    for (const request of gone) takeRequest(request, builder)
    builder.rewind(gone.filter((request) => typeof request.confirmation !== 'string').length || null, null)
  }
  for (let index = 0; index <= requests.length; index++) {
    for (const { before, requests: gone } of takenBack) {
      if (before === index || (index === requests.length && before > index)) takeBack(gone)
    }
    const request = requests[index]
    if (request && !isPending(request)) takeRequest(request, builder)
  }
  const pending = requests.filter(isPending)
  if (pending.length > 0) takeBack(pending)
}

/** Whether the human went back before it, and sent nothing since. */
function isPending(request: JsonObject): boolean {
  return isJsonObject(request.shouldBeRemovedOnSend) || request.isHidden === true
}

function takeRequest(request: JsonObject, builder: SessionBuilder): void {
  const at = readTime(request.timestamp)
  for (const event of readObjects(request, 'editedFileEvents')) takeFileEvent(event, at, builder)
  // Of a request by a button the text is the tool's.
  if (typeof request.confirmation !== 'string') {
    builder.prompt(
      readString(readObject(request, 'message'), 'text') ?? readString(request, 'message') ?? '',
      at,
    )
  }
  const model = readString(request, 'modelId')?.replace(/^copilot\//, '') ?? null
  builder.note({ model: model === 'auto' ? null : model, at })
  const response = new ResponseReader(builder, at)
  for (const part of readObjects(request, 'response')) response.take(part)
  response.finish()
  if (request.isCanceled === true || readObject(request, 'modelState')?.value === cancelled)
    builder.interruption(at)
}

function takeFileEvent(event: JsonObject, at: string | null, builder: SessionBuilder): void {
  const path = readUri(event.uri)
  if (path === null) return
  if (event.eventKind === changed) builder.humanEdit({ path, before: null, after: null, at })
  if (event.eventKind === undone)
    builder.call({ action: 'edit', name: 'edit', paths: [path], status: 'rejected', at })
}
