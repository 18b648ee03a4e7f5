// A text whose last line, a comment, has a digest of the lines before, so that an edit by a human shows.

import { digest } from './digest.ts'
import { toLf } from './text-style.ts'

/** `text` (LF, ends with one) with that line; `comment` begins it. */
export function signText(text: string, comment: string): string {
  return `${text}${comment} ai-worklog:end ${digest(text)}\n`
}

/** Whether `text` is `signed` by us, `edited` since, or `other`: somebody else's. */
export function readSignature(text: string): 'signed' | 'edited' | 'other' {
  const lines = toLf(text)
  const mark = lines.match(/^(?:#|\/\/) ai-worklog:end ([0-9a-f]{8})$/m)
  if (mark?.index === undefined) return 'other'
  const isWhole = lines.length === mark.index + mark[0].length + 1
  return isWhole && digest(lines.slice(0, mark.index)) === mark[1] ? 'signed' : 'edited'
}
