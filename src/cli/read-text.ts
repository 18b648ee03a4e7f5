// Files and standard input as text.

import { readFile } from 'node:fs/promises'
import { UsageError } from '../report/usage-error.ts'
import type { Environment } from './environment.ts'

/** More than any pull request can hold; a body this large is a wrong file. */
const maxBytes = 16 * 1024 * 1024

/** The text of `file`, `-` being standard input. Bytes that are not UTF-8 become U+FFFD, with a note on stderr. */
export async function readText(file: string, environment: Environment): Promise<string> {
  const bytes = file === '-' ? await readInput(environment) : await readOrExplain(file)
  if (bytes.length > maxBytes)
    throw new UsageError(`${file}: larger than ${maxBytes} bytes; expected a pull request body`)
  // Buffer, not TextDecoder, which Node loads only when it is first used.
  const text = bytes.toString('utf8').replace(/^\uFEFF/, '')
  if (text.includes('\uFFFD') && !bytes.includes('\uFFFD')) {
    environment.stderr.write(`${file}: not valid UTF-8; what could not be read is shown as \uFFFD\n`)
  }
  return text
}

async function readOrExplain(file: string): Promise<Buffer> {
  try {
    return await readFile(file)
  } catch (error) {
    throw explainReadError(error, file)
  }
}

/** A failure of the system to read `name`, in words. */
export function explainReadError(error: unknown, name: string): UsageError {
  const code = error instanceof Error && 'code' in error ? error.code : null
  const reason = reasons[String(code)] ?? (error instanceof Error ? error.message : String(error))
  return new UsageError(`Cannot read \`${name}\`: ${reason}`, { cause: error })
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EISDIR: 'it is a directory',
  EACCES: 'permission denied',
}

/** All of standard input. A person at a terminal is told that it waits for them. */
async function readInput({ stdin, stderr }: Environment): Promise<Buffer> {
  if ('isTTY' in stdin && stdin.isTTY === true) stderr.write('Reading standard input; Ctrl-D ends it.\n')
  return readStream(stdin)
}

/** All of `stream`; of one that is larger than any body, the start. */
export async function readStream(stream: AsyncIterable<Buffer | string>): Promise<Buffer> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of stream) {
    const bytes = Buffer.from(chunk)
    size += bytes.length
    chunks.push(bytes)
    if (size > maxBytes) break
  }
  return Buffer.concat(chunks)
}
