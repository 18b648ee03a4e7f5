// What a tool of Copilot CLI does, by its name and arguments.

import { isJsonObject, readString } from '../../../core/json.ts'
import type { Action } from '../../session/session.ts'
import type { OpenCall } from '../../session/session-builder.ts'

const actions: ReadonlyMap<string, Action> = new Map([
  ['bash', 'shell'],
  ['powershell', 'shell'],
  ['local_shell', 'shell'],
  ['shell', 'shell'],
  ['create', 'edit'],
  ['edit', 'edit'],
  ['insert', 'edit'],
  ['write', 'edit'],
  ['str_replace', 'edit'],
  ['str_replace_editor', 'edit'],
  ['apply_patch', 'edit'],
  ['view', 'read'],
  ['read', 'read'],
  ['grep', 'search'],
  ['rg', 'search'],
  ['glob', 'search'],
  ['web_search', 'search'],
  ['web_fetch', 'fetch'],
  ['fetch', 'fetch'],
  ['task', 'agent'],
])

/** The call of `name` with `args` as the tool wrote them; `mcpServer` when a server of that name runs it. */
export function describeCall(name: string, args: unknown, mcpServer: string | null): OpenCall {
  const input = isJsonObject(args) ? args : null
  let action = mcpServer === null ? (actions.get(name) ?? 'other') : 'mcp'
  if (name === 'str_replace_editor' && readString(input, 'command') === 'view') action = 'read'
  const path = readString(input, 'path') ?? readString(input, 'file_path')
  const patch = typeof args === 'string' ? args : (readString(input, 'patch') ?? readString(input, 'input'))
  return {
    action,
    name: name.slice(0, 200),
    command: action === 'shell' ? readString(input, 'command') : null,
    paths: action === 'edit' ? (path === null ? readPatchPaths(patch ?? '') : [path.slice(0, 1000)]) : [],
  }
}

/** The files that a patch in the form of `apply_patch` touches, old and new names. */
function readPatchPaths(patch: string): string[] {
  const header = /^\*\*\* (?:(?:Add|Update|Delete) File|Move to): (.{1,1000})$/gm
  const paths = [...patch.matchAll(header)].flatMap(([, path]) => (path === undefined ? [] : [path.trim()]))
  return [...new Set(paths)].slice(0, 1000)
}
