// Takes the transcript of a Cursor agent, rows or plain text, into a session builder. It tells of no times, models and
// results: calls stay `unknown`.

import { isJsonObject, type JsonObject, readObject, readString } from '../../../core/json.ts'
import type { SessionBuilder } from '../../session/session-builder.ts'
import { describeCall, readQuery } from './describe-call.ts'

/** Rows that say nothing here. */
const unwanted = new Set(['turn_ended', 'turn_started'])

/** Takes a row of the form `{role, message}`. */
export function takeRow(row: JsonObject, builder: SessionBuilder): void {
  const role = readString(row, 'role')
  const content = readObject(row, 'message')?.content
  if (role !== 'user' && role !== 'assistant') {
    const type = role ?? readString(row, 'type') ?? 'other'
    if (!unwanted.has(type)) builder.skip(type)
    return
  }
  const blocks: unknown[] = Array.isArray(content) ? content : [{ type: 'text', text: content }]
  for (const block of blocks) {
    if (!isJsonObject(block)) continue
    const type = readString(block, 'type') ?? 'other'
    if (type === 'text') takeText(role, readString(block, 'text') ?? '', builder)
    else if (type === 'tool_use') takeCall(readString(block, 'name'), readObject(block, 'input'), builder)
    else if (type !== 'thinking' && type !== 'tool_result') builder.skip(type)
  }
}

/** Takes the older form: blocks under `user:` and `assistant:`, calls in lines of their own. */
export function takePlainText(text: string, builder: SessionBuilder): void {
  let role = ''
  let lines: string[] = []
  const end = () => {
    if (role === 'user') takeText(role, lines.join('\n'), builder)
    else if (role === 'assistant') takeBlock(lines, builder)
    lines = []
  }
  for (const line of text.split(/\r?\n/)) {
    const next = /^(user|assistant):\s*$/.exec(line)?.[1]
    if (next === undefined) lines.push(line)
    else {
      end()
      role = next
    }
  }
  end()
}

function takeBlock(lines: readonly string[], builder: SessionBuilder): void {
  let said: string[] = []
  let call: { name: string; input: Map<string, string> } | null = null
  let isBody = false
  const finish = () => {
    if (call) takeCall(call.name, Object.fromEntries(call.input), builder)
    call = null
    takeText('assistant', said.join('\n'), builder)
    said = []
  }
  for (const line of lines) {
    const marker = /^\[(Thinking|Tool call|Tool result)\]\s*(\S{0,100})/.exec(line)
    if (marker) {
      finish()
      call = marker[1] === 'Tool call' && marker[2] ? { name: marker[2], input: new Map() } : null
      isBody = true
    } else if (isBody && (/^\s/.test(line) || line === '')) {
      const [, key, value] = /^\s+(\w{1,40})(?:=|: )(.*)$/.exec(line) ?? []
      if (call && key !== undefined && value !== undefined && key !== '__proto__') call.input.set(key, value)
    } else {
      if (isBody) finish()
      isBody = false
      said.push(line)
    }
  }
  finish()
}

function takeText(role: string, text: string, builder: SessionBuilder): void {
  if (role === 'user') builder.prompt(readQuery(text), null)
  // Thoughts are kept as this mark.
  else builder.answer(text.replace(/^[ \t]*\[REDACTED\][ \t]*$/gm, ''), null)
}

function takeCall(name: string | null, input: JsonObject | null, builder: SessionBuilder): void {
  if (name === null) return
  const call = describeCall(name, [input])
  // Reads and searches are of interest only when they fail, and that is not told.
  if (call.action !== 'read' && call.action !== 'search') builder.call({ ...call, status: 'unknown' })
}
