// Reads what a call gave back to the model: Codex has written exit codes in several ways.

import {
  isJsonObject,
  type JsonObject,
  readBoolean,
  readObject,
  readObjects,
  readString,
} from '../../../core/json.ts'
import type { CallEnd } from '../../session/session-builder.ts'

/** Of the text before `Output:`; real ones have some 100 characters. */
const longestHead = 1_000
/** A refusal is a short message of Codex itself; what a program prints may be long. */
const longestRefusal = 2_000
const longestReason = 500

export interface CallOutput extends CallEnd {
  output: string
  /** Number of the terminal in which the command still runs. */
  running: string | null
}

/** The output of row `function_call_output` or `custom_tool_call_output`. */
export function readOutput(row: JsonObject): CallOutput {
  const wrapped = readObject(row, 'output')
  const text =
    readString(row, 'output') ??
    readString(wrapped, 'content') ??
    joinTexts(row, 'output') ??
    joinTexts(wrapped, 'content')
  const isBad = readBoolean(wrapped, 'success') === false
  const { output, exitCode, running } = splitOutput(text ?? '')
  return {
    output,
    exitCode,
    running,
    status: exitCode === null ? judge(output, isBad) : exitCode === 0 ? 'ok' : 'failed',
  }
}

/** What a message without an exit code says of the call. */
export function judge(text: string, isBad: boolean): CallEnd['status'] {
  return refusalOf(text) ?? (isBad || failure.test(text.slice(0, longestRefusal)) ? 'failed' : 'ok')
}

function refusalOf(text: string): CallEnd['status'] | null {
  // Such a message repeats the command, however long.
  const reason = /^exec_command failed\b/.test(text)
    ? /\bRejected\((.*)/s.exec(text.slice(-longestReason))?.[1]
    : null
  if (reason) return reason.includes('rejected by user') ? 'rejected' : 'denied'
  if (text.length > longestRefusal) return null
  if (/^(?:exec command |patch )?rejected by user\b|^user (?:rejected|cancelled) MCP tool call/.test(text))
    return 'rejected'
  if (/^aborted by user\b|^aborted$|^Wall time: [^\n]*\naborted by user/.test(text)) return 'interrupted'
  if (
    /blocked by (?:policy|\w+ hook)|rejected by policy|AskForApproval|approval required by policy/.test(text)
  )
    return 'denied'
  return null
}

const failure =
  /^(?:apply_patch verification failed|exec_command failed|write_stdin failed|unsupported (?:custom tool )?call|failed to parse|failed in sandbox|failed:|execution error|command timed out after|error:|err:|tool call error|MCP error|Error calling|unable to |patch failed|Invalid patch|collab .* failed)/i

function splitOutput(text: string): { output: string; exitCode: number | null; running: string | null } {
  if (text.startsWith('{"output":')) {
    const row = parse(text)
    const metadata = readObject(row, 'metadata')
    const output = readString(row, 'output')
    if (output !== null && metadata)
      return { output, exitCode: readInteger(metadata, 'exit_code'), running: null }
  }
  const head = /^(?:Chunk ID|Wall time|Exit code|Process exited|Process running)/.test(text)
    ? (/^.*?(?=\nOutput:(?:\n|$))/s.exec(text.slice(0, longestHead))?.[0] ?? null)
    : null
  if (head === null) return { output: text, exitCode: null, running: null }
  const code = /^(?:Exit code: |Process exited with code )(-?\d{1,10})$/m.exec(head)?.[1]
  return {
    output: text.slice(head.length + '\nOutput:\n'.length),
    exitCode: code === undefined ? null : Number(code),
    running: /^Process running with session ID (\d{1,20})$/m.exec(head)?.[1] ?? null,
  }
}

/** The whole number at `key`; commands that a signal ended have negative ones. */
export function readInteger(from: JsonObject | null, key: string): number | null {
  const value = from === null ? null : from[key]
  return typeof value === 'number' && Number.isSafeInteger(value) ? value : null
}

/** The texts of the list at `key`; null when there is none. */
export function joinTexts(from: JsonObject | null, key: string): string | null {
  const texts = readObjects(from, key).map((part) => readString(part, 'text'))
  const found = texts.filter((text) => text !== null)
  return found.length === 0 ? null : found.join('\n')
}

function parse(text: string): JsonObject | null {
  try {
    const value: unknown = JSON.parse(text)
    return isJsonObject(value) ? value : null
  } catch {
    return null
  }
}
