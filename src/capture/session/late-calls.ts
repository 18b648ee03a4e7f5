// What is kept of calls that come when a session is full: the files they edit and the commits they make, without texts.
// By these a session is found to be behind a branch, however long it is.

import { boundCall, measureCall } from './bound-call.ts'
import { copyText } from './cut-text.ts'
import type { Call } from './session.ts'

/** Of one session: calls, and UTF-16 units of their paths and commands. */
const mostCalls = 5_000
const mostUnits = 1024 * 1024
const longestPath = 4_096
/** What is looked at and what is kept of a command: its message ties a commit that was rebased to it. */
const searchedCommand = 4_000
const longestCommand = 500
const committing = /\b(?:am|cherry-pick|commit|merge|pull|rebase|revert)\b/

export class LateCalls {
  private readonly paths = new Set<string>()
  private calls = 0
  private units = 0

  /** What to keep of `call`; null when it names no file that has not been met here and makes no commit. */
  reduce(call: Call): Call | null {
    if (this.calls >= mostCalls || this.units >= mostUnits) return null
    const paths = call.paths
      .filter((path) => path.length <= longestPath && !this.paths.has(path))
      .map(copyText)
    const searched = call.command?.slice(0, searchedCommand) ?? ''
    const mayCommit = /\bgit\b/.test(searched) && committing.test(searched)
    if (paths.length === 0 && call.commits.length === 0 && !mayCommit) return null
    const command = mayCommit ? copyText(searched.slice(0, longestCommand).toWellFormed()) : null
    this.calls++
    this.units += paths.reduce((units, path) => units + path.length, command?.length ?? 0)
    for (const path of paths) this.paths.add(path)
    return { ...call, command, paths, ...withoutTexts(call) }
  }

  /** What to keep of how a call ended. */
  end({ status, paths, commits = [] }: Pick<Call, 'status'> & Partial<Call>): Partial<Call> {
    const named = boundCall({ commits, ...(paths && { paths }) })
    const units = measureCall(named)
    const isRoom = this.units + units <= mostUnits
    if (isRoom) this.units += units
    return { ...(isRoom ? named : {}), ...withoutTexts({ status }) }
  }
}

/** Without its texts it cannot be told what went wrong, so that only a good end is one. */
function withoutTexts({ status }: Pick<Call, 'status'>): Pick<Call, 'status' | 'output' | 'feedback'> {
  return { status: status === 'ok' ? 'ok' : 'unknown', output: null, feedback: null }
}
