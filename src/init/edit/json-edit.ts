// Puts a value into JSON text and takes it out again, to the byte: a container on one line gets it on that line, one on
// many lines gets it on lines of its own, and nothing else is touched.

import { type Node, type ParseError, parseTree } from 'jsonc-parser'
import { readNewline, withNewline } from './text-style.ts'

/** Settings have a few levels; the parser overflows the stack near 5,000. */
const maxNesting = 500

/** The tree of `text`, which may have comments, a BOM and commas too many; undefined when it is no JSON, or nested too deep. */
export function parseJson(text: string): Node | undefined {
  if (measureNesting(text) > maxNesting) return undefined
  const errors: ParseError[] = []
  const node = parseTree(text.replace(/^\uFEFF/, ' '), errors, { allowTrailingComma: true })
  return errors.length === 0 ? node : undefined
}

function measureNesting(text: string): number {
  let depth = 0
  let deepest = 0
  for (const [token] of text.matchAll(/"[^"\\\n]*(?:\\.[^"\\\n]*)*"|[[{}\]]/g)) {
    if (token === '[' || token === '{') deepest = Math.max(deepest, ++depth)
    else if (token === ']' || token === '}') depth--
  }
  return deepest
}

/** `text` with `value` at the end of `container`, as property `key` unless that is null. */
export function insertLast(text: string, container: Node, key: string | null, value: unknown): string {
  const open = container.offset + 1
  const last = container.children?.at(-1)
  const at = last === undefined ? open : last.offset + last.length
  // The space tells an empty container that was there from one that is made for us: see `dropEntry`.
  const comma = last === undefined ? ' ' : ','
  const first = container.children?.[0]
  const lead = text.slice(open, first?.offset ?? container.offset + container.length - 1)
  if (!lead.includes('\n')) {
    const name = key === null ? '' : `${JSON.stringify(key)}:`
    return text.slice(0, at) + comma + name + JSON.stringify(value) + text.slice(at)
  }
  const unit = readUnit(text)
  const indent =
    last === undefined
      ? readIndent(text, container.offset + container.length) + unit
      : readIndent(text, last.offset)
  const name = key === null ? '' : `${JSON.stringify(key)}: `
  const added = `${comma}\n${indent}${name}${render(value, indent, unit)}`
  return text.slice(0, at) + withNewline(added, readNewline(text)) + text.slice(at)
}

/** `text` with `value` in place of `node`. */
export function replaceNode(text: string, node: Node, value: unknown): string {
  const old = text.slice(node.offset, node.offset + node.length)
  const indent = readIndent(text, node.offset)
  const added = old.includes('\n') ? render(value, indent, readUnit(text)) : JSON.stringify(value)
  return (
    text.slice(0, node.offset) + withNewline(added, readNewline(text)) + text.slice(node.offset + node.length)
  )
}

/** `text` without the child `index` of `container`, its comma and the white space before it. */
export function removeChild(text: string, container: Node, index: number): string {
  const children = container.children ?? []
  const child = children[index]
  if (child === undefined) return text
  const [before, after] = [children[index - 1], children[index + 1]]
  const end = child.offset + child.length
  if (before !== undefined) return text.slice(0, before.offset + before.length) + text.slice(end)
  if (after !== undefined) return text.slice(0, child.offset) + text.slice(after.offset)
  return text.slice(0, container.offset + 1) + text.slice(end)
}

function render(value: unknown, indent: string, unit: string): string {
  return JSON.stringify(value, null, unit).replaceAll('\n', `\n${indent}`)
}

/** The white space at the start of the line that `offset` is in. */
function readIndent(text: string, offset: number): string {
  const start = text.lastIndexOf('\n', offset - 1) + 1
  return /^[ \t]*/.exec(text.slice(start, offset))?.[0] ?? ''
}

/** One step of indentation: that of the first line that has any. */
function readUnit(text: string): string {
  return /^(?:\t| {1,8})(?=["}\]/])/m.exec(text)?.[0] ?? '  '
}
