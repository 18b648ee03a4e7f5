// What the result that Cline or Roo Code gave the AI says of how a tool's use ended.

import { isJsonObject, type JsonObject, readObjects, readString } from '../../../core/json.ts'
import type { CallEnd } from '../../session/session-builder.ts'
import { textBetween } from '../../session/text-between.ts'

const rejected =
  /^(?:The user denied this (?:operation|edit)|User denied the tool execution|Tool "[^"]{1,100}" was denied by user|User rejected the tool call|Denied by user)/
const denied =
  /^(?:Access to .{1,1000} is blocked by the \.\w{1,20}ignore|Command execution blocked by CLINE_COMMAND_PERMISSIONS)/
const failed =
  /^(?:The tool execution failed with the following error:|Error executing |Missing value for required parameter)/
const exitCode = /(?:^|\n)(?:The command failed with exit code|Exit code): (-?\d{1,9})\b/

/** The end that `text` tells; `isError` is the format's own mark. */
export function readResult(text: string, isError: boolean): CallEnd {
  const result = text.trim()
  const object = result.startsWith('{') ? parseObject(result) : null
  const end = object ? readStatus(object, result) : null
  if (end) return end
  if (rejected.test(result))
    return { status: 'rejected', output: firstLine(result), feedback: readFeedback(result) }
  if (result.startsWith('Tool execution was cancelled because'))
    return { status: 'interrupted', output: result }
  if (denied.test(result)) return { status: 'denied', output: result }
  const [, code] = exitCode.exec(result.slice(0, 4_000)) ?? []
  if (code !== undefined)
    return {
      status: Number(code) === 0 ? 'ok' : 'failed',
      exitCode: Number(code),
      output: withoutHead(result),
    }
  if (isError || failed.test(result)) return { status: 'failed', output: withoutHead(result) }
  return { status: /^Command is still running/.test(result) ? 'unknown' : 'ok', output: result }
}

/** Newer versions of Roo Code answer in JSON. */
function readStatus(object: JsonObject, text: string): CallEnd | null {
  const status = readString(object, 'status')
  const said = readString(object, 'feedback')?.trim() || null
  if (status === 'denied')
    return { status: 'rejected', output: readString(object, 'message'), feedback: said }
  if (status === 'approved') return { status: 'ok' }
  if (status !== 'error') return null
  if (readString(object, 'type') === 'access_denied')
    return { status: 'denied', output: readString(object, 'message') }
  return { status: 'failed', output: readString(object, 'error') ?? readString(object, 'message') ?? text }
}

function readFeedback(text: string): string | null {
  return textBetween(text, '<feedback>', '</feedback>')?.trim() || null
}

/** Without the words that stand above what a program or an error says. */
function withoutHead(text: string): string {
  const error = /^The tool execution failed with the following error:\n<error>\n([\s\S]*?)\n?<\/error>/.exec(
    text,
  )?.[1]
  return (error ?? text)
    .replace(
      /^(?:Command (?:executed|execution)[^\n]*\n|The command failed with exit code: -?\d+\n|Exit code: -?\d+\n|Output:\n)+/,
      '',
    )
    .trim()
}

function firstLine(text: string): string {
  return text.split('\n', 1)[0] ?? ''
}

/** The text of a result: a string, or blocks of which images are left out. */
export function readResultText(content: unknown): string {
  if (typeof content === 'string') return content
  const blocks = Array.isArray(content) ? content.filter(isJsonObject) : []
  return blocks
    .filter((block) => readString(block, 'type') === 'text')
    .map((block) => readString(block, 'text') ?? '')
    .join('\n')
}

/** The blocks of a message; a string is one block of text. */
export function readBlocks(message: JsonObject): JsonObject[] {
  const text = readString(message, 'content')
  return text === null ? readObjects(message, 'content') : [{ type: 'text', text }]
}

/** The object that `text` is as JSON; null when it is none. */
export function parseObject(text: string): JsonObject | null {
  try {
    const value: unknown = JSON.parse(text)
    return isJsonObject(value) ? value : null
  } catch {
    return null
  }
}
