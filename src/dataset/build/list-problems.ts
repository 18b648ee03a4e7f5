// What could not be taken, as lines for a person: the first of each reason, and how many there were.

import { redactText } from '../../core/redact/redact-text.ts'
import { toSafeText } from '../../core/render/safe-text.ts'
import type { Prepared } from './prepare-dataset.ts'

/** Of one reason more would only hide the others. */
const mostOfOne = 5

export interface ListedProblems {
  /** One line each, redacted and without control characters. */
  lines: string[]
  /** All of them, by reason. */
  counts: ReadonlyMap<string, number>
}

/** The problems of sources and map. */
export function listProblems({ collected, mapped }: Pick<Prepared, 'collected' | 'mapped'>): ListedProblems {
  const counts = new Map<string, number>()
  for (const { reason } of collected.problems) counts.set(reason, (counts.get(reason) ?? 0) + 1)
  for (const [reason, count] of Object.entries(mapped.counts.problems)) {
    counts.set(reason, (counts.get(reason) ?? 0) + count)
  }
  const lines: string[] = []
  const shown = new Map<string, number>()
  for (const { place, reason, message } of [...collected.problems, ...mapped.problems]) {
    const count = (shown.get(reason) ?? 0) + 1
    shown.set(reason, count)
    if (count > mostOfOne) continue
    const line = redactText(toSafeText(`${place}: ${message}`))
    lines.push(line.replace(/\s+/g, ' ').slice(0, 400))
  }
  for (const [reason, count] of counts) {
    // Of very many only the first are there to be shown.
    const more = count - Math.min(shown.get(reason) ?? 0, mostOfOne)
    if (more > 0) lines.push(`… and ${more} more: ${reason}`)
  }
  return { lines, counts }
}
