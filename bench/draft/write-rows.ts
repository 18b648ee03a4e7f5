// Writes made-up rows as JSONL until the file is as large as wanted.

import { once } from 'node:events'
import { createWriteStream, mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { finished } from 'node:stream/promises'

const mb = 1024 * 1024

/** `longLine` bytes of one row stand in the middle of the file: the result of a call that prints that much. */
export async function writeRows(
  path: string,
  rows: Iterable<object>,
  bytes: number,
  longLine = 0,
): Promise<void> {
  mkdirSync(dirname(path), { recursive: true })
  const stream = createWriteStream(path, { highWaterMark: mb })
  let written = 0
  let parts: string[] = []
  let isLongDue = longLine > 0
  const flush = async () => {
    const text = parts.join('')
    parts = []
    if (!stream.write(text)) await once(stream, 'drain')
  }
  for (const row of rows) {
    const line = `${JSON.stringify(row)}\n`
    parts.push(line)
    written += Buffer.byteLength(line)
    if (parts.length >= 64) await flush()
    if (isLongDue && written >= (bytes - longLine) / 2) {
      isLongDue = false
      written += longLine
      parts.push(
        '{"parentUuid":null,"type":"user","message":{"role":"user","content":[{"type":"tool_result","content":"',
      )
      for (let left = longLine; left > 0; left -= mb) {
        parts.push('x'.repeat(Math.min(left, mb)))
        await flush()
      }
      parts.push('"}]}}\n')
    }
    if (written >= bytes) break
  }
  await flush()
  stream.end()
  await finished(stream)
}
