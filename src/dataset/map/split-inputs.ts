// Cuts the inputs into ranges of whole lines. Each file is read once, from its start to its end, with bounded memory; where
// it is cut depends on its bytes only, so that shards on different machines agree.

import { open } from 'node:fs/promises'
import type { Input, Problem } from '../input.ts'

/** Whole lines of one input. */
export interface LineRange {
  /** From 0, over all inputs, those of other shards included. */
  number: number
  /** Index of the input. */
  input: number
  /** Number of the first line, from 1. */
  firstLine: number
  /** The lines, and nothing else: the buffer can be handed to a thread. */
  bytes: Uint8Array<ArrayBuffer>
  /** Whether the file ends in its last line, without a line break. */
  isTorn: boolean
}

export interface SplitOptions {
  /** Bytes of a range, more for a longer line. Default 1 MiB. */
  size?: number
  /** Bytes of the longest line that is taken. Default 64 MiB. */
  longest?: number
  shard: { index: number; count: number }
  /** Gets a problem for each line that is too long, in the first shard only, and the number of the next range. */
  onProblem: (problem: Problem, range: number) => void
  /** Gets milliseconds of reading. */
  onRead: (milliseconds: number) => void
}

const newline = 0x0a

/** The ranges of this shard, in order. Throws when a file cannot be read. */
export async function* splitInputs(
  inputs: readonly Input[],
  options: SplitOptions,
): AsyncGenerator<LineRange> {
  const { size = 1024 * 1024, longest = 64 * 1024 * 1024, shard } = options
  let number = 0
  for (const [index, input] of inputs.entries()) {
    const onTooLong = (line: number) => {
      if ((shard.index - 1) % shard.count === 0)
        options.onProblem(explainLength(input, line, longest), number)
    }
    for await (const { firstLine, parts, isTorn } of splitFile(
      readBlocks(input.path, size, options.onRead),
      longest,
      onTooLong,
    )) {
      const isOurs = number % shard.count === (shard.index - 1) % shard.count
      if (isOurs) yield { number, input: index, firstLine, bytes: join(parts), isTorn }
      number++
    }
  }
}

/** The lines of a file in pieces; `parts` are good until the next piece is asked for. */
async function* splitFile(
  blocks: AsyncIterable<Buffer>,
  longest: number,
  onTooLong: (line: number) => void,
): AsyncGenerator<{ firstLine: number; parts: readonly Buffer[]; isTorn: boolean }> {
  let line = 1
  /** The beginning of a line that goes on in the next block. */
  let rest: Buffer[] = []
  let restLength = 0
  let isSkipping = false
  for await (const block of blocks) {
    let start = 0
    if (isSkipping) {
      const end = block.indexOf(newline)
      if (end === -1) continue
      isSkipping = false
      line++
      start = end + 1
    }
    const end = block.lastIndexOf(newline) + 1
    if (end > start) {
      const whole = block.subarray(start, end)
      yield { firstLine: line, parts: [...rest, whole], isTorn: false }
      line += countLines(whole)
      rest = []
      restLength = 0
      start = end
    }
    // The block is read into again.
    if (start < block.length) rest.push(Buffer.from(block.subarray(start)))
    restLength += block.length - start
    if (restLength > longest) {
      onTooLong(line)
      isSkipping = true
      rest = []
      restLength = 0
    }
  }
  if (restLength > 0) yield { firstLine: line, parts: rest, isTorn: true }
}

function countLines(bytes: Buffer): number {
  let count = 0
  for (let at = bytes.indexOf(newline); at !== -1; at = bytes.indexOf(newline, at + 1)) count++
  return count
}

/** A copy with a buffer of its own. */
function join(parts: readonly Buffer[]): Uint8Array<ArrayBuffer> {
  const joined = new Uint8Array(parts.reduce((length, part) => length + part.length, 0))
  let at = 0
  for (const part of parts) {
    joined.set(part, at)
    at += part.length
  }
  return joined
}

function explainLength(input: Input, line: number, longest: number): Problem {
  return {
    place: `${input.name}:${line}`,
    reason: 'too-large',
    message: `a line longer than ${longest} bytes; expected one record or pull request a line`,
  }
}

async function* readBlocks(path: string, size: number, onRead: (milliseconds: number) => void) {
  const file = await open(path)
  try {
    const block = Buffer.allocUnsafeSlow(size)
    for (;;) {
      const start = performance.now()
      // A read may give less than there is, and where ranges end must not depend on that.
      let length = 0
      while (length < size) {
        const { bytesRead } = await file.read(block, length, size - length)
        if (bytesRead === 0) break
        length += bytesRead
      }
      onRead(performance.now() - start)
      if (length > 0) yield block.subarray(0, length)
      if (length < size) return
    }
  } finally {
    await file.close()
  }
}
