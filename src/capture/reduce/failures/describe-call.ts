// What a call tried, as a line of a draft.

import type { SessionPaths } from '../../paths/session-paths.ts'
import type { Call } from '../../session/session.ts'
import { nameFew } from '../text/name-few.ts'
import { toOneLine } from '../text/one-line.ts'
import { describeCommand } from './describe-command.ts'

const longestName = 200

/** The command, the edit with its files, or the tool's name. */
export function describeCall(call: Call, paths: SessionPaths): string {
  if (call.action === 'shell' && call.command !== null) return describeCommand(call.command)
  if (call.paths.length > 0) {
    const files = [...new Set(call.paths.map((path) => paths.name(path)))]
    return toOneLine(`edit of ${nameFew(files, 3, 'file')}`)
  }
  if (/^exit_?plan_?mode$/i.test(call.name)) return 'the proposed plan'
  return toOneLine(call.name, longestName)
}
