// A tool's use as Cline and Roo Code show it to the human, as a call whose end is not known yet.

import { type JsonObject, readObjects, readString } from '../../../core/json.ts'
import type { Action } from '../../session/session.ts'
import type { OpenCall } from '../../session/session-builder.ts'

const actions: ReadonlyMap<string, Action> = new Map([
  ['editedExistingFile', 'edit'],
  ['newFileCreated', 'edit'],
  ['fileDeleted', 'edit'],
  ['appliedDiff', 'edit'],
  ['insertContent', 'edit'],
  ['searchAndReplace', 'edit'],
  ['readFile', 'read'],
  ['listFiles', 'read'],
  ['listFilesTopLevel', 'read'],
  ['listFilesRecursive', 'read'],
  ['listCodeDefinitionNames', 'read'],
  ['searchFiles', 'search'],
  ['codebaseSearch', 'search'],
  ['webSearch', 'search'],
  ['webFetch', 'fetch'],
  ['newTask', 'agent'],
])

/** The call that the text of a `tool` message describes, and what its result is filed under. */
export function readTool(tool: JsonObject | null, at: string | null): { call: OpenCall; target: string } {
  const name = readString(tool, 'tool') ?? 'tool'
  const action = actions.get(name) ?? 'other'
  const path = readString(tool, 'path')
  const batch = readObjects(tool, 'batchDiffs').map((diff) => readString(diff, 'path') ?? '')
  const paths = [path ?? '', ...batch].filter((found) => found !== '')
  return {
    call: { action, name, at, paths: action === 'edit' ? [...new Set(paths)].slice(0, 100) : [] },
    target: paths[0] ?? '',
  }
}

/** Before and after of a patch that shows what a human changed: its kept and removed, its kept and added lines. */
export function readPatch(diff: string): { before: string | null; after: string | null } {
  const before: string[] = []
  const after: string[] = []
  for (const line of diff.slice(0, 200_000).split('\n')) {
    if (/^(?:@@|Index:|={5,}|--- |\+\+\+ |\\ No newline)/.test(line)) continue
    if (!line.startsWith('+')) before.push(line.slice(1))
    if (!line.startsWith('-')) after.push(line.slice(1))
  }
  const join = (lines: string[]) => (lines.some((line) => line !== '') ? lines.join('\n').trimEnd() : null)
  return { before: join(before), after: join(after) }
}
