// Reads what the model called: functions under several names, free-form tools, local shells.

import { isJsonObject, type JsonObject, readObject, readString } from '../../../core/json.ts'
import type { Action } from '../../session/session.ts'
import type { OpenCall } from '../../session/session-builder.ts'

/** Of one patch. */
const mostPaths = 200
const longestName = 100

const actions = new Map<string, Action>([
  ['apply_patch', 'edit'],
  ['container.exec', 'shell'],
  ['exec_command', 'shell'],
  ['grep_files', 'search'],
  ['list_dir', 'read'],
  ['local_shell', 'shell'],
  ['read_file', 'read'],
  ['shell', 'shell'],
  ['shell_command', 'shell'],
  ['spawn_agent', 'agent'],
  ['tool_search', 'search'],
  ['unified_exec', 'shell'],
  ['view_image', 'read'],
  ['web_search', 'search'],
])

/** The call of a row `function_call`, `custom_tool_call` or `local_shell_call`. */
export function readCall(row: JsonObject): OpenCall {
  if (row.type === 'local_shell_call') return shellCall('local_shell', commandOf(readObject(row, 'action')))
  const namespace = readString(row, 'namespace')
  const ownName = readString(row, 'name')?.slice(0, longestName) ?? 'unknown'
  const name =
    namespace === null || !namespace.startsWith('mcp')
      ? ownName
      : `${namespace.replace(/_+$/, '')}__${ownName}`
  const input = readString(row, 'input')
  const args = input === null ? parseArguments(readString(row, 'arguments')) : null
  const action = actions.get(ownName) ?? (/^mcp__|__/.test(name) ? 'mcp' : 'other')
  if (action === 'shell') return shellCall(name, commandOf(args))
  if (action !== 'edit') return { action, name }
  return {
    action,
    name,
    paths: patchPaths(input ?? readString(args, 'input') ?? readString(args, 'patch') ?? ''),
  }
}

/** A command; one that applies a patch is an edit. */
export function shellCall(name: string, command: string | null): OpenCall {
  if (command !== null && /\bapply_?patch\b/.test(command) && command.includes('*** Begin Patch')) {
    return { action: 'edit', name: 'apply_patch', paths: patchPaths(command) }
  }
  return { action: 'shell', name, command }
}

/** The command line; a shell that only wraps it is taken off. */
export function commandOf(from: JsonObject | null): string | null {
  const text = readString(from, 'cmd') ?? readString(from, 'command')
  if (text !== null) return text
  const words = from === null ? null : (from.command ?? from.cmd)
  if (!Array.isArray(words)) return null
  const strings = words.filter((word) => typeof word === 'string')
  const [shell = '', option = '', script] = strings
  const isWrapped = strings.length === 3 && /^-l?c$|^-(?:No\w+|Command)$|^\/c$/i.test(option)
  if (isWrapped && script !== undefined && /(?:^|[\\/])(?:\w*sh|cmd|powershell)(?:\.exe)?$/i.test(shell))
    return script
  return strings.length === 0 ? null : strings.join(' ')
}

/** Files that a patch names, each once; of a moved file both names. */
function patchPaths(patch: string): string[] {
  const paths = new Set<string>()
  for (const [, path = ''] of patch.matchAll(
    /^\*\*\* (?:(?:Update|Add|Delete) File|Move to): (.{1,4096})$/gm,
  )) {
    if (paths.size < mostPaths) paths.add(path.trim())
  }
  return [...paths]
}

/** Files of the object `changes`, each once; of a moved file both names. */
export function changedPaths(changes: JsonObject | null): string[] {
  const paths = new Set<string>()
  for (const [path, change] of Object.entries(changes ?? {}).slice(0, mostPaths)) {
    paths.add(path)
    const moved = isJsonObject(change) ? readString(change, 'move_path') : null
    if (moved !== null) paths.add(moved)
  }
  return [...paths]
}

function parseArguments(text: string | null): JsonObject | null {
  if (text === null) return null
  try {
    const value: unknown = JSON.parse(text)
    return isJsonObject(value) ? value : null
  } catch {
    return null
  }
}
