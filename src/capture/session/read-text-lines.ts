// Reads a text file line by line, with bounded memory: transcripts in Markdown hold whole files and images.

import { open } from 'node:fs/promises'
import { limitHeapGrowth } from '../../runtime/limit-heap-growth.ts'

/** Of longer lines only the start is given. */
const longestTextLine = 256 * 1024
const chunkBytes = 1024 * 1024
const newline = 0x0a

export interface TextLinesOptions {
  signal: AbortSignal
  /** A line that was cut; `line` from 1. */
  onProblem(reason: string, line: number): void
}

/** Calls `onLine` with every line of `path`, without its end, and its number from 1. */
export async function readTextLines(
  path: string,
  { signal, onProblem }: TextLinesOptions,
  onLine: (text: string, line: number) => void,
): Promise<void> {
  let line = 0
  /** The start of a line that the last chunk broke off. */
  let pending: Buffer[] = []
  let pendingBytes = 0
  const take = (bytes: Buffer, isCut: boolean) => {
    line++
    if (isCut) onProblem(`longer than ${longestTextLine / 1024} KB`, line)
    const text = bytes.toString('utf8', line === 1 && hasMark(bytes) ? 3 : 0)
    onLine(text.endsWith('\r') ? text.slice(0, -1) : text, line)
  }
  const join = (bytes: Buffer) => {
    const whole = pending.length === 0 ? bytes : Buffer.concat([...pending, bytes])
    const isCut = pendingBytes + bytes.length > longestTextLine
    pending = []
    pendingBytes = 0
    take(isCut ? whole.subarray(0, longestTextLine) : whole, isCut)
  }
  const handle = await open(path, 'r')
  try {
    const buffer = Buffer.allocUnsafe(chunkBytes)
    for (;;) {
      signal.throwIfAborted()
      const { bytesRead } = await handle.read(buffer, 0, chunkBytes)
      if (bytesRead === 0) break
      limitHeapGrowth()
      const bytes = buffer.subarray(0, bytesRead)
      let start = 0
      for (let end = bytes.indexOf(newline); end !== -1; end = bytes.indexOf(newline, start)) {
        join(bytes.subarray(start, end))
        start = end + 1
      }
      if (start === bytes.length) continue
      // The buffer is filled anew: what stays is copied, as far as it is wanted.
      if (pendingBytes <= longestTextLine) pending.push(Buffer.from(bytes.subarray(start)))
      pendingBytes += bytes.length - start
    }
  } finally {
    await handle.close()
  }
  if (pendingBytes > 0) join(Buffer.alloc(0))
}

/** Whether a byte order mark stands at the start. */
function hasMark(bytes: Buffer): boolean {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf
}
