// Reads JSONL that another program is still writing, or has been stopped in: line by line, with bounded memory.

import { open } from 'node:fs/promises'
import { isJsonObject, type JsonObject } from '../../core/json.ts'
import { limitHeapGrowth } from '../../runtime/limit-heap-growth.ts'
import { GluedRows } from './glued-rows.ts'
import { LineBuffer } from './line-buffer.ts'

/** Longer lines are left out: real ones hold images and whole files, 10 MB at most seen. */
export const longestLine = 16 * 1024 * 1024
const chunkBytes = 1024 * 1024
/** What `wants` is shown of a line. */
const headBytes = 400
const newline = 0x0a

export interface RowsOptions {
  signal: AbortSignal
  /** A line that is no JSON object or too long; `line` from 1. Not told of lines that are not wanted. */
  onProblem(reason: string, line: number): void
  /** Whether to parse a line, by its first 400 bytes (Latin 1); default all. For rows that are large and never wanted. */
  wants?(head: string): boolean
  /** In bytes; defaults to {@link longestLine}. */
  longest?: number
}

/** Calls `onRow` with every JSON object of `path` and its line. A last line without an end is read when it is whole. */
export async function readRows(
  path: string,
  options: RowsOptions,
  onRow: (row: JsonObject, line: number) => void,
): Promise<void> {
  await readRowsOf(readChunks(path), options, onRow)
}

/** As {@link readRows}, of what `chunks` give: for files that are compressed. A chunk may be overwritten by the next. */
export async function readRowsOf(
  chunks: AsyncIterable<Buffer>,
  { signal, onProblem, wants, longest = longestLine }: RowsOptions,
  onRow: (row: JsonObject, line: number) => void,
): Promise<void> {
  let line = 0
  const pending = new LineBuffer()
  const glued = new GluedRows()
  /** Why the line that is being read is let go of before its end. */
  let left: 'too long' | 'unwanted' | null = null
  const isWanted = (bytes: Buffer) => !wants || wants(bytes.toString('latin1', 0, headBytes))
  const tellLength = () => onProblem(`longer than ${longest / 1024 / 1024} MB`, line)
  const parse = (bytes: Buffer, isLast: boolean) => {
    const text = bytes.toString('utf8').trim()
    if (text === '') return
    let row: unknown
    try {
      row = JSON.parse(line === 1 ? text.replace(/^\uFEFF/, '') : text)
    } catch {
      const { rows, isBroken } = glued.split(text)
      if (isBroken) onProblem(isLast && rows.length === 0 ? 'ends in the middle of a line' : 'no JSON', line)
      for (const whole of rows) onRow(whole, line)
      return
    }
    if (!isJsonObject(row)) return onProblem('no JSON object', line)
    glued.note(text, row)
    onRow(row, line)
  }
  const begin = (part: Buffer) => {
    if (left !== null) return
    const isHead = pending.bytes.length < headBytes
    pending.append(part)
    const { length } = pending.bytes
    if (isHead && length >= headBytes && !isWanted(pending.bytes)) left = 'unwanted'
    else if (length > longest) left = 'too long'
    if (left !== null) pending.clear()
  }
  const end = (part: Buffer, isLast: boolean) => {
    line++
    if (left === 'too long') tellLength()
    else if (left === null) {
      const isWhole = pending.bytes.length === 0
      if (!isWhole) pending.append(part)
      const bytes = isWhole ? part : pending.bytes
      if (isWanted(bytes)) {
        if (bytes.length > longest) tellLength()
        else parse(bytes, isLast)
      }
    }
    pending.clear()
    left = null
  }
  signal.throwIfAborted()
  for await (const bytes of chunks) {
    signal.throwIfAborted()
    limitHeapGrowth()
    let start = 0
    for (let at = bytes.indexOf(newline); at !== -1; at = bytes.indexOf(newline, start)) {
      end(bytes.subarray(start, at), false)
      start = at + 1
    }
    if (start < bytes.length) begin(bytes.subarray(start))
  }
  if (left !== null || pending.bytes.length > 0) end(Buffer.alloc(0), true)
}

async function* readChunks(path: string): AsyncGenerator<Buffer> {
  const handle = await open(path, 'r')
  try {
    const buffer = Buffer.allocUnsafeSlow(chunkBytes)
    for (;;) {
      const { bytesRead } = await handle.read(buffer, 0, chunkBytes)
      if (bytesRead === 0) return
      yield buffer.subarray(0, bytesRead)
    }
  } finally {
    await handle.close()
  }
}
