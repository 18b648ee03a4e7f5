// The journals of all repositories as one file that the map reads, in an order that does not depend on that of the reading.

import { createWriteStream } from 'node:fs'
import { rename } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { JsonObject } from '../../../core/json.ts'

/** One line of a file and its source, such as a journal. */
export type LineReader = () => Promise<JsonObject | null>

/** Writes what `readers` give, one a line, to `path`, whole or not at all. Returns how many lines there are. */
export async function writeLines(
  path: string,
  readers: Iterable<LineReader> | AsyncIterable<LineReader>,
  signal: AbortSignal,
): Promise<number> {
  let count = 0
  async function* lines() {
    for await (const read of readers) {
      const line = await read()
      if (line === null) continue
      count += 1
      yield `${JSON.stringify(line)}\n`
    }
  }
  const partial = `${path}.partial`
  await pipeline(Readable.from(lines()), createWriteStream(partial), { signal })
  await rename(partial, path)
  return count
}
