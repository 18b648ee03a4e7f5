// A tool call of Gemini CLI, from its record, and what the human changed in it.

import { isJsonObject, type JsonObject, readObject, readString } from '../../../core/json.ts'
import { findCommits } from '../../session/find-commits.ts'
import type { Action, CallStatus, HumanEdit } from '../../session/session.ts'
import type { CallEnd, OpenCall } from '../../session/session-builder.ts'
import { readResponse, readResponses } from './read-parts.ts'

const actions: ReadonlyMap<string, Action> = new Map([
  ['run_shell_command', 'shell'],
  ['write_file', 'edit'],
  ['replace', 'edit'],
  ['edit', 'edit'],
  ['read_file', 'read'],
  ['read_many_files', 'read'],
  ['list_directory', 'read'],
  ['glob', 'search'],
  ['grep_search', 'search'],
  ['search_file_content', 'search'],
  ['google_web_search', 'search'],
  ['web_fetch', 'fetch'],
  ['invoke_agent', 'agent'],
])

/** The call in `record`, with its end; null for what is none. */
export function describeCall(record: JsonObject): (OpenCall & CallEnd) | null {
  const name = readString(record, 'name')
  if (name === null) return null
  const args = readObject(record, 'args')
  const response = readResponses(record.result)[0]
  const { text, isError } = readResponse(response)
  const output = text ?? readString(record, 'resultDisplay')
  return describe(name, args, readString(record, 'timestamp'), readString(record, 'status'), output, isError)
}

/** A call of which only the error in `response` was kept, as in sessions of editors. */
export function describeResponse(response: JsonObject, at: string | null): (OpenCall & CallEnd) | null {
  const name = readString(response, 'name')
  const { text, isError } = readResponse(response)
  return name === null || !isError ? null : describe(name, null, at, 'error', text, true)
}

/** The proposal that the human edited in the dialog of the call, if any. */
export function describeHumanEdit(record: JsonObject): Omit<HumanEdit, 'kind'> | null {
  const args = readObject(record, 'args')
  const path = readString(args, 'file_path')?.slice(0, 1000) ?? null
  const before = readString(args, 'ai_proposed_content')
  if (args?.modified_by_user !== true || path === null || before === null) return null
  const at = readString(record, 'timestamp')
  const content = readString(args, 'content')
  if (content !== null) return { path, before, after: content, at }
  // Of an edited replacement the tool keeps the whole file, before and after.
  const after = readString(args, 'new_string')
  return {
    path,
    before,
    after: after === null ? null : takeChanged(readString(args, 'old_string') ?? '', after),
    at,
  }
}

function describe(
  name: string,
  args: JsonObject | null,
  at: string | null,
  status: string | null,
  output: string | null,
  isError: boolean,
): OpenCall & CallEnd {
  const action = name.startsWith('mcp_') || name.includes('__') ? 'mcp' : (actions.get(name) ?? 'other')
  const command = action === 'shell' ? readString(args, 'command') : null
  const path = action === 'edit' ? readString(args, 'file_path') : null
  const code =
    action === 'shell' ? /^Exit Code: (\d{1,9})$/m.exec((output ?? '').slice(-500))?.[1] : undefined
  const exitCode = code === undefined ? null : Number(code)
  const ended = readStatus(status, (output ?? '').slice(0, 500), exitCode, isError)
  return {
    action,
    name: name.slice(0, 200),
    command,
    paths: path === null ? [] : [path.slice(0, 1000)],
    at,
    status: ended,
    exitCode,
    output:
      ended === 'ok' || ended === 'rejected' ? null : (output?.replace(/\nExit Code: \d+\s*$/, '') ?? null),
    commits: ended === 'ok' ? findCommits(command, output) : [],
  }
}

function readStatus(
  status: string | null,
  output: string,
  exitCode: number | null,
  isError: boolean,
): CallStatus {
  if (/^\[Operation Cancelled\] Reason: User denied|^Tool "[^"]*" was cancell?ed by the user/.test(output))
    return 'rejected'
  if (status === 'cancelled' || output.startsWith('Command was cancelled by user')) return 'interrupted'
  if (/^Tool execution (?:denied|blocked)|(?:denied by policy|blocked by hook)/.test(output) && isError)
    return 'denied'
  if (status === 'error' || isError || (exitCode !== null && exitCode !== 0)) return 'failed'
  return status === 'success' ? 'ok' : 'unknown'
}

/** The lines of `after` between those at either end that `before` has too. */
function takeChanged(before: string, after: string): string {
  const old = before.split('\n')
  const lines = after.split('\n')
  let start = 0
  while (start < lines.length && start < old.length && lines[start] === old[start]) start++
  let end = 0
  const most = Math.min(lines.length, old.length) - start
  while (end < most && lines.at(-1 - end) === old.at(-1 - end)) end++
  return lines.slice(start, lines.length - end).join('\n')
}

/** The objects of `list` that are calls, by their ids. */
export function readCallRecords(list: unknown): Array<[id: string, record: JsonObject]> {
  if (!Array.isArray(list)) return []
  return list.filter(isJsonObject).flatMap((record) => {
    const id = readString(record, 'id')
    return id === null ? [] : [[id, record] as [string, JsonObject]]
  })
}
