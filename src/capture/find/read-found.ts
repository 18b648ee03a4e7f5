// Reads one file; what goes wrong is told and never stops the rest.

import { dirname } from 'node:path'
import type { Session } from '../session/session.ts'
import type { ByteSearch } from './byte-search.ts'
import type { FoundFile } from './find-files.ts'
import { mayHold } from './search-file.ts'
import { describeSystemError } from './walk-root.ts'

/** What could not be read, by folder and reason, so that each is told once. */
export class ReadProblems {
  private readonly counts = new Map<string, number>()

  add(path: string, error: unknown): void {
    const key = `${dirname(path)}: ${describeSystemError(error)}`
    this.counts.set(key, (this.counts.get(key) ?? 0) + 1)
  }

  /** In sentences. */
  list(): string[] {
    return [...this.counts].map(([what, count]) => (count === 1 ? `${what}.` : `${what} (${count} files).`))
  }
}

/** Whether a file may hold a word of `search`, or any when that is null. One that cannot be read holds nothing. */
export async function searchFound(
  { file }: Pick<FoundFile, 'file'>,
  search: ByteSearch | null,
  signal: AbortSignal,
  problems: ReadProblems,
): Promise<boolean> {
  if (search === null) return true
  try {
    return await mayHold(file.path, search, signal)
  } catch (error) {
    signal.throwIfAborted()
    problems.add(file.path, error)
    return false
  }
}

/** The sessions of a file, as far as they can be read. */
export async function* readFound(
  { reader, file }: FoundFile,
  signal: AbortSignal,
  problems: ReadProblems,
): AsyncGenerator<Session> {
  try {
    yield* reader.read(file, { signal })
  } catch (error) {
    signal.throwIfAborted()
    problems.add(file.path, error)
  }
}
