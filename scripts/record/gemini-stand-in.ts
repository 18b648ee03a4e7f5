// Stands in for the Gemini API on this machine: answers with the turns of a script, in order, as a stream or at once.

import type { ServerResponse } from 'node:http'
import { json as readJson } from 'node:stream/consumers'
import { isJsonObject, type JsonObject, readObjects } from '../../src/core/json.ts'
import type { ScriptedTurn, StandIn, Turn } from './claude-code/messages-stand-in.ts'
import { listen } from './listen.ts'

/** Starts it on a free port of the loopback interface. */
export async function startGeminiStandIn(): Promise<Omit<StandIn, 'agentTurns'>> {
  const turns: ScriptedTurn[] = []
  const requests: JsonObject[] = []
  const answer = (body: JsonObject): Turn => {
    // Without tools it is asked for titles and summaries.
    if (readObjects(body, 'tools').length === 0) return { text: '{}' }
    requests.push(body)
    const next = turns.shift() ?? { text: 'There is nothing left to do.' }
    return typeof next === 'function' ? next(body) : next
  }
  const { url, close } = await listen(async (request, response) => {
    const [, method] = /^\/v1beta\/models\/[^/:]+:(\w+)(?:\?|$)/.exec(request.url ?? '') ?? []
    const body: unknown = await readJson(request).catch(() => null)
    if (!method?.endsWith('enerateContent') || !isJsonObject(body)) {
      response.writeHead(404, { 'content-type': 'application/json' })
      response.end('{"error":{"code":404,"message":"Not found","status":"NOT_FOUND"}}')
      return
    }
    send(response, answer(body), method === 'streamGenerateContent')
  })
  return { url, turns, requests, close }
}

function send(response: ServerResponse, turn: Turn, isStream: boolean): void {
  const calls = (turn.calls ?? []).map(({ name, input }) => ({ functionCall: { name, args: input } }))
  const parts = [...(turn.text ? [{ text: turn.text }] : []), ...calls]
  const text = JSON.stringify({
    candidates: [{ content: { role: 'model', parts }, finishReason: 'STOP', index: 0 }],
    usageMetadata: { promptTokenCount: 100, candidatesTokenCount: 20, totalTokenCount: 120 },
  })
  response.writeHead(200, { 'content-type': isStream ? 'text/event-stream' : 'application/json' })
  response.end(isStream ? `data: ${text}\n\n` : text)
}
