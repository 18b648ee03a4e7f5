// The records that were accepted, as files for the map: in the order of repository and artifact, whichever came first.

import { createWriteStream } from 'node:fs'
import { open, rename } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'

/** Bytes of the records file. */
export interface Range {
  offset: number
  length: number
}

/** Copies `ranges` of the file at `from` to a new one at `to`, which is whole or not there. */
export async function writeSpool(
  from: string,
  to: string,
  ranges: readonly Range[],
  signal: AbortSignal,
): Promise<void> {
  const unfinished = `${to}.${process.pid}.tmp`
  const file = await open(from, 'r')
  try {
    await pipeline(Readable.from(readRanges(file, ranges)), createWriteStream(unfinished), { signal })
  } finally {
    await file.close()
  }
  await rename(unfinished, to)
}

/** Bytes in one read, where ranges lie side by side. */
const mostAtOnce = 1024 * 1024

async function* readRanges(
  file: Awaited<ReturnType<typeof open>>,
  ranges: readonly Range[],
): AsyncGenerator<Buffer> {
  for (const { offset, length } of join(ranges)) {
    const { buffer, bytesRead } = await file.read(Buffer.allocUnsafe(length), 0, length, offset)
    if (bytesRead < length) throw new Error('the file of collected records is shorter than its journal says')
    yield buffer
  }
}

/** Neighbours become one: artifacts come in nearly the order in which they are asked for. */
function* join(ranges: readonly Range[]): Generator<Range> {
  let last: Range | null = null
  for (const { offset, length } of ranges) {
    if (last !== null && last.offset + last.length === offset && last.length + length <= mostAtOnce) {
      last = { offset: last.offset, length: last.length + length }
      continue
    }
    if (last !== null) yield last
    last = { offset, length }
  }
  if (last !== null) yield last
}
