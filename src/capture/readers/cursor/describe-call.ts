// What a tool of Cursor does, by its name and arguments: the IDE and the agent name them differently.

import { type JsonObject, readString } from '../../../core/json.ts'
import type { Action } from '../../session/session.ts'
import type { OpenCall } from '../../session/session-builder.ts'

/** By the name in lower case without `_`. */
const actions: ReadonlyArray<[RegExp, Action]> = [
  [/^(?:shell|bash|runterminal)/, 'shell'],
  [/^(?:edit|write|strreplace|searchreplace|multistrreplace|reapply|applypatch|delete)/, 'edit'],
  [/^(?:readfile|read$|listdir|ls$|readlints|fetchrules)/, 'read'],
  [
    /^(?:grep|ripgrep|glob|filesearch|codebasesearch|semanticsearch|semsearch|websearch|searchsymbols)/,
    'search',
  ],
  [/^(?:webfetch|fetch)/, 'fetch'],
  [/^(?:task|subagent)/, 'agent'],
  [/^(?:callmcp|mcp)/, 'mcp'],
]
const opening = '<user_query>'
const closing = '</user_query>'
const pathKeys = [
  'relativeWorkspacePath',
  'target_file',
  'targetFile',
  'file_path',
  'filePath',
  'path',
  'target_notebook',
]

/** The call of `name`; `inputs` are its arguments in the order in which they are asked. */
export function describeCall(name: string, inputs: ReadonlyArray<JsonObject | null>): OpenCall {
  const plain = name.toLowerCase().replaceAll('_', '')
  const action = actions.find(([names]) => names.test(plain))?.[1] ?? 'other'
  const find = (keys: readonly string[]) => {
    for (const input of inputs) {
      for (const key of keys) {
        const value = readString(input, key)
        if (value) return value
      }
    }
    return null
  }
  const path = action === 'edit' ? find(pathKeys) : null
  return {
    action,
    name: name.slice(0, 200),
    command: action === 'shell' ? find(['command', 'cmd']) : null,
    paths: path === null ? [] : [path.slice(0, 1000)],
  }
}

/** What the human typed, without what the IDE adds round it. */
export function readQuery(text: string): string {
  const queries: string[] = []
  let end = 0
  for (;;) {
    const start = text.indexOf(opening, end)
    end = start === -1 ? -1 : text.indexOf(closing, start)
    if (end === -1) break
    queries.push(text.slice(start + opening.length, end).trim())
  }
  if (queries.length > 0) return queries.join('\n\n')
  return /^\s*<[a-z_]+>/.test(text) ? '' : text
}
