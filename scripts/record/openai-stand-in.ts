// A loopback stand-in for OpenAI's Responses API: it answers each request with the next scripted turn, as server-sent
// events. For recording transcripts with the real Codex CLI; it knows no model and asks for no key.

import type { IncomingMessage, ServerResponse } from 'node:http'
import { setTimeout } from 'node:timers/promises'
import { isJsonObject, type JsonObject, readObject, readString } from '../../src/core/json.ts'
import { listen } from './listen.ts'

/** What the model says in one response: items as the API gives them, without ids. */
export type ScriptedTurn = readonly JsonObject[]

export interface OpenAiStandIn {
  /** Such as `http://127.0.0.1:4711/v1`. */
  url: string
  /** The turns still to come, or what makes one of the request; when there is none, the answer is the message `Done.`. */
  turns: (ScriptedTurn | ((request: JsonObject) => ScriptedTurn))[]
  /** Turns for the conversations in which the human (or another agent) says exactly this; they go before `turns`. */
  turnsFor: Map<string, ScriptedTurn[]>
  /** The bodies that were asked with, for finding out what a new version sends. */
  requests: JsonObject[]
  close(): Promise<void>
}

/** Starts it on a free port of the loopback interface. */
export async function startOpenAiStandIn(): Promise<OpenAiStandIn> {
  const turns: OpenAiStandIn['turns'] = []
  const turnsFor = new Map<string, ScriptedTurn[]>()
  const requests: JsonObject[] = []
  let responses = 0
  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await readBody(request)
    if (request.method !== 'POST' || !request.url?.endsWith('/responses')) {
      response
        .writeHead(404, { 'content-type': 'application/json' })
        .end('{"error":{"message":"not scripted"}}')
      return
    }
    if (body) requests.push(body)
    const id = `resp_${++responses}`
    const input = JSON.stringify(body?.input ?? null)
    const own = [...turnsFor].find(([prompt]) => input.includes(`"text":${JSON.stringify(prompt)}`))?.[1]
    const next = (own ?? turns).shift() ?? [messageItem('Done.')]
    const said = typeof next === 'function' ? next(body ?? {}) : next
    const output: JsonObject[] = said.map((item, index) => ({ id: `item_${responses}_${index}`, ...item }))
    response.writeHead(200, { 'content-type': 'text/event-stream' })
    send(response, { type: 'response.created', response: { id } })
    for (const [index, item] of output.entries()) {
      send(response, { type: 'response.output_item.done', output_index: index, item })
    }
    // What it calls begins at once: with a pause, it has always ended before the response has, if it is quick.
    if (said.some((item) => item.type !== 'message')) await setTimeout(300)
    send(response, { type: 'response.completed', response: { id, output, usage } })
    response.end()
  }
  const { url, close } = await listen((request, response) => {
    answer(request, response).catch(() => response.destroy())
  })
  return { url: `${url}/v1`, turns, turnsFor, requests, close }
}

/** An item in which the model says `text`. */
export function messageItem(text: string): JsonObject {
  return { type: 'message', role: 'assistant', content: [{ type: 'output_text', text, annotations: [] }] }
}

/** An item in which the model calls function `name`. */
export function functionItem(callId: string, name: string, args: JsonObject): JsonObject {
  return { type: 'function_call', call_id: callId, name, arguments: JSON.stringify(args) }
}

/** An item in which the model calls the free-form tool `name`. */
export function customToolItem(callId: string, name: string, input: string): JsonObject {
  return { type: 'custom_tool_call', call_id: callId, name, input, status: 'completed' }
}

/** Names of the tools that a request offers the model. */
export function offeredTools(request: JsonObject): string[] {
  const tools = request.tools
  if (!Array.isArray(tools)) return []
  return tools.filter(isJsonObject).map((tool) => readString(tool, 'name') ?? readString(tool, 'type') ?? '')
}

const usage = {
  input_tokens: 100,
  input_tokens_details: { cached_tokens: 0 },
  output_tokens: 10,
  output_tokens_details: { reasoning_tokens: 0 },
  total_tokens: 110,
}

function send(response: ServerResponse, event: JsonObject): void {
  response.write(`event: ${readString(event, 'type')}\ndata: ${JSON.stringify(event)}\n\n`)
}

async function readBody(request: IncomingMessage): Promise<JsonObject | null> {
  const chunks: Buffer[] = []
  for await (const chunk of request) if (Buffer.isBuffer(chunk)) chunks.push(chunk)
  try {
    return readObject({ body: JSON.parse(Buffer.concat(chunks).toString('utf8')) }, 'body')
  } catch {
    return null
  }
}
