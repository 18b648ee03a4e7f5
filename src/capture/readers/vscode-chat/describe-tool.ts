// A tool call of VS Code Chat, from its `toolInvocationSerialized`.

import { isJsonObject, type JsonObject, readObject, readObjects, readString } from '../../../core/json.ts'
import { findCommits } from '../../session/find-commits.ts'
import type { Action, CallStatus } from '../../session/session.ts'
import type { CallEnd, OpenCall } from '../../session/session-builder.ts'

/** By the id of the tool without `copilot_` and `vscode_`, in lower case without `_`. */
const actions: ReadonlyArray<[RegExp, Action]> = [
  [/^(?:runinterminal|runtests|runtask|createandruntask|terminalcommand)/, 'shell'],
  [
    /^(?:replacestring|multireplacestring|applypatch|createfile|insertedit|editfile|editnotebook|deletefile)/,
    'edit',
  ],
  [
    /^(?:readfile|listdir|geterrors|getchangedfiles|getvscodeapi|readnotebook|getnotebook|getterminal|viewimage)/,
    'read',
  ],
  [/^(?:find|search|listcodeusages|grep|semanticsearch|filesearch)/, 'search'],
  [/^(?:fetchwebpage|opensimplebrowser|githubrepo)/, 'fetch'],
  [/^(?:runsubagent|searchsubagent)/, 'agent'],
]

/** How a call may be confirmed; other numbers mean that it ran. */
const denied = 0
const skipped = 5

/** The call in `part`, with its end; null for what is none. `at` is the time of the request. */
export function describeTool(part: JsonObject, at: string | null): (OpenCall & CallEnd) | null {
  const name = readString(part, 'toolId')?.slice(0, 200) ?? null
  if (name === null) return null
  const data = readObject(part, 'toolSpecificData')
  const isTerminal = readString(data, 'kind') === 'terminal'
  const action = isTerminal ? 'shell' : readAction(name, part)
  const command = isTerminal ? readCommand(data) : null
  const state = readObject(data, 'terminalCommandState')
  const exitCode =
    typeof state?.exitCode === 'number' && Number.isSafeInteger(state.exitCode) ? state.exitCode : null
  const output = readOutput(part, data)
  const status = readStatus(part, isTerminal, exitCode)
  return {
    action,
    name,
    command,
    at: readTime(state?.timestamp) ?? at,
    status,
    exitCode,
    output: status === 'ok' || status === 'rejected' ? null : output,
    commits: status === 'ok' ? findCommits(command, output) : [],
  }
}

/** Milliseconds since 1970 as ISO 8601; null for what is no time. */
export function readTime(at: unknown): string | null {
  return typeof at === 'number' && at > 0 && at < 253_402_300_800_000 ? new Date(at).toISOString() : null
}

function readAction(name: string, part: JsonObject): Action {
  if (name.startsWith('mcp_') || readString(readObject(part, 'source'), 'type') === 'mcp') return 'mcp'
  const plain = name
    .toLowerCase()
    .replace(/^(?:copilot|vscode)_/, '')
    .replaceAll('_', '')
  return actions.find(([names]) => names.test(plain))?.[1] ?? 'other'
}

/** As it ran: the human may have changed it in the dialog. */
function readCommand(data: JsonObject | null): string | null {
  const line = readObject(data, 'commandLine')
  const ran = readString(line, 'userEdited') ?? readString(line, 'original') ?? readString(line, 'toolEdited')
  return ran ?? readString(data, 'command')
}

function readStatus(part: JsonObject, isTerminal: boolean, exitCode: number | null): CallStatus {
  const confirmed = part.isConfirmed
  const how = isJsonObject(confirmed) ? confirmed.type : null
  if (confirmed === false || how === denied || how === skipped) {
    // A denial that names its source is of a hook or a rule.
    return isJsonObject(confirmed) && confirmed.source !== undefined && confirmed.source !== 'user'
      ? 'denied'
      : 'rejected'
  }
  const isError = readObject(part, 'resultDetails')?.isError === true
  if (isError || part.resultError || (exitCode !== null && exitCode !== 0)) return 'failed'
  if (isTerminal) return exitCode === 0 ? 'ok' : 'unknown'
  return part.isComplete === true ? 'ok' : 'unknown'
}

function readOutput(part: JsonObject, data: JsonObject | null): string | null {
  const terminal = readString(readObject(data, 'terminalCommandOutput'), 'text')
  // Colours and the like.
  if (terminal !== null)
    return terminal
      .replace(/\u001B(?:\[[\d;?]*[A-Za-z]|\][^\u0007\u001B]*\u0007?)/g, '')
      .replaceAll('\r\n', '\n')
  const error = part.resultError
  const message =
    typeof error === 'string' ? error : readString(isJsonObject(error) ? error : null, 'message')
  const values = readObjects(readObject(part, 'resultDetails'), 'output').flatMap(
    (item) => readString(item, 'value') ?? [],
  )
  return message ?? (values.length > 0 ? values.slice(0, 20).join('\n') : null)
}
