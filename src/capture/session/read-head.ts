// The start of a file, enough to see what it is.

import { open } from 'node:fs/promises'

const headBytes = 64 * 1024

/** The first 64 KiB of the file at `path` as text. Rejects with the system's error. */
export async function readHead(path: string): Promise<string> {
  const handle = await open(path, 'r')
  try {
    const { bytesRead, buffer } = await handle.read(Buffer.alloc(headBytes), 0, headBytes)
    return buffer.toString('utf8', 0, bytesRead)
  } finally {
    await handle.close()
  }
}
