// Whether a failed call mattered, and what it cost.

import type { CommandKind } from './command-kind.ts'
import type { Chain } from './follow-calls.ts'

/** What the machine lacked and not the code: no program, no network, no right. */
const environment =
  /command not found|is not recognized as|No such file or directory: '?\w+'?$|ENOTFOUND|EAI_AGAIN|ECONNREFUSED|Could not resolve host|Temporary failure in name resolution|Network is unreachable|Permission denied|EACCES|Operation not permitted|EADDRINUSE|No space left/
const missingProgram = 127
const mostMinutes = 30

/**
 * It mattered when it was tried again, took edits to pass, or had a human step in; once is enough for tests, builds,
 * lints and tools. What the environment lacked was then done another way. A tool that could not edit or read a file,
 * and soon did, tells of the tool and not of the work.
 */
export function matters(chain: Chain): boolean {
  const [first] = chain.runs
  if (!first) return false
  if (chain.hasHuman) return true
  const { action, exitCode, output } = first.step.event
  const isRepeated = chain.runs.length > 1
  if (action === 'read' || action === 'search') return false
  if (action === 'fetch' || action === 'other') return isRepeated
  if (action === 'edit') return isRepeated || chain.passedAt === null
  if (isEnvironment(exitCode, output, chain.kind)) return isRepeated && tookEdits(chain)
  if (isRepeated || action !== 'shell') return true
  return chain.kind?.purpose === 'check' || (chain.passedAt !== null && tookEdits(chain))
}

/** In no unit: repeats, minutes until it passed, edits, and a human's word, which costs most. */
export function weigh(chain: Chain): number {
  const [first] = chain.runs
  const passed = chain.passedAt?.time ?? chain.runs.at(-1)?.step.order.time ?? ''
  const minutes = (Date.parse(passed) - Date.parse(first?.step.order.time ?? '')) / 60_000
  const edits = chain.runs.reduce((sum, { edited }) => sum + edited.size, 0)
  return (
    chain.runs.length * 2 +
    (chain.hasHuman ? 6 : 0) +
    (chain.kind?.purpose === 'check' ? 2 : 0) +
    (chain.runs.some(({ cause }) => cause !== null) ? 2 : 0) +
    Math.min(edits, 5) +
    (minutes > 0 ? Math.min(minutes, mostMinutes) / 3 : 0)
  )
}

function tookEdits(chain: Chain): boolean {
  return chain.runs.some(({ edited }) => edited.size > 0)
}

/** Of tests and builds only that the program is missing: what else their output names may be what they found. */
function isEnvironment(exitCode: number | null, output: string | null, kind: CommandKind | null): boolean {
  if (exitCode === missingProgram) return true
  const isInstall = kind?.words.some((word) =>
    /^(?:install|add|ci|sync|get|require|update|pull|push|restore)$/.test(word),
  )
  return (kind?.purpose !== 'check' || isInstall === true) && environment.test(output ?? '')
}
