// The last line of a file that is ours as a whole: a digest of what is above it, by which a later version knows
// whether somebody edited the file.

import { digest } from './digest.ts'

const stamp = /^(?:#|\/\/) ai-worklog:init ([0-9a-f]{8})\b.*\s*(?![\s\S])/m

/** `text` (LF, ends with one) with the stamp; `comment` begins a comment in it. */
export function addStamp(text: string, comment: '#' | '//' = '#'): string {
  return `${text}\n${comment} ai-worklog:init ${digest(text)}: with this line, \`ai-worklog init\` may update or remove a file that nobody edited.\n`
}

/** Whether `text` has a stamp, wherever. */
export function hasStamp(text: string): boolean {
  return /^(?:#|\/\/) ai-worklog:init [0-9a-f]{8}\b/m.test(text)
}

/** Whether `text` has a stamp, and is as it was when it got it. */
export function isAsStamped(text: string): boolean {
  const found = stamp.exec(text)
  return found !== null && digest(text.slice(0, found.index)) === found[1]
}
