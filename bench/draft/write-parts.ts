// Writes made-up text until the file is as large as wanted.

import { once } from 'node:events'
import { createWriteStream, mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { finished } from 'node:stream/promises'

const mb = 1024 * 1024

/** A line of so many bytes, `start` and `end` around it: the output of a call that prints that much. */
export interface LongLine {
  bytes: number
  start: string
  end: string
}

/** Rows as JSONL. */
export function* toLines(rows: Iterable<object>): Generator<string> {
  for (const row of rows) yield JSON.stringify(row)
}

/** Writes `parts`, with a newline behind each, to `path` until there are `bytes`; `long` stands in the middle. */
export async function writeParts(
  path: string,
  parts: Iterable<string>,
  bytes: number,
  long: LongLine | null,
): Promise<void> {
  mkdirSync(dirname(path), { recursive: true })
  const stream = createWriteStream(path, { highWaterMark: mb })
  let written = 0
  let waiting: string[] = []
  let isDue = long !== null
  const flush = async () => {
    const text = waiting.join('')
    waiting = []
    if (!stream.write(text)) await once(stream, 'drain')
  }
  for (const part of parts) {
    waiting.push(part, '\n')
    written += Buffer.byteLength(part) + 1
    if (waiting.length >= 128) await flush()
    if (long !== null && isDue && written >= (bytes - long.bytes) / 2) {
      isDue = false
      written += long.bytes
      waiting.push(long.start)
      for (let left = long.bytes; left > 0; left -= mb) {
        waiting.push('x'.repeat(Math.min(left, mb)))
        await flush()
      }
      waiting.push(long.end, '\n')
    }
    if (written >= bytes) break
  }
  await flush()
  stream.end()
  await finished(stream)
}
