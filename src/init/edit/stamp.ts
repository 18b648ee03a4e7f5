// The last line of a file that is ours as a whole: a digest of what is above it, by which a later version knows
// whether somebody edited the file.

import { digest } from './digest.ts'
import { toLf } from './text-style.ts'

const stamp = /^(?:#|\/\/) ai-worklog:init ([0-9a-f]{8})\b.*\n?$/m

/** `text` (LF, ends with one) with the stamp; `comment` begins a comment in it. */
export function addStamp(text: string, comment: '#' | '//' = '#'): string {
  return `${text}\n${comment} ai-worklog:init ${digest(text)}: with this line, \`ai-worklog init\` may update or remove a file that nobody edited.\n`
}

/** Whether `text` has a stamp. */
export function hasStamp(text: string): boolean {
  return stamp.test(toLf(text))
}

/** Whether `text` has a stamp, and is as it was when it got it. */
export function isAsStamped(text: string): boolean {
  const lines = toLf(text)
  const found = stamp.exec(lines)
  if (found === null || found.index + found[0].length !== lines.length) return false
  return lines[found.index - 1] === '\n' && digest(lines.slice(0, found.index - 1)) === found[1]
}
