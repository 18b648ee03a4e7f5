// Whose sessions a file or folder holds that somebody names.

import { stat } from 'node:fs/promises'
import type { Reader } from '../readers/reader.ts'
import { readHead } from '../session/read-head.ts'
import type { FoundFile } from './find-files.ts'

/** `path` with the first of `readers` that recognizes it; null when none does. Rejects with the system's error. */
export async function recognizeFile(path: string, readers: readonly Reader[]): Promise<FoundFile | null> {
  const found = await stat(path)
  if (!found.isFile() && !found.isDirectory()) return null
  const head = found.isFile() ? await readHead(path) : ''
  const reader = readers.find((one) => one.recognizes(path, head))
  if (!reader) return null
  return { reader, file: { path, bytes: found.isFile() ? found.size : 0, modifiedAt: found.mtime } }
}
