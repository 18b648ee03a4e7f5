// Reads JSONL that another program is still writing, or has been stopped in: line by line, with bounded memory.

import { open } from 'node:fs/promises'
import { isJsonObject, type JsonObject } from '../../core/json.ts'

/** Longer lines are left out: real ones hold images and whole files, 10 MB at most seen. */
export const longestLine = 16 * 1024 * 1024
const chunkBytes = 1024 * 1024
const newline = 0x0a

export interface RowsOptions {
  signal: AbortSignal
  /** A line that is no JSON object or too long; `line` from 1. */
  onProblem(reason: string, line: number): void
  /** Whether to parse a line, by its first 400 bytes (Latin 1); default all. For rows that are large and never wanted. */
  wants?(head: string): boolean
}

/** Calls `onRow` with every JSON object of `path` and its line. A last line without an end is read when it is whole. */
export async function readRows(
  path: string,
  options: RowsOptions,
  onRow: (row: JsonObject, line: number) => void,
): Promise<void> {
  await readRowsOf(readChunks(path), options, onRow)
}

/** As {@link readRows}, of what `chunks` give: for files that are compressed. */
export async function readRowsOf(
  chunks: AsyncIterable<Buffer>,
  { signal, onProblem, wants }: RowsOptions,
  onRow: (row: JsonObject, line: number) => void,
): Promise<void> {
  let line = 0
  let pending: Buffer[] = []
  let pendingBytes = 0
  let isTooLong = false
  const take = (bytes: Buffer, isLast: boolean) => {
    line++
    if (isTooLong) onProblem(`longer than ${longestLine / 1024 / 1024} MB`, line)
    else parse(bytes, isLast)
    isTooLong = false
  }
  const parse = (bytes: Buffer, isLast: boolean) => {
    if (wants && !wants(bytes.toString('latin1', 0, 400))) return
    const text = bytes.toString('utf8').trim()
    if (text === '') return
    let row: unknown
    try {
      row = JSON.parse(line === 1 ? text.replace(/^\uFEFF/, '') : text)
    } catch {
      onProblem(isLast ? 'ends in the middle of a line' : 'no JSON', line)
      return
    }
    if (isJsonObject(row)) onRow(row, line)
    else onProblem('no JSON object', line)
  }
  signal.throwIfAborted()
  for await (const bytes of chunks) {
    signal.throwIfAborted()
    let start = 0
    for (let end = bytes.indexOf(newline); end !== -1; end = bytes.indexOf(newline, start)) {
      const part = bytes.subarray(start, end)
      take(pending.length === 0 ? part : Buffer.concat([...pending, part]), false)
      pending = []
      pendingBytes = 0
      start = end + 1
    }
    if (start === bytes.length || isTooLong) continue
    pending.push(bytes.subarray(start))
    pendingBytes += bytes.length - start
    if (pendingBytes > longestLine) {
      isTooLong = true
      pending = []
      pendingBytes = 0
    }
  }
  if (pendingBytes > 0 || isTooLong) take(Buffer.concat(pending), true)
}

async function* readChunks(path: string): AsyncGenerator<Buffer> {
  const handle = await open(path, 'r')
  try {
    for (;;) {
      const { bytesRead, buffer } = await handle.read(Buffer.allocUnsafe(chunkBytes), 0, chunkBytes)
      if (bytesRead === 0) return
      yield buffer.subarray(0, bytesRead)
    }
  } finally {
    await handle.close()
  }
}
