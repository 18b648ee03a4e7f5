// The end of a log that another program wrote, fit to be shown.

import { open } from 'node:fs/promises'
import { redactText } from '../../../core/redact/redact-text.ts'
import { toSafeText } from '../../../core/render/safe-text.ts'
import { escapeLines } from '../../../report/escape-commands.ts'

const mostBytes = 64 * 1024
/** What Spark says all the time, after an error too, and where in Java it was. */
const noise = /^\S+ \S+ (?:INFO|DEBUG) |^\s+(?:at \S+\(|\.\.\. \d+ more)/
const longestLine = 400

/** The last `count` lines of the log, redacted and escaped; empty when there is none. At most 64 KiB are read. */
export async function readLogTail(path: string, count: number): Promise<string> {
  const text = await readEnd(path)
  const lines = text.split('\n').filter((line) => line.trim() !== '' && !noise.test(line))
  const shown = lines
    .slice(-count)
    .map((line) => (line.length > longestLine ? `${line.slice(0, longestLine)}…` : line))
  return escapeLines(redactText(toSafeText(shown.join('\n'))))
}

async function readEnd(path: string): Promise<string> {
  const file = await open(path)
  try {
    const { size } = await file.stat()
    const start = Math.max(0, size - mostBytes)
    const buffer = Buffer.alloc(size - start)
    const { bytesRead } = await file.read(buffer, 0, buffer.length, start)
    return buffer.toString('utf8', 0, bytesRead)
  } finally {
    await file.close()
  }
}
