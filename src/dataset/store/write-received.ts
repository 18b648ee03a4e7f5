// What comes from a store, onto disk: capped, summed, and under its name only when it is what the list of files says.

import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdir, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { UsageError } from '../../report/usage-error.ts'
import { expectFile, type StoredFile } from './file-list.ts'

/** Writes `from` to `to`. Throws a {@link UsageError} that names `place` when it is not `file`. */
export async function writeReceived(
  from: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  file: StoredFile,
  to: string,
  place: string,
  signal: AbortSignal,
): Promise<void> {
  const hash = createHash('sha256')
  let bytes = 0
  const temporary = `${to}.partial`
  await mkdir(dirname(to), { recursive: true })
  try {
    await pipeline(
      Readable.from(from),
      async function* (parts: AsyncIterable<Uint8Array>) {
        for await (const part of parts) {
          bytes += part.length
          if (bytes > file.bytes)
            throw new UsageError(`\`${place}\` is damaged: it has more than the expected ${file.bytes} bytes`)
          hash.update(part)
          yield part
        }
      },
      createWriteStream(temporary),
      { signal },
    )
    expectFile(file, { bytes, sha256: hash.digest('hex') }, place)
    await rename(temporary, to)
  } catch (error) {
    await rm(temporary, { force: true })
    throw error
  }
}
