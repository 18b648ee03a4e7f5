// Reads a text file line by line, with bounded memory: transcripts in Markdown hold whole files and images.

import { open } from 'node:fs/promises'

/** Of longer lines only the start is given. */
export const longestTextLine = 256 * 1024
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
  let pending: Buffer[] = []
  let pendingBytes = 0
  let isCut = false
  const keep = (bytes: Buffer) => {
    const left = longestTextLine - pendingBytes
    if (bytes.length > left) isCut = true
    if (left <= 0) return
    pending.push(Buffer.from(bytes.subarray(0, left)))
    pendingBytes += Math.min(bytes.length, left)
  }
  const take = () => {
    line++
    if (isCut) onProblem(`longer than ${longestTextLine / 1024} KB`, line)
    const text = Buffer.concat(pending).toString('utf8').replace(/\r$/, '')
    pending = []
    pendingBytes = 0
    isCut = false
    onLine(line === 1 ? text.replace(/^\uFEFF/, '') : text, line)
  }
  const handle = await open(path, 'r')
  try {
    const buffer = Buffer.allocUnsafe(chunkBytes)
    for (;;) {
      signal.throwIfAborted()
      const { bytesRead } = await handle.read(buffer, 0, chunkBytes)
      if (bytesRead === 0) break
      const bytes = buffer.subarray(0, bytesRead)
      let start = 0
      for (let end = bytes.indexOf(newline); end !== -1; end = bytes.indexOf(newline, start)) {
        keep(bytes.subarray(start, end))
        take()
        start = end + 1
      }
      if (start < bytes.length) keep(bytes.subarray(start))
    }
  } finally {
    await handle.close()
  }
  if (pendingBytes > 0) take()
}
