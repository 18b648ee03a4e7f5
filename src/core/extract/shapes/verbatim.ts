// A prompt as its author wrote it.

import type { Code, Span } from '../../document/block.ts'
import { sliceVerbatim } from '../../document/slice-verbatim.ts'

export interface Verbatim extends Span {
  text: string
}

/** The source between two offsets, less list and quote markers; the quotes around all of it are markers too. */
export function readVerbatim(source: string, span: Span, containerStart = span.start): Verbatim {
  const text = sliceVerbatim(source, span.start, span.end, containerStart)
  return { text: withoutQuotes(withoutComments(text)), start: span.start, end: span.end }
}

/** The content of a fence. */
export function readCode(code: Code): Verbatim {
  return { text: code.value, start: code.start, end: code.end }
}

function withoutComments(text: string): string {
  return text.includes('<!--') ? text.replace(/<!--[\s\S]*?(?:-->|$)/g, '').trim() : text
}

function withoutQuotes(text: string): string {
  for (const [open, close] of quotes) {
    // The stop after a closing mark ends the sentence around the prompt.
    const quoted = text.endsWith(`${close}.`) ? text.slice(0, -1) : text
    const inner = quoted.slice(1, -1)
    if (quoted.length > 2 && quoted.startsWith(open) && quoted.endsWith(close) && !inner.includes(open))
      return inner.trim()
  }
  return text
}

const quotes = [
  ['"', '"'],
  ['“', '”'],
  ['«', '»'],
  ['‘', '’'],
  ["'", "'"],
  ['「', '」'],
  ['`', '`'],
] as const
