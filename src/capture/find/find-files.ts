// The files in which tools on this machine keep sessions, newest first.

import type { Machine, Reader, SessionFile } from '../readers/reader.ts'
import { walkRoot } from './walk-root.ts'

/** Entries of folders that are looked at, and files that are kept of them. */
const bounds = { entries: 500_000, files: 20_000 }

export interface FoundFile {
  reader: Reader
  file: SessionFile
}

export interface FindFilesOptions {
  signal: AbortSignal
  /** Files that were not written since then are left out; null for all. */
  since: Date | null
  /** Defaults to half a million entries and 20,000 files. */
  bounds?: { entries: number; files: number }
}

export interface FoundFiles {
  files: FoundFile[]
  /** What could not be looked at, in sentences. */
  notices: string[]
}

/** What `readers` may read on `machine`. A file that two of them want is of the first. */
export async function findFiles(
  readers: readonly Reader[],
  machine: Machine,
  { signal, since, bounds: { entries, files: most } = bounds }: FindFilesOptions,
): Promise<FoundFiles> {
  const found = new Map<string, FoundFile>()
  const problems = new Map<string, string>()
  const budget = { left: entries }
  for (const reader of readers) {
    for (const root of reader.roots(machine)) {
      await walkRoot(root, {
        signal,
        budget,
        within: machine.roots,
        onProblem: (folder, reason) => problems.set(folder, reason),
        onFile: (file) => {
          if (since !== null && file.modifiedAt < since) return
          if (!found.has(file.path)) found.set(file.path, { reader, file })
        },
      })
    }
  }
  const files = [...found.values()].sort(
    (a, b) =>
      b.file.modifiedAt.getTime() - a.file.modifiedAt.getTime() || (a.file.path < b.file.path ? -1 : 1),
  )
  const notices = [...problems].map(([folder, reason]) => `${folder}: ${reason}.`)
  if (budget.left < 0)
    notices.push(`Only the first ${entries} entries of the folders of sessions were looked at.`)
  if (files.length > most)
    notices.push(`Of ${files.length} files with sessions the newest ${most} are looked at.`)
  return { files: files.slice(0, most), notices }
}
