// A body read as Markdown, for the tests of what reads blocks.

import type { Block } from '../../src/core/document/block.ts'
import { type Document, readDocument } from '../../src/core/document/read-document.ts'

/** `text` as the body of a pull request. */
export function readBody(text: string | null): Document {
  return readDocument(text, { source: 'body', commitSha: null })
}

/** The only block of `text`, which must be of `kind`. */
export function readBlock<K extends Block['kind']>(text: string, kind: K): Extract<Block, { kind: K }> {
  const [block, ...others] = readBody(text).blocks
  if (!isKind(block, kind) || others.length > 0) throw new Error(`not one ${kind}: ${text}`)
  return block
}

function isKind<K extends Block['kind']>(
  block: Block | undefined,
  kind: K,
): block is Extract<Block, { kind: K }> {
  return block?.kind === kind
}
