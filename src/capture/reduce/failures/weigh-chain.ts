// Whether a failed call mattered, and what it cost.

import type { Chain } from './follow-calls.ts'
import { isEnvironment } from './is-environment.ts'

const mostMinutes = 30
/** Tools by which an AI keeps its own books. */
const bookkeeping =
  /^(?:todo|task)_?(?:read|write|create|update|get|list|output|stop)$|^(?:update_plan|skill|tool_?search)$/i

/**
 * What the environment lacked was done another way, and small work on files and scripts of one line are tried until they
 * go: those mattered only when they were tried again, took edits, or had a human step in. A tool that could not edit or
 * read a file, and soon did, tells of the tool and not of the work.
 */
export function matters(chain: Chain): boolean {
  const [first] = chain.runs
  if (!first) return false
  const { action, name, paths } = first.step.event
  const isRepeated = chain.runs.length > 1
  if (action === 'read' || action === 'search') return false
  if (action === 'edit') return paths.length > 0 && (isRepeated || chain.passedAt === null)
  if (chain.hasHuman) return true
  if (bookkeeping.test(name)) return false
  if (action === 'fetch' || action === 'agent' || action === 'other') return isRepeated
  if (chain.runs.every((run) => isEnvironment(run.step.event, chain.kind))) return false
  if (isRepeated || action !== 'shell' || chain.kind?.isPassing !== true) return true
  return chain.passedAt !== null && tookEdits(chain)
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
