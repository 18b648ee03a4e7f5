// Whose sessions a file or folder holds that somebody names.

import { open, stat } from 'node:fs/promises'
import type { Reader } from '../readers/reader.ts'
import type { FoundFile } from './find-files.ts'

const headBytes = 64 * 1024

/** `path` with the first of `readers` that recognizes it; null when none does. Rejects with the system's error. */
export async function recognizeFile(path: string, readers: readonly Reader[]): Promise<FoundFile | null> {
  const found = await stat(path)
  if (!found.isFile() && !found.isDirectory()) return null
  const head = found.isFile() ? await readHead(path) : ''
  const reader = readers.find((one) => one.recognizes(path, head))
  if (!reader) return null
  return { reader, file: { path, bytes: found.isFile() ? found.size : 0, modifiedAt: found.mtime } }
}

async function readHead(path: string): Promise<string> {
  const handle = await open(path, 'r')
  try {
    const { bytesRead, buffer } = await handle.read(Buffer.alloc(headBytes), 0, headBytes)
    return buffer.toString('utf8', 0, bytesRead)
  } finally {
    await handle.close()
  }
}
