// A table of attempts, one a row, that says of each what became of it: "Reverted", "Kept", "Worse".

import type { Block, Line, Table } from '../../document/block.ts'
import type { Told } from './told.ts'

/** The rows of tables of attempts that failed. A single verdict makes no such table. */
export function readFailedAttempts(blocks: readonly Block[]): Told[] {
  return blocks.flatMap((block) => (block.kind === 'table' ? readTable(block) : []))
}

function readTable({ header, rows }: Table): Told[] {
  const title = header.map(({ text }) => text).join(' ')
  if (!attempts.test(title)) return []
  const failed = rows.filter((row) => row.some(isFailure))
  return failed.length < 2 ? [] : failed.flatMap(toTold)
}

function isFailure({ text }: Line): boolean {
  return failedVerdict.test(text)
}

function toTold(row: readonly Line[]): Told[] {
  const cells = row.filter(({ text }) => !/^\d*$/.test(text))
  const [first, last] = [cells[0], cells.at(-1)]
  return first && last
    ? [{ text: cells.map(({ text }) => text).join(' – '), start: first.start, end: last.end }]
    : []
}

const attempts = /\b(?:experiments?|attempts?|approach(?:es)?|tries|tried|iterations?|ideas?|variants?)\b/i
const failedVerdict =
  /^\W*(?:revert|abandon|reject|discard|drop(?:ped)?\b|fail|worse\b|slower\b|regress|no (?:gain|change|improvement|effect)|dead end|did(?: not|n['’]t) (?:work|help))/i
