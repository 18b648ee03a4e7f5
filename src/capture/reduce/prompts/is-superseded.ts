// Whether a prompt was sent too early: the human stops it and sends it again, complete or in other words.

import type { Turn } from '../work/work.ts'

const leastShared = 30
const leastWhole = 20

/** Whether nothing was done in `turn` and `next` begins as its prompt does, for long enough to be no chance. */
export function isSuperseded({ prompt, steps }: Turn, next: string): boolean {
  return (
    prompt !== null &&
    steps.every(({ event }) => event.kind !== 'call') &&
    isReworded(prompt.event.text, next)
  )
}

function isReworded(text: string, next: string): boolean {
  const [one, other] = [toPlain(text), toPlain(next)]
  if (one.length >= leastWhole && other.startsWith(one)) return true
  return one.length >= leastShared && other.startsWith(one.slice(0, leastShared))
}

function toPlain(text: string): string {
  return text.slice(0, 2000).replace(/\s+/g, ' ').trim().toLowerCase()
}
