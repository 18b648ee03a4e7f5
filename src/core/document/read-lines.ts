// Inline mdast nodes to lines of plain text, each with its offsets and the markup a reader cares about.

import type { Node, Parent, PhrasingContent } from 'mdast'
import { toString as toPlainText } from 'mdast-util-to-string'
import type { Lead, Line, Span } from './block.ts'
import { isPlaceholderTag } from './read-html.ts'

/** The lines of `nodes`, which stand at `span` in `source`. Lines without text are left out. */
export function readLines(nodes: readonly PhrasingContent[], span: Span, source: string): Line[] {
  const reader = new LineReader(span.start, source)
  for (const node of nodes) reader.read(node, null)
  reader.endLine(span.end)
  return reader.lines
}

interface OpenLine {
  start: number
  text: string
  strong: Lead | null
  emphasis: string
  code: string
  codes: string[]
}

class LineReader {
  readonly lines: Line[] = []
  private readonly source: string
  private line: OpenLine

  constructor(start: number, source: string) {
    this.source = source
    this.line = openLine(start)
  }

  /** Reads one node; `emphasised` is the emphasis it stands in. */
  read(node: PhrasingContent, emphasised: 'emphasis' | null): void {
    if (node.type === 'strong' && this.line.text.trim() === '') {
      this.line.strong = { text: toPlainText(node).trim(), end: endOf(node) }
    }
    if (node.type === 'text') this.addText(node.value, node, emphasised)
    else if (node.type === 'break') this.endLine(startOf(node), endOf(node))
    else if (node.type === 'html') this.addHtml(node.value, node)
    else if (node.type === 'inlineCode') this.addCode(node.value)
    else if (node.type === 'image') this.add(node.alt ?? '', emphasised)
    else if ('children' in node) {
      const inner = node.type === 'emphasis' ? 'emphasis' : emphasised
      for (const child of (node as Parent).children) this.read(child as PhrasingContent, inner)
    }
  }

  endLine(end: number, nextStart = end): void {
    const text = this.line.text.trim()
    if (text !== '') {
      this.lines.push({
        text,
        start: this.skipSpace(this.line.start, end),
        end: this.trimSpace(this.line.start, end),
        strong: this.line.strong,
        emphasisOnly: text === this.line.emphasis.trim(),
        codeOnly: this.line.codes.length === 1 && text === this.line.code.trim(),
        codes: this.line.codes,
      })
    }
    this.line = openLine(nextStart)
  }

  private addText(value: string, node: Node, emphasised: 'emphasis' | null): void {
    let searchFrom = startOf(node)
    const parts = value.split('\n')
    parts.forEach((part, index) => {
      this.add(part, emphasised)
      if (index === parts.length - 1) return
      const found = this.source.indexOf('\n', searchFrom)
      // An entity such as `&#10;` gives a newline that the source does not have.
      const newline = found === -1 || found >= endOf(node) ? searchFrom : found
      this.endLine(newline, newline + 1)
      searchFrom = newline + 1
    })
  }

  private addHtml(value: string, node: Node): void {
    if (/^<br\b/i.test(value)) this.endLine(startOf(node), endOf(node))
    else if (isPlaceholderTag(value)) this.line.text += value
  }

  private addCode(value: string): void {
    this.line.text += value
    this.line.code += value
    this.line.codes.push(value)
  }

  private add(text: string, emphasised: 'emphasis' | null): void {
    this.line.text += text
    if (emphasised) this.line.emphasis += text
  }

  /** First offset of the line's own text: after the markers of quotes and lists it stands in. */
  private skipSpace(start: number, end: number): number {
    let index = start
    while (index < end && /[\s>]/.test(this.source[index] ?? '')) index++
    return index
  }

  private trimSpace(start: number, end: number): number {
    let index = end
    while (index > start && /\s/.test(this.source[index - 1] ?? '')) index--
    return index
  }
}

function openLine(start: number): OpenLine {
  return { start, text: '', strong: null, emphasis: '', code: '', codes: [] }
}

function startOf(node: Node): number {
  return node.position?.start.offset ?? 0
}

function endOf(node: Node): number {
  return node.position?.end.offset ?? 0
}
