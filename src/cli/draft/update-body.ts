// A draft into a description that is there, or will be.

import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import type { Draft } from '../../core/draft/draft.ts'
import { type Merged, mergeDraft } from '../../core/draft/merge-draft.ts'
import { version } from '../../core/record/version.ts'
import { UsageError } from '../../report/usage-error.ts'
import { replaceFile } from '../../runtime/replace-file.ts'
import type { Environment } from '../environment.ts'
import { explainReadError, readText } from '../read-text.ts'

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
  // The mark that some editors begin a file with is no part of the description, and stays.
  const mark = found?.startsWith('\uFEFF') ? '\uFEFF' : ''
  const body = found === null ? template : found.slice(mark.length)
  const merged = mergeDraft(body, draft, { version })
  const isChanged = found === null || merged.body !== body
  signal.throwIfAborted()
  if (isChanged) await replaceFile(file, mark + merged.body, signal)
  return { ...merged, isNew: found === null, isChanged }
}

/** Merges `draft` into the description on standard input. */
export async function updateInput(draft: Draft, environment: Environment): Promise<Merged> {
  return mergeDraft(await readText('-', environment), draft, { version })
}

/** Null when there is no such file. What is no text would not survive being written. */
async function readBody(file: string, path: string): Promise<string | null> {
  let bytes: Buffer
  try {
    bytes = await readFile(file)
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw explainReadError(error, path)
  }
  if (bytes.length > mostBytes) {
    throw new UsageError(`${path}: larger than ${mostBytes} bytes; expected a pull request body`)
  }
  const text = bytes.toString('utf8')
  if (!bytes.equals(Buffer.from(text))) {
    throw new UsageError(`${path}: not valid UTF-8; save it as UTF-8, then run the command again`)
  }
  return text
}
