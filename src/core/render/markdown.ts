// The few mdast nodes our Markdown is built of. Text from outside enters only through `text` and `code`, which
// the serialiser escapes; nothing is pasted into Markdown.

import type {
  BlockContent,
  Code,
  Heading,
  Html,
  InlineCode,
  List,
  Paragraph,
  PhrasingContent,
  Root,
  RootContent,
  Table,
  Text,
} from 'mdast'
import { gfmToMarkdown } from 'mdast-util-gfm'
import { toMarkdown } from 'mdast-util-to-markdown'
import { toSafeText } from './safe-text.ts'

/** The longest text shown; the record has it whole. */
const maxShown = 240

/** Text from outside: safe to show, on one line, cut with a mark when long. */
export function text(value: string, limit = maxShown): Text {
  return { type: 'text', value: shorten(value, limit) }
}

/** Text from outside as inline code. */
export function code(value: string, limit = maxShown): InlineCode {
  return { type: 'inlineCode', value: shorten(value, limit) }
}

/** Our own words, with parts in backticks as inline code. */
export function phrase(value: string): PhrasingContent[] {
  return value
    .split(/`([^`]*)`/)
    .map((part, index): PhrasingContent => (index % 2 === 1 ? code(part) : text(part, 2000)))
    .filter((node) => !('value' in node) || node.value !== '')
}

export function paragraph(...children: PhrasingContent[]): Paragraph {
  return { type: 'paragraph', children }
}

export function heading(depth: 2 | 3 | 4, ...children: PhrasingContent[]): Heading {
  return { type: 'heading', depth, children }
}

export function strong(...children: PhrasingContent[]): PhrasingContent {
  return { type: 'strong', children }
}

export function list(items: readonly BlockContent[][]): List {
  return {
    type: 'list',
    ordered: false,
    spread: items.some((item) => item.length > 1),
    children: items.map((children) => ({ type: 'listItem', spread: children.length > 1, children })),
  }
}

export function table(rows: readonly PhrasingContent[][][]): Table {
  return {
    type: 'table',
    align: [],
    children: rows.map((cells) => ({
      type: 'tableRow',
      children: cells.map((children) => ({ type: 'tableCell', children })),
    })),
  }
}

/** A fence of our own Markdown, to copy. */
export function fence(value: string): Code {
  return { type: 'code', lang: 'markdown', value: value.replace(/\n$/, '') }
}

/** A `<details>` element; `summary` must be our own words. */
export function details(summary: string, blocks: readonly RootContent[]): RootContent[] {
  const open: Html = { type: 'html', value: `<details><summary>${summary}</summary>` }
  return [open, ...blocks, { type: 'html', value: '</details>' }]
}

/** Serialises `children`. */
export function renderMarkdown(children: readonly RootContent[]): string {
  const root: Root = { type: 'root', children: [...children] }
  return toMarkdown(root, {
    bullet: '-',
    rule: '-',
    extensions: [gfmToMarkdown()],
    handlers: { text: (node: Text, _, state, info) => breakReferences(state.safe(node.value, info)) },
  })
}

// GitHub looks for them in what it rendered, where no escape of Markdown is left: only markup in between stops it.
const references = /\\?@(?=[\p{L}\p{N}_-])|#(?=\d)|\bGH-(?=\d)/giu

/** `markdown` with what would mention a person or refer to an issue broken by an empty comment, which nobody sees. */
function breakReferences(markdown: string): string {
  return markdown.replace(references, (found) => `${found}<!-- -->`)
}

function shorten(value: string, limit: number): string {
  // Keeps one space at the edges, where inline nodes meet.
  const line = toSafeText(value).replace(/\s+/g, ' ')
  const characters = [...line.slice(0, limit * 2)]
  return characters.length > limit ? `${characters.slice(0, limit - 1).join('')}…` : line
}
