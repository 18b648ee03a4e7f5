// Picks the line out of a program's output that says what went wrong.

import { cutAtSpace } from '../text/cut-at-space.ts'
import { longestLine } from '../text/one-line.ts'
import { toPlainText } from '../text/plain-text.ts'
import { withoutBrokenWords } from '../text/without-broken-words.ts'
import { type ErrorRule, emptyWords, errorRules } from './error-rules.ts'

/** How far from a line the lines stand that complete it. */
const followWithin = 14
const headingWithin = 60
/** `Expected values to be equal:`, and in YAML `error: |-`. */
const announces = /:(?: [|>]-?)?\s*$/
const mostAnnounced = 2
/** Longer lines are code that was minified or data, and match by chance. */
const longestTold = 2000

/** The error line of `output`, at most 300 characters; null when it says nothing. */
export function findErrorLine(output: string): string | null {
  const text = toPlainText(
    withoutBrokenWords(output).replace(/<\/?(?:tool_use_error|error|stderr|stdout)>/g, ''),
  )
  const lines = withoutPrefix(text.split('\n')).filter((line) => !emptyWords.test(line.trim()))
  for (const rule of errorRules) {
    if (rule.within && !rule.within.test(text)) continue
    const at = rule.last ? lines.findLastIndex(isMatch(rule)) : lines.findIndex(isMatch(rule))
    if (at !== -1) return toLine(complete(rule, lines, at))
  }
  const last = lines.findLast((line) => line.trim() !== '')
  return last === undefined ? null : toLine([last])
}

/** Runners of several tasks put the name of the task before each line. */
function withoutPrefix(lines: readonly string[]): string[] {
  // `[ERROR]` is a level, and no task.
  const prefix = /^(?:\[(?!ERROR\]|WARN|INFO\]|DEBUG\])[\w:./@-]{1,60}\]|[\w.-]{1,60} +\|) /
  const marked = lines.filter((line) => prefix.test(line)).length
  const isMarked = marked * 2 > lines.filter((line) => line.trim() !== '').length
  return isMarked ? lines.map((line) => line.replace(prefix, '')) : [...lines]
}

function isMatch({ line: pattern }: ErrorRule): (line: string) => boolean {
  return (line) => line.length <= longestTold && pattern.test(line)
}

function complete({ follow = [], heading }: ErrorRule, lines: readonly string[], at: number): string[] {
  const told = [lines[at] ?? '']
  let from = at + 1
  for (const one of follow) {
    const near = lines.slice(from, at + 1 + followWithin)
    const index = [one].flat().reduce((found, pattern) => {
      return found === -1 ? near.findIndex((line) => line.length <= longestTold && pattern.test(line)) : found
    }, -1)
    if (index === -1) continue
    told.push(near[index] ?? '')
    from += index + 1
  }
  announce(told, lines, from)
  if (!heading) return told
  for (let above = at - 1; above >= Math.max(0, at - headingWithin); above--) {
    const line = lines[above] ?? ''
    if (heading.test(line)) return [line, ...told]
  }
  return told
}

/** Adds to `told` what its last line only announces: the next line of `lines` at `from` or below, or two. */
function announce(told: string[], lines: readonly string[], from: number): void {
  for (const line of lines.slice(from, from + mostAnnounced)) {
    if (!announces.test(told.at(-1) ?? '') || line.length > longestTold) return
    told.push(told.pop()?.replace(/[|>]-?\s*$/, '') ?? '', line)
  }
}

function toLine(told: readonly string[]): string {
  const joined = told.map((line) => line.replace(/\s+/g, ' ').trim()).join(' ')
  return cutAtSpace(joined, longestLine)
}
