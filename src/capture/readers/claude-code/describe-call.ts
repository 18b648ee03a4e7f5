// What a tool of Claude Code does, by its name.

import { type JsonObject, readObjects, readString } from '../../../core/json.ts'
import { cutStart } from '../../session/cut-text.ts'
import type { Action } from '../../session/session.ts'
import type { OpenCall } from '../../session/session-builder.ts'

const actions = new Map<string, Action>([
  ['Bash', 'shell'],
  ['PowerShell', 'shell'],
  ['Edit', 'edit'],
  ['MultiEdit', 'edit'],
  ['Write', 'edit'],
  ['NotebookEdit', 'edit'],
  ['Read', 'read'],
  ['NotebookRead', 'read'],
  ['LS', 'read'],
  ['BashOutput', 'read'],
  ['TaskOutput', 'read'],
  ['Glob', 'search'],
  ['Grep', 'search'],
  ['ToolSearch', 'search'],
  ['WebSearch', 'search'],
  ['WebFetch', 'fetch'],
  ['Task', 'agent'],
  ['Agent', 'agent'],
])

const longestCommand = 4_000
const longestPath = 4_096

/** The call of the tool `name` with `input`, not yet ended. */
export function describeCall(name: string, input: JsonObject | null): OpenCall {
  const action = actions.get(name) ?? (name.startsWith('mcp__') ? 'mcp' : 'other')
  if (action === 'shell')
    return { action, name, command: cutStart(readString(input, 'command') ?? '', longestCommand) }
  if (action !== 'edit') return { action, name }
  const path = readString(input, 'file_path') ?? readString(input, 'notebook_path')
  return { action, name, paths: path && path.length <= longestPath ? [path] : [] }
}

/**
 * The text that an edit puts into its file, from what the AI asked for or from what the tool says it did; null when it
 * is neither. Several edits of one call stand below each other.
 */
export function readNewText(edit: JsonObject | null): string | null {
  const whole =
    readString(edit, 'new_string') ??
    readString(edit, 'newString') ??
    readString(edit, 'content') ??
    readString(edit, 'new_source')
  if (whole !== null) return whole
  const parts = readObjects(edit, 'edits').map(
    (part) => readString(part, 'new_string') ?? readString(part, 'newString') ?? '',
  )
  return parts.length > 0 ? parts.join('\n') : null
}
