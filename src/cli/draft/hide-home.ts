// Home folders that do not stand where the rules look for them, such as `/data/people/ann`.

import type { Span } from '../../core/document/block.ts'
import type { Redaction } from '../../core/redact/redaction.ts'

/** Where the rules know which part names a person, and which users are of machines. */
const known = /^(?:\/home|\/Users|\/export\/home|\/var\/home|[a-z]:[\\/]Users)[\\/]/i

/** `redaction` that leaves out `home`, too, unless it is one that many machines have. */
export function hideHome(redaction: Redaction, home: string): Redaction {
  const folder = home.replace(/[\\/]+$/, '')
  if (known.test(folder) || folder.split(/[\\/]/).length < 3) return redaction
  const find = (text: string) => findFolder(text, folder)
  return { ...redaction, patterns: [...redaction.patterns, { id: 'home-path', find }] }
}

/** Where `folder` stands in `text` as a whole name, and not within another. */
function findFolder(text: string, folder: string): Span[] {
  const spans: Span[] = []
  for (let start = text.indexOf(folder); start !== -1; start = text.indexOf(folder, start + folder.length)) {
    const end = start + folder.length
    if (!/[\w.]/.test(text.charAt(start - 1)) && !/[\w-]/.test(text.charAt(end))) spans.push({ start, end })
  }
  return spans
}
