// What a call tried, as a line of a draft.

import type { Call } from '../../session/session.ts'
import { nameFew } from '../text/name-few.ts'
import { toOneLine } from '../text/one-line.ts'
import type { BranchPaths } from '../work/branch-paths.ts'

const longestCommand = 200

/** The command, the edit with its files, or the tool's name. */
export function describeCall(call: Call, paths: BranchPaths): string {
  if (call.action === 'shell' && call.command !== null) return describeCommand(call.command)
  if (call.paths.length > 0) {
    const files = [...new Set(call.paths.map((path) => paths.name(path)))]
    return toOneLine(`edit of ${nameFew(files, 3, 'file')}`)
  }
  return toOneLine(call.name, longestCommand)
}

/** Without the way to the folder; of several lines the first that does something. */
function describeCommand(command: string): string {
  const lines = command.split('\n').filter((line) => !/^\s*(?:#|$)/.test(line))
  const first = (lines[0] ?? '').replace(/^\s*cd\s+(?:"[^"]*"|'[^']*'|[^\s;&|]+)\s*(?:&&|;)\s*/, '')
  const isContinued = first.endsWith('\\')
  const said = isContinued ? lines.join(' ').replaceAll('\\ ', ' ') : first
  const line = toOneLine(said, longestCommand - 2)
  return lines.length === 1 || isContinued || line.endsWith('…') ? line : `${line} …`
}
