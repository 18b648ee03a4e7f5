// One source text, made safe to parse, that maps every offset back to what the author wrote.
// Reading works on LF text so that CRLF and LF bodies give the same record; only places differ.

import type { Place, Point, SourceRef } from './place.ts'

/** A text under reading. Offsets handed to its methods are offsets into `text`. */
export interface SourceText {
  /** LF newlines only; NUL and lone surrogates replaced by U+FFFD, which keeps every length. */
  readonly text: string
  /** The point of an offset in the original text. */
  pointAt(offset: number): Point
  /** The place of `[start, end)` in the original text. */
  placeOf(start: number, end: number): Place
}

/** Prepares `original` for reading. Never throws, whatever the text holds. */
export function createSourceText(original: string, ref: SourceRef): SourceText {
  const safe = original.toWellFormed().replaceAll('\0', '\uFFFD')
  const text = safe.includes('\r') ? safe.replace(/\r\n?/g, '\n') : safe
  let lines: LineStarts | null = null

  function pointAt(offset: number): Point {
    lines ??= findLineStarts(safe)
    const bounded = Math.min(Math.max(offset, 0), text.length)
    const index = lastAtMost(lines.normalised, bounded)
    const column = bounded - (lines.normalised[index] ?? 0) + 1
    return { line: index + 1, column, offset: (lines.original[index] ?? 0) + column - 1 }
  }

  return {
    text,
    pointAt,
    placeOf: (start, end) => ({
      source: ref.source,
      commit_sha: ref.commitSha,
      start: pointAt(start),
      end: pointAt(Math.max(start, end)),
    }),
  }
}

interface LineStarts {
  original: number[]
  normalised: number[]
}

function findLineStarts(text: string): LineStarts {
  const original = [0]
  const normalised = [0]
  let removed = 0
  for (const match of text.matchAll(/\r\n?|\n/g)) {
    const end = match.index + match[0].length
    removed += match[0].length - 1
    original.push(end)
    normalised.push(end - removed)
  }
  return { original, normalised }
}

/** Index of the last entry of ascending `starts` that is at most `offset`. */
function lastAtMost(starts: readonly number[], offset: number): number {
  let low = 0
  let high = starts.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((starts[middle] ?? 0) <= offset) low = middle
    else high = middle - 1
  }
  return low
}
