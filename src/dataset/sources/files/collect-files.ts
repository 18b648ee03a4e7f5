// The files source: what the user names, files or whole folders.

import { createReadStream } from 'node:fs'
import { realpath, stat } from 'node:fs/promises'
import { resolve } from 'node:path'
import type { Readable } from 'node:stream'
import { UsageError } from '../../../report/usage-error.ts'
import { type Progress, silent } from '../../../runtime/progress.ts'
import type { Collected } from '../collected.ts'
import { explainRead } from './explain-read.ts'
import { findFiles } from './find-files.ts'
import { Spool, TooLarge } from './spool.ts'
import { type FileCaps, fileCaps, kindOf, type Taken, takeFile, toInput } from './take-file.ts'

export interface FilesOptions {
  /** Where what is no JSONL file is made one. */
  workFolder: string
  /** What `-` stands for. */
  stdin: Readable
  signal: AbortSignal
  progress?: Progress
  /** Folders that are not entered, such as the store and what is written; default none but the work folder. */
  exclude?: readonly string[]
  caps?: Partial<FileCaps>
}

/**
 * The records and pull requests in `paths`, in their order: `.jsonl` and `.ndjson` where they stand, `.json`, `.zip` and
 * `.jsonl.gz` through the work folder, folders with all that is inside, `-` for standard input. A file is taken once, however
 * often it is named. Throws a {@link UsageError} for a path that cannot be read; what is wrong inside gives problems.
 */
export async function collectFiles(paths: readonly string[], options: FilesOptions): Promise<Collected> {
  const { workFolder, stdin, signal, progress = silent } = options
  const caps = { ...fileCaps, ...options.caps }
  const spool = new Spool(workFolder, signal)
  const excluded = await realPaths([workFolder, ...(options.exclude ?? [])])
  const all: Taken = { inputs: [], problems: [] }
  const counts = { files: 0, ignored: 0 }
  const seen = new Set<string>()
  const take = async (path: string, name: string, isNamed: boolean) => {
    signal.throwIfAborted()
    // One that is gone by now is told when it is read.
    const real = await realpath(path).catch(() => path)
    if (seen.has(real)) return
    seen.add(real)
    if (kindOf(path) === null && !isNamed) {
      counts.ignored += 1
      return
    }
    counts.files += 1
    add(all, await takeFile({ path, name }, spool, caps, isNamed))
    progress.step('files', counts.files, null)
  }
  const spooled = async (stream: Readable, name: string) => {
    counts.files += 1
    try {
      all.inputs.push(toInput(await spool.keepStream(stream, caps.maxExpandedBytes), name))
    } catch (error) {
      if (!(error instanceof TooLarge)) throw error
      throw new UsageError(`Cannot read ${name}: it holds ${error.message}`, { cause: error })
    }
  }

  for (const path of paths) {
    const full = resolve(path)
    const kind = path === '-' ? 'stdin' : await kindOfPath(full, path)
    if (kind === 'stdin') await spooled(stdin, 'standard input')
    else if (kind === 'stream') await spooled(createReadStream(full), path)
    else if (kind === 'file') await take(full, path, true)
    else {
      const found = await findFiles(full, path, excluded, signal)
      all.problems.push(...found.problems)
      for (const file of found.files) await take(file.path, file.name, false)
    }
  }
  return { ...all, outcomes: [], artifacts: [], counts }
}

/** A pipe, such as the shell makes of `<(…)`, can be read only once, and so has to be kept. */
async function kindOfPath(full: string, path: string): Promise<'file' | 'folder' | 'stream'> {
  try {
    const stats = await stat(full)
    if (stats.isDirectory()) return 'folder'
    return stats.isFile() ? 'file' : 'stream'
  } catch (error) {
    throw new UsageError(`Cannot read \`${path}\`: ${explainRead(error)}`, { cause: error })
  }
}

async function realPaths(paths: readonly string[]): Promise<Set<string>> {
  return new Set(await Promise.all(paths.map((path) => realpath(path).catch(() => resolve(path)))))
}

function add(all: Taken, { inputs, problems }: Taken): void {
  all.inputs.push(...inputs)
  all.problems.push(...problems)
}
