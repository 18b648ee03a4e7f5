// Markdown text to an mdast tree, within deterministic caps on size and nesting.

import type { Root } from 'mdast'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { countLines, maxLines } from './count-lines.ts'
import { gfm } from './gfm.ts'
import { boundContainers, maxContainerWork, measureContainers } from './measure-containers.ts'
import { isPlainlyWithin, type Markup, maxMarkup, measureMarkup } from './measure-markup.ts'
import { measureNesting } from './measure-nesting.ts'

/** GitHub's own limit for a pull request body, in characters. */
export const maxCharacters = 65_536

/** Block quotes and lists deeper than this are not read; remark overflows the stack near 2,000. */
const maxNesting = 100

/** For each, the parser reads to the end of its paragraph again: thousands take it ten seconds. */
const maxOpenHtml = 200

/** Either a tree, or why there is none. */
export type ParsedMarkdown = { state: 'read'; tree: Root } | Unread

/** `missing` means there is no text but white space. */
export type Unread = { state: 'missing' } | { state: 'too_large' | 'unparsable'; reason: string }

/** Parses LF text. */
export function parseMarkdown(text: string): ParsedMarkdown {
  // The parser drops a byte order mark and counts places without it; a space means as little, and keeps them.
  return findUnread(text) ?? { state: 'read', tree: parser.parse(text.replace(/^\uFEFF/, ' ')) }
}

/** Why `text` would not be parsed; null when it would. Takes a fraction of the time of parsing it. */
export function findUnread(text: string): Unread | null {
  if (text.trim() === '') return { state: 'missing' }
  if (text.length > maxCharacters && countCharacters(text) > maxCharacters) {
    return { state: 'too_large', reason: `it is longer than ${maxCharacters} characters` }
  }
  if (countOpenHtml(text) > maxOpenHtml) {
    return {
      state: 'unparsable',
      reason: `a paragraph opens more than ${maxOpenHtml} HTML comments that never end`,
    }
  }
  const nesting = measureNesting(text)
  if (nesting > maxNesting) {
    return { state: 'unparsable', reason: `it nests quotes or lists deeper than ${maxNesting} levels` }
  }
  // Two bounds that are found at once spare most texts the measuring.
  if (boundContainers(text, nesting) > maxContainerWork && measureContainers(text) > maxContainerWork) {
    return { state: 'unparsable', reason: 'it starts and leaves too many quotes and lists' }
  }
  const excess = isPlainlyWithin(text) ? null : findExcess(text)
  if (excess !== null) return { state: 'unparsable', reason: excess }
  // Each has a character and a newline, which spares most texts the counting.
  if (text.length > 2 * maxLines && countLines(text) > maxLines) {
    return { state: 'too_large', reason: `it has more than ${maxLines} lines with text` }
  }
  return null
}

function findExcess(text: string): string | null {
  const markup = measureMarkup(text)
  for (const [kind, where] of Object.entries(excesses) as [keyof typeof excesses, string][]) {
    if (markup[kind] > maxMarkup[kind]) return `${where} more than ${maxMarkup[kind]}`
  }
  return markup.squares > maxMarkup.squares ? 'many of its paragraphs hold too much markup' : null
}

const excesses: Readonly<Record<Exclude<keyof Markup, 'squares'>, string>> = {
  brackets: 'the `[` and `]` of a paragraph are',
  emphasis: 'the `*`, `_` and `~` of a paragraph are',
  underlines: 'its lines of only `=` or `-` are',
}

const parser = unified().use(remarkParse).use(gfm).freeze()

/** The most comments, instructions, CDATA sections or declarations that one paragraph opens and does not close. */
function countOpenHtml(text: string): number {
  if (!/<[!?]/.test(text)) return 0
  const counts = text.split(/\n[ \t]*\n/).flatMap((paragraph) =>
    htmlKinds.map(([open, close]) => {
      const rest = paragraph.slice(paragraph.lastIndexOf(close) + 1)
      return rest.split(open).length - 1
    }),
  )
  return counts.reduce((most, count) => Math.max(most, count), 0)
}

const htmlKinds: readonly (readonly [open: string | RegExp, close: string])[] = [
  ['<!--', '-->'],
  ['<?', '?>'],
  ['<![CDATA[', ']]>'],
  [/<![a-z]/i, '>'],
]

/** Code points: what GitHub counts. */
function countCharacters(text: string): number {
  let count = 0
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index)
    if (unit < 0xdc00 || unit > 0xdfff) count++
  }
  return count
}
