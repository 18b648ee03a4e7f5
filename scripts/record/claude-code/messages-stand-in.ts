// Stands in for the Anthropic Messages API on this machine: answers with the turns of a script, in order, as a stream.

import type { ServerResponse } from 'node:http'
import { text as readText } from 'node:stream/consumers'
import { isJsonObject, type JsonObject, readObjects } from '../../../src/core/json.ts'
import { listen } from '../listen.ts'

/** What the model says and calls in one answer. */
export interface Turn {
  text?: string
  calls?: readonly { name: string; input: JsonObject }[]
}

export type ScriptedTurn = Turn | ((request: JsonObject) => Turn)

export interface StandIn {
  url: string
  /** The turns to come, or what makes one of the request: of the conversation, and of subagents, who are asked something with `agentMark` in it. */
  turns: ScriptedTurn[]
  agentTurns: ScriptedTurn[]
  /** The bodies that turns were asked for with. */
  requests: JsonObject[]
  close(): Promise<void>
}

export const agentMark = 'As a subagent:'
/** Requests with fewer tools are for titles and summaries. */
const fewestTools = 4

export async function startStandIn(): Promise<StandIn> {
  const turns: ScriptedTurn[] = []
  const agentTurns: ScriptedTurn[] = []
  const requests: JsonObject[] = []
  let answers = 0
  const answer = (body: JsonObject): Turn => {
    if (readObjects(body, 'tools').length < fewestTools) return { text: '{"title": "Count"}' }
    requests.push(body)
    const isAgent = JSON.stringify(readObjects(body, 'messages').slice(0, 1)).includes(agentMark)
    const next = (isAgent ? agentTurns : turns).shift() ?? { text: 'There is nothing left to do.' }
    return typeof next === 'function' ? next(body) : next
  }
  const { url, close } = await listen(async (request, response) => {
    const body: unknown = parse(await readText(request))
    if (!/^\/v1\/messages(\?|$)/.test(request.url ?? '') || !isJsonObject(body)) {
      response.writeHead(404, { 'content-type': 'application/json' })
      response.end('{"type":"error","error":{"type":"not_found_error","message":"Not found"}}')
      return
    }
    answers++
    send(response, body, answer(body), answers)
  })
  return { url, turns, agentTurns, requests, close }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

function send(response: ServerResponse, body: JsonObject, turn: Turn, number: number): void {
  const calls = (turn.calls ?? []).map((call, index) => ({
    type: 'tool_use',
    id: `toolu_${number}_${index + 1}`,
    ...call,
  }))
  const content = [...(turn.text ? [{ type: 'text', text: turn.text }] : []), ...calls]
  const stop_reason = calls.length > 0 ? 'tool_use' : 'end_turn'
  const usage = { input_tokens: 100, output_tokens: 20 }
  const message = { id: `msg_${number}`, type: 'message', role: 'assistant', model: body.model, usage }
  if (body.stream !== true) {
    response.writeHead(200, { 'content-type': 'application/json' })
    response.end(JSON.stringify({ ...message, content, stop_reason, stop_sequence: null }))
    return
  }
  response.writeHead(200, { 'content-type': 'text/event-stream', 'request-id': `req_${number}` })
  const event = (type: string, data: object) =>
    response.write(`event: ${type}\ndata: ${JSON.stringify({ type, ...data })}\n\n`)
  event('message_start', { message: { ...message, content: [], stop_reason: null, stop_sequence: null } })
  for (const [index, block] of content.entries()) {
    const isText = 'text' in block
    const delta = isText
      ? { type: 'text_delta', text: block.text }
      : { type: 'input_json_delta', partial_json: JSON.stringify(block.input) }
    const content_block = isText ? { ...block, text: '' } : { ...block, input: {} }
    event('content_block_start', { index, content_block })
    event('content_block_delta', { index, delta })
    event('content_block_stop', { index })
  }
  event('message_delta', { delta: { stop_reason, stop_sequence: null }, usage: { output_tokens: 20 } })
  event('message_stop', {})
  response.end()
}
