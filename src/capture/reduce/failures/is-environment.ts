// Whether a command failed for what the machine lacks, and not for the code: no program, no network, no right.

import type { Call } from '../../session/session.ts'
import type { CommandKind } from './command-kind.ts'

const lacks =
  /command not found|is not recognized as|ENOTFOUND|EAI_AGAIN|ECONNREFUSED|Could not resolve host|Temporary failure in name resolution|Network is unreachable|Permission denied|EACCES|Operation not permitted|EADDRINUSE|No space left/
const missingProgram = 127
const installs = /^(?:install|add|ci|sync|get|require|update|pull|push|restore)$/

/** Of tests and builds only that the program is missing: what else their output names may be what they found. */
export function isEnvironment({ exitCode, output }: Call, kind: CommandKind | null): boolean {
  if (exitCode === missingProgram) return true
  if (kind?.purpose === 'check' && !kind.words.some((word) => installs.test(word))) return false
  return kind !== null && lacks.test(output ?? '')
}
