// What a call tried, as a line of a draft.

import type { Call } from '../../session/session.ts'
import { nameFew } from '../text/name-few.ts'
import { toOneLine } from '../text/one-line.ts'
import type { BranchPaths } from '../work/branch-paths.ts'
import { readCommandKind } from './command-kind.ts'

const longestCommand = 200
const mostLines = 20

/** The command, the edit with its files, or the tool's name. */
export function describeCall(call: Call, paths: BranchPaths): string {
  if (call.action === 'shell' && call.command !== null) return describeCommand(call.command)
  if (call.paths.length > 0) {
    const files = [...new Set(call.paths.map((path) => paths.name(path)))]
    return toOneLine(`edit of ${nameFew(files, 3, 'file')}`)
  }
  if (/^exit_?plan_?mode$/i.test(call.name)) return 'the proposed plan'
  return toOneLine(call.name, longestCommand)
}

/** Says where, which a reader does not need, and how the human's folders are called. */
const onlyMoves = /^\s*cd\s+(?:"[^"]*"|'[^']*'|[^\s;&|]+)\s*;?\s*$/

/** Without the way to the folder; of several lines the first that does more than look around. */
function describeCommand(command: string): string {
  const lines = command
    .replaceAll('\\\n', ' ')
    .split('\n')
    .filter((line) => !/^\s*(?:#|$)/.test(line) && !onlyMoves.test(line))
  const telling = lines.slice(0, mostLines).find((line) => readCommandKind(line).purpose !== 'look')
  const said = (telling ?? lines[0] ?? '').replace(/^\s*cd\s+(?:"[^"]*"|'[^']*'|[^\s;&|]+)\s*(?:&&|;)\s*/, '')
  const line = toOneLine(said, longestCommand - 2)
  return lines.length <= 1 || line.endsWith('…') ? line : `${line} …`
}
