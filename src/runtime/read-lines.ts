// Lines of a stream with bounded memory.

import { UsageError } from '../report/usage-error.ts'

/** Longer lines are refused: a pull request with 250 commits of 65,536 characters fits. */
const maxLineBytes = 64 * 1024 * 1024

export interface InputLine {
  text: string
  /** From 1. */
  number: number
}

/** The lines of `stream` without the white space around them, CR included; blank lines are left out. `name` is for the error. */
export async function* readLines(
  stream: AsyncIterable<Buffer | string>,
  name: string,
): AsyncGenerator<InputLine> {
  let number = 0
  let pending: Buffer[] = []
  let pendingBytes = 0
  for await (const chunk of stream) {
    const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : chunk
    let start = 0
    for (let end = bytes.indexOf(newline); end !== -1; end = bytes.indexOf(newline, start)) {
      number++
      const text = Buffer.concat([...pending, bytes.subarray(start, end)])
        .toString()
        .trim()
      if (text !== '') yield { text, number }
      pending = []
      pendingBytes = 0
      start = end + 1
    }
    pending.push(bytes.subarray(start))
    pendingBytes += bytes.length - start
    if (pendingBytes > maxLineBytes) {
      throw new UsageError(
        `${name}:${number + 1}: longer than ${maxLineBytes} bytes; expected one pull request a line`,
      )
    }
  }
  const text = Buffer.concat(pending).toString().trim()
  if (text !== '') yield { text, number: number + 1 }
}

const newline = 0x0a
