// Exit codes that are answers and not failures: nothing found, files differ, a server that was stopped.

import type { Call } from '../../session/session.ts'
import type { CommandKind } from './command-kind.ts'

/** By signal or by `timeout`. */
const stopped = new Set([124, 130, 137, 143])

/** Whether a command that ended with an error did what it was for. `full` lets only what is no error at all pass. */
export function isAnswer({ exitCode, output }: Call, kind: CommandKind, full: boolean): boolean {
  const wasStopped = exitCode === null ? /timed? ?out/i.test(output ?? '') : stopped.has(exitCode)
  if (kind.purpose === 'look') return !full || wasStopped || exitCode === null || exitCode === 1
  if (wasStopped) return kind.purpose !== 'check'
  // `npm test | grep error` finds none: the exit code is that of grep.
  return kind.endsWithLook && kind.isPiped && exitCode === 1 && (output ?? '').trim() === ''
}
