// mdast to blocks. HTML comments vanish, `<details>` becomes structure, indented code becomes text (people
// indent answers), and a quote stays a quote, so that nothing inside it can pass for a section heading.

import type { Blockquote, ListItem, Nodes, Root, RootContent } from 'mdast'
import { toString as toPlainText } from 'mdast-util-to-string'
import type { Block, Item, Line, Paragraph, Span } from './block.ts'
import { DetailsBuilder } from './details-builder.ts'
import { hashContent, readItemMark } from './draft-marks.ts'
import { readLines } from './read-lines.ts'

/** The blocks of `tree`, which was parsed from `source`. */
export function readBlocks(tree: Root, source: string): Block[] {
  return readChildren(tree.children, source)
}

function readChildren(nodes: readonly Nodes[], source: string): Block[] {
  const builder = new DetailsBuilder()
  for (const node of nodes) {
    if (node.type === 'html') builder.addHtml(node.value, spanOf(node), source)
    else if (node.type === 'blockquote' && isAlert(node)) {
      for (const block of readChildren(node.children, source)) builder.add(withoutAlertMarker(block))
    } else {
      const block = readBlock(node as RootContent, source)
      if (block) builder.add(block)
    }
  }
  return builder.finish()
}

/** `> [!NOTE]` and the older `> **Note**` are the author's own words in a box, not a quote. */
function isAlert(quote: Blockquote): boolean {
  const [first] = quote.children
  if (first?.type !== 'paragraph') return false
  const [line = ''] = toPlainText(first, plain).split('\n', 1)
  return (
    alertMarker.test(line) ||
    (first.children[0]?.type === 'strong' && /^(?:note|warning|important|tip)$/i.test(line))
  )
}

const alertMarker = /^\s*\[!(?:note|tip|important|warning|caution)\]\s*$/i

function withoutAlertMarker(block: Block): Block {
  const [line, ...lines] = block.kind === 'paragraph' ? block.lines : []
  const [next] = lines
  if (block.kind !== 'paragraph' || !line || !next || !alertMarker.test(line.text)) return block
  return { ...block, start: next.start, lines }
}

function readBlock(node: RootContent, source: string): Block | null {
  const span = spanOf(node)
  switch (node.type) {
    case 'heading':
      return { kind: 'heading', ...span, depth: node.depth, text: toPlainText(node, plain).trim() }
    case 'paragraph': {
      const lines = readLines(node.children, span, source)
      return lines.length === 0 ? null : { kind: 'paragraph', ...span, lines }
    }
    case 'list': {
      const items = node.children.map((item) => readItem(item, source))
      return { kind: 'list', ...span, ordered: node.ordered === true, items }
    }
    case 'blockquote':
      return { kind: 'quote', ...span, blocks: readChildren(node.children, source) }
    case 'code':
      return isFenced(source, span.start)
        ? { kind: 'code', ...span, lang: node.lang ?? null, value: node.value }
        : readIndentedText(node.value, span)
    case 'table': {
      const [header = [], ...rows] = node.children.map((row) =>
        row.children.map((cell) => {
          const inner = insideCell(spanOf(cell), source)
          return joinCell(readLines(cell.children, inner, source), inner)
        }),
      )
      return { kind: 'table', ...span, header, rows }
    }
    case 'thematicBreak':
      return { kind: 'rule', ...span }
    default:
      return null
  }
}

function readItem(node: ListItem, source: string): Item {
  const span = spanOf(node)
  const item = { ...span, checked: node.checked ?? null, blocks: readChildren(node.children, source) }
  const [first] = node.children
  const mark = first?.type === 'html' ? readItemMark(first.value) : null
  if (!first || mark === null) return item
  return { ...item, isDrafted: hashContent(source.slice(spanOf(first).end, span.end)) === mark.hash }
}

// Alternative text of images and HTML would put words into a heading that nobody sees.
const plain = { includeHtml: false, includeImageAlt: false }

function isFenced(source: string, start: number): boolean {
  return /^[`~]{3}/.test(source.slice(start, start + 3))
}

function readIndentedText(value: string, span: Span): Paragraph | null {
  // Behind the last end of a comment none is closed: looking for one at each would take quadratic time.
  const end = value.lastIndexOf('-->') + 3
  const closed = end < 3 ? '' : value.slice(0, end).replace(/<!--[\s\S]*?-->/g, ' ')
  const lines: Line[] = `${closed}${end < 3 ? value : value.slice(end)}`
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((text) => ({ ...bareLine(text), ...span }))
  return lines.length === 0 ? null : { kind: 'paragraph', ...span, lines }
}

function joinCell(lines: readonly Line[], span: Span): Line {
  const [first] = lines
  if (first && lines.length === 1) return first
  return {
    ...bareLine(lines.map((line) => line.text).join('\n')),
    ...span,
    codes: lines.flatMap((l) => l.codes),
  }
}

// A cell's own span includes the pipes around it.
function insideCell(span: Span, source: string): Span {
  let { start, end } = span
  while (start < end && /[|\s]/.test(source[start] ?? '')) start++
  while (end > start && /[|\s]/.test(source[end - 1] ?? '')) end--
  return { start, end }
}

function bareLine(text: string): Omit<Line, 'start' | 'end'> {
  return { text, strong: null, emphasisOnly: false, codeOnly: false, codes: [] }
}

function spanOf(node: Nodes): Span {
  return { start: node.position?.start.offset ?? 0, end: node.position?.end.offset ?? 0 }
}
