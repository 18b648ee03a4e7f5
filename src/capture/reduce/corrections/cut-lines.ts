// Code before and after a correction, small enough to be read in a pull request.

import { toPlainText } from '../text/plain-text.ts'
import { withoutBrokenWords } from '../text/without-broken-words.ts'

/** More lines, or more UTF-16 units, on one side are cut; whole lines only, for a secret may stand in any of them. */
const mostLines = 40
const mostCharacters = 2000

/** `lines` as text; null when there are none. A note says how many lines are left out. */
export function cutLines(lines: readonly string[]): string | null {
  if (lines.length === 0) return null
  const kept: string[] = []
  let length = 0
  for (const line of lines) {
    length += line.length + 1
    if (kept.length === mostLines || length > mostCharacters) break
    kept.push(line)
  }
  const left = lines.length - kept.length
  if (left > 0) kept.push(`[… ${left} ${left === 1 ? 'line' : 'lines'} left out]`)
  const text = toPlainText(left > 0 ? withoutBrokenWords(kept.join('\n')) : kept.join('\n'))
  return text.trim() === '' ? null : text
}

/** What differs between two texts, without the lines they begin and end with in common. */
export function findDifference(
  before: string | null,
  after: string | null,
): { before: string[]; after: string[] } {
  const old = toLines(before)
  const now = toLines(after)
  let start = 0
  while (start < Math.min(old.length, now.length) && old[start] === now[start]) start++
  let end = 0
  while (
    end < Math.min(old.length, now.length) - start &&
    old[old.length - 1 - end] === now[now.length - 1 - end]
  )
    end++
  return { before: old.slice(start, old.length - end), after: now.slice(start, now.length - end) }
}

function toLines(text: string | null): string[] {
  if (text === null || text === '') return []
  // A reader's cut leaves broken words at it.
  const whole = text.includes('\n…\n') || text.endsWith('…') ? withoutBrokenWords(text) : text
  return whole.replaceAll('\r\n', '\n').replace(/\n$/, '').split('\n')
}
