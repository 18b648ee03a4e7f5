// The repository's own templates as documents, within limits on all of them together.

import { countLines, maxLines } from '../document/count-lines.ts'
import type { Document } from '../document/read-document.ts'
import type { Template } from '../pull-request.ts'

/** Characters of all templates: they are the repository's own, and a few KB each. */
const maxTemplates = 65_536

export interface ParsedTemplates {
  read: Document[]
  /** Templates that could not be read, and why. */
  problems: { path: string; reason: string }[]
}

/** Parses those of `templates` that fit, with `parse`. */
export function parseTemplates(
  templates: readonly Template[],
  parse: (text: string | null) => Document,
): ParsedTemplates {
  const read: Document[] = []
  const problems: ParsedTemplates['problems'] = []
  const total = { characters: 0, lines: 0 }
  for (const { path, text, problem } of templates) {
    const excess = addTo(total, text ?? '')
    const found = excess === null ? parse(text) : null
    if (found?.state === 'read') read.push(found)
    else if (found?.state !== 'missing' || problem !== null) {
      problems.push({ path, reason: excess ?? problem ?? found?.reason ?? 'it cannot be read as Markdown' })
    }
  }
  return { read, problems }
}

/** What is too much with `text`, or null. One that is too long by itself is refused for that by the parser. */
function addTo(total: { characters: number; lines: number }, text: string): string | null {
  if (text.length > maxTemplates) return null
  total.characters += text.length
  if (total.characters > maxTemplates) {
    return `the templates up to it are longer than ${maxTemplates} characters`
  }
  total.lines += countLines(text)
  return total.lines > maxLines ? `the templates up to it have more than ${maxLines} lines with text` : null
}
