// A tool's use as opencode keeps it, as a call.

import { type JsonObject, readObject, readObjects, readString } from '../../../core/json.ts'
import { isDenial } from '../../../hook/denial-reason.ts'
import { findCommits } from '../../session/find-commits.ts'
import type { Action } from '../../session/session.ts'
import type { CallEnd, OpenCall } from '../../session/session-builder.ts'
import { readTime } from './read-time.ts'

const actions: ReadonlyMap<string, Action> = new Map([
  ['bash', 'shell'],
  ['shell', 'shell'],
  ['edit', 'edit'],
  ['write', 'edit'],
  ['multiedit', 'edit'],
  ['patch', 'edit'],
  ['apply_patch', 'edit'],
  ['read', 'read'],
  ['list', 'read'],
  ['lsp', 'read'],
  ['glob', 'search'],
  ['grep', 'search'],
  ['codesearch', 'search'],
  ['websearch', 'search'],
  ['webfetch', 'fetch'],
  ['task', 'agent'],
  ['todowrite', 'other'],
  ['todoread', 'other'],
  ['question', 'other'],
  ['skill', 'other'],
  ['batch', 'other'],
  ['plan_enter', 'other'],
  ['plan_exit', 'other'],
  ['invalid', 'other'],
])
const noise: ReadonlySet<Action> = new Set<Action>(['read', 'search', 'fetch', 'other'])
const rejected = /^The user (?:rejected permission to use this specific tool call|dismissed this question)/
const feedback =
  /^The user rejected permission to use this specific tool call with the following feedback:\s*/

/** The call in `part`; null for one that says nothing: a read that went well, or one that never ran. */
export function readTool(part: JsonObject, at: string | null): (OpenCall & CallEnd) | null {
  const name = readString(part, 'tool')
  if (!name) return null
  // Tools of MCP servers are named `<server>_<tool>`.
  const action = actions.get(name) ?? (name.includes('_') ? 'mcp' : 'other')
  const state = readObject(part, 'state')
  const input = readObject(state, 'input')
  const end = readEnd(state, action)
  if (noise.has(action) && (end.status === 'ok' || end.status === 'unknown')) return null
  const command = action === 'shell' ? readString(input, 'command') : null
  return {
    action,
    name,
    command,
    paths: action === 'edit' ? readPaths(input, state) : [],
    at: readTime(state, 'start') ?? at,
    ...end,
    output: end.status === 'ok' ? null : (end.output ?? null),
    commits: end.status === 'ok' ? findCommits(command, end.output ?? null) : [],
  }
}

function readEnd(state: JsonObject | null, action: Action): CallEnd {
  const status = readString(state, 'status')
  if (status === 'completed') return readCompleted(state, action)
  return status === 'error' ? readError(readString(state, 'error') ?? '') : { status: 'unknown' }
}

/** A command that failed is completed too; a null exit code is that of one that was killed. */
function readCompleted(state: JsonObject | null, action: Action): CallEnd {
  const output = readString(state, 'output')
  const exit = action === 'shell' ? readObject(state, 'metadata')?.exit : undefined
  if (output?.slice(-500).includes('User aborted the command')) return { status: 'interrupted', output }
  if (exit === null) return { status: 'failed', output }
  if (typeof exit !== 'number' || !Number.isSafeInteger(exit)) return { status: 'ok', output }
  return { status: exit === 0 ? 'ok' : 'failed', exitCode: exit, output }
}

function readError(error: string): CallEnd {
  if (rejected.test(error)) {
    const said = feedback.test(error) ? error.replace(feedback, '').trim() : ''
    return { status: 'rejected', output: error, feedback: said === '' ? null : said }
  }
  if (error.startsWith('The user has specified a rule') || isDenial(error))
    return { status: 'denied', output: error }
  const isStopped = /^Tool execution (?:was )?(?:aborted|interrupted)/.test(error)
  return { status: isStopped ? 'interrupted' : 'failed', output: error }
}

function readPaths(input: JsonObject | null, state: JsonObject | null): string[] {
  const files = readObjects(readObject(state, 'metadata'), 'files').flatMap((file) => [
    readString(file, 'filePath') ?? '',
    readString(file, 'movePath') ?? '',
  ])
  const patch = (readString(input, 'patchText') ?? '').slice(0, 1_000_000)
  const named = [...patch.matchAll(/^\*\*\* (?:(?:Add|Update|Delete) File|Move to): (.{1,1000})$/gm)].map(
    (match) => match[1]?.trim() ?? '',
  )
  const all = [readString(input, 'filePath') ?? '', ...(files.length > 0 ? files : named)]
  return [...new Set(all.filter((path) => path !== ''))].slice(0, 100)
}
