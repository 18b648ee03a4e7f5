// Markdown text to an mdast tree, within deterministic caps on size and nesting.

import type { Root } from 'mdast'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { gfm } from './gfm.ts'
import { measureNesting } from './measure-nesting.ts'

/** GitHub's own limit for a pull request body, in characters. */
export const maxCharacters = 65_536

/** Block quotes and lists deeper than this are not read; remark overflows the stack near 2,000. */
export const maxNesting = 100

/** Either a tree, or why there is none. */
export type ParsedMarkdown =
  | { state: 'read'; tree: Root }
  | { state: 'missing' }
  | { state: 'too_large' | 'unparsable'; reason: string }

/** Parses LF text. `missing` means there is no text but white space. */
export function parseMarkdown(text: string): ParsedMarkdown {
  if (text.trim() === '') return { state: 'missing' }
  if (text.length > maxCharacters && countCharacters(text) > maxCharacters) {
    return { state: 'too_large', reason: `it is longer than ${maxCharacters} characters` }
  }
  if (measureNesting(text) > maxNesting) {
    return { state: 'unparsable', reason: `it nests quotes or lists deeper than ${maxNesting} levels` }
  }
  return { state: 'read', tree: parser.parse(text) }
}

const parser = unified().use(remarkParse).use(gfm).freeze()

/** Code points: what GitHub counts. */
function countCharacters(text: string): number {
  let count = 0
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index)
    if (unit < 0xdc00 || unit > 0xdfff) count++
  }
  return count
}
