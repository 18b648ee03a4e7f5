// Runs `ai-worklog draft` in a home folder and a repository of a test.

import { Readable, Writable } from 'node:stream'
import type { Reader } from '../../src/capture/readers/reader.ts'
import { readers } from '../../src/capture/readers/readers.ts'
import { runDraft } from '../../src/cli/draft.ts'
import type { Environment } from '../../src/cli/environment.ts'
import type { World } from './capture-world.ts'

export interface Given {
  folder?: string
  stdin?: string | Buffer
  env?: Record<string, string>
  signal?: AbortSignal
  isTerminal?: boolean
  /** All of them unless given. */
  readers?: readonly Reader[]
}

export interface Ran {
  code: number
  stdout: string
  stderr: string
}

export async function draft(
  { home, repository }: Pick<World, 'home' | 'repository'>,
  args: readonly string[],
  given: Given = {},
): Promise<Ran> {
  const out = { stdout: '', stderr: '' }
  const collect = (name: keyof typeof out) =>
    Object.assign(
      new Writable({
        write(chunk, _, done) {
          out[name] += String(chunk)
          done()
        },
      }),
      { isTTY: given.isTerminal === true },
    )
  const environment: Environment = {
    stdin: Readable.from([given.stdin ?? '']),
    stdout: collect('stdout'),
    stderr: collect('stderr'),
    now: () => new Date('2026-11-10T12:00:00Z'),
    env: given.env ?? {},
    interrupted: () => given.signal ?? new AbortController().signal,
  }
  const here = {
    folder: given.folder ?? repository,
    home,
    platform: process.platform,
    readers: given.readers ?? readers,
  }
  const code = await runDraft(args, environment, here)
  return { code, ...out }
}
