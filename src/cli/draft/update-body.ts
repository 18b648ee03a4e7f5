// A draft into a description that is there, or will be.

import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import type { Draft } from '../../core/draft/draft.ts'
import { type Merged, mergeDraft } from '../../core/draft/merge-draft.ts'
import { version } from '../../core/record/version.ts'
import { UsageError } from '../../report/usage-error.ts'
import { replaceFile } from '../../runtime/replace-file.ts'
import type { Environment } from '../environment.ts'
import { explainReadError, readStream } from '../read-text.ts'

/** More than GitHub takes, by far. */
const mostBytes = 16 * 1024 * 1024

export interface Updated extends Merged {
  /** Whether there was a description before. */
  isNew: boolean
  isChanged: boolean
}

/** Merges `draft` into the file at `path`, which `template` begins when there is none. An unchanged file is not touched. */
export async function updateBody(
  path: string,
  draft: Draft,
  { template, folder, signal }: { template: string; folder: string; signal: AbortSignal },
): Promise<Updated> {
  const file = resolve(folder, path)
  const found = await readBody(file, path)
  const body = found ?? template
  const merged = merge(body, draft)
  const isChanged = found === null || merged.body !== body
  signal.throwIfAborted()
  if (isChanged) await replaceFile(file, merged.body, signal)
  return { ...merged, isNew: found === null, isChanged }
}

/** Merges `draft` into the description on standard input. */
export async function updateInput(draft: Draft, environment: Environment): Promise<Merged> {
  return merge(await readInput(environment), draft)
}

/** The description on standard input, as it is. */
export async function readInput({ stdin }: Environment): Promise<string> {
  return toText(await readStream(stdin), 'standard input')
}

/** The mark that some editors begin a file with is no part of the description, and stays. */
function merge(body: string, draft: Draft): Merged {
  const mark = body.startsWith('\uFEFF') ? '\uFEFF' : ''
  const merged = mergeDraft(body.slice(mark.length), draft, { version })
  return { ...merged, body: mark + merged.body }
}

/** Null when there is no such file. */
async function readBody(file: string, path: string): Promise<string | null> {
  try {
    return toText(await readFile(file), path)
  } catch (error) {
    if (error instanceof UsageError) throw error
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw explainReadError(error, path)
  }
}

/** What is no text would not survive being written. */
function toText(bytes: Buffer, name: string): string {
  if (bytes.length > mostBytes) {
    throw new UsageError(`${name}: larger than ${mostBytes} bytes; expected a pull request body`)
  }
  const text = bytes.toString('utf8')
  if (!bytes.equals(Buffer.from(text))) {
    throw new UsageError(`${name}: not valid UTF-8; save it as UTF-8, then run the command again`)
  }
  return text
}
