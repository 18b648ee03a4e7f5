// What could not be taken, on standard error: the first of each reason, and how many there were.

import { redactText } from '../../core/redact/redact-text.ts'
import { toSafeText } from '../../core/render/safe-text.ts'
import type { Prepared } from '../../dataset/build/prepare-dataset.ts'
import { escapeLines } from '../../report/escape-commands.ts'
import type { Environment } from '../environment.ts'
import { write } from '../write.ts'

/** Of one reason more would only hide the others. */
const mostOfOne = 5

/** Names the problems of sources and map. */
export async function writeProblems(
  { collected, mapped }: Pick<Prepared, 'collected' | 'mapped'>,
  { stderr }: Environment,
): Promise<void> {
  const counts = new Map<string, number>()
  for (const { reason } of collected.problems) counts.set(reason, (counts.get(reason) ?? 0) + 1)
  for (const [reason, count] of Object.entries(mapped.counts.problems)) {
    counts.set(reason, (counts.get(reason) ?? 0) + count)
  }
  const shown = new Map<string, number>()
  for (const { place, reason, message } of [...collected.problems, ...mapped.problems]) {
    const count = (shown.get(reason) ?? 0) + 1
    shown.set(reason, count)
    if (count > mostOfOne) continue
    const line = redactText(toSafeText(`${place}: ${message}`))
      .replace(/\s+/g, ' ')
      .slice(0, 400)
    await write(stderr, `${escapeLines(line)}\n`)
  }
  for (const [reason, count] of counts) {
    const more = count - Math.min(count, mostOfOne)
    if (more > 0) await write(stderr, `… and ${more} more: ${reason}\n`)
  }
}
