// Our block in somebody's text: between two comments, the first with a digest of what is between them, so that an edit
// by a human shows. Every byte outside stays, and taking the block out gives back what was there before.

import { digest } from './digest.ts'
import { readNewline, withNewline } from './text-style.ts'

/** What is in the block: `template` the section to fill in, `agents` the instructions. */
export type BlockName = 'template' | 'agents'

export interface Block {
  start: number
  end: number
  /** A human changed it since it was written. */
  isEdited: boolean
}

/** The first block `name` of `text`, or null. A mark without the other is none. */
export function findBlock(text: string, name: BlockName): Block | null {
  const first = text.search(beginMark(name))
  const end = first < 0 ? -1 : text.indexOf(endMark(name), first)
  if (end < 0) return null
  // Of two that begin before one end the second is ours: the first lost its end, and what follows it is not known.
  const begin = [...text.slice(0, end).matchAll(beginMark(name))].at(-1)
  if (begin === undefined) return null
  const isEdited = digest(text.slice(begin.index + begin[0].length, end)) !== begin[1]
  return { start: begin.index, end: end + endMark(name).length, isEdited }
}

/** Whether `text` has a mark of block `name` that is not part of `found`. */
export function hasLooseMark(text: string, name: BlockName, found: Block | null): boolean {
  const rest = found === null ? text : text.slice(0, found.start) + text.slice(found.end)
  return rest.search(beginMark(name)) >= 0 || rest.includes(endMark(name))
}

/** `content` (LF, ends with one) between its marks, as Prettier would have it, without a newline at the end. */
export function writeBlock(name: BlockName, content: string): string {
  return `<!-- ai-worklog:begin ${name} ${digest(content)} -->\n\n${content}\n${endMark(name)}`
}

/** `text` with `block` (LF) in place of `found`, or after everything when that is null. */
export function putBlock(text: string, block: string, found: Block | null): string {
  const newline = readNewline(text)
  const own = withNewline(block, newline)
  if (found !== null) return text.slice(0, found.start) + own + text.slice(found.end)
  // An empty line before; the last line ends as the last line did.
  return endsLine(text) ? `${text}${newline}${own}${newline}` : `${text}${newline}${newline}${own}`
}

/** `text` without `found` and without what `putBlock` put around it. */
export function dropBlock(text: string, found: Block): string {
  const before = text.slice(0, found.start)
  const after = text.slice(found.end)
  // That of the block: a lone carriage return before it is not ours.
  const newline = /-->(\r?\n)/.exec(text.slice(found.start))?.[1] ?? '\n'
  if (after === '') return withoutEnd(before, newline + newline)
  return withoutEnd(before, newline) + (after.startsWith(newline) ? after.slice(newline.length) : after)
}

function withoutEnd(text: string, end: string): string {
  return text.endsWith(end) ? text.slice(0, -end.length) : text
}

function endsLine(text: string): boolean {
  return text === '' || text === '\uFEFF' || text.endsWith('\n')
}

function beginMark(name: BlockName): RegExp {
  return new RegExp(`<!-- ai-worklog:begin ${name} ([0-9a-f]{8}) -->\\r?\\n`, 'g')
}

function endMark(name: BlockName): string {
  return `<!-- ai-worklog:end ${name} -->`
}
