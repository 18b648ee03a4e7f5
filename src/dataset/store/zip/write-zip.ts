// Files of a version into one zip, as a stream: the same files give the same bytes.

import { once } from 'node:events'
import { createReadStream, createWriteStream } from 'node:fs'
import { join } from 'node:path'
import { finished } from 'node:stream/promises'
import { crc32, createDeflateRaw } from 'node:zlib'
import { type AsyncFlateStreamHandler, Zip, type ZipInputFile, ZipPassThrough } from 'fflate'

/** Writes the files `paths` of `folder` into the zip `to`. It must stay under 4 GiB. */
export async function writeZip(
  folder: string,
  paths: readonly string[],
  to: string,
  signal: AbortSignal,
): Promise<void> {
  const output = createWriteStream(to, { signal })
  const done = finished(output)
  // Told again by whoever awaits it.
  done.catch(() => {})
  const zip = new Zip((error, data, isFinal) => {
    if (error !== null) output.destroy(error)
    else output.write(data)
    if (isFinal) output.end()
  })
  for (const path of paths) {
    // Parquet is compressed already.
    const file = path.endsWith('.parquet') ? new ZipPassThrough(path) : new DeflatedFile(path)
    file.mtime = new Date(1980, 0, 1)
    zip.add(file)
    const push = async (part: Uint8Array, isFinal = false) => {
      await file.push(part, isFinal)
      if (output.writableNeedDrain) await Promise.race([once(output, 'drain', { signal }), done])
    }
    for await (const part of createReadStream(join(folder, path), { signal, highWaterMark: 1 << 18 }))
      await push(part)
    await push(new Uint8Array(0), true)
  }
  zip.end()
  await done
}

/** Deflates with Node’s zlib, which is several times as fast as what the library brings, and off the main thread. */
class DeflatedFile implements ZipInputFile {
  readonly filename: string
  readonly compression = 8
  mtime = new Date(1980, 0, 1)
  size = 0
  crc = 0
  /** Set by the zip. */
  ondata: AsyncFlateStreamHandler = () => {}
  readonly #deflate = createDeflateRaw({ level: 6 })
  readonly #done: Promise<void>

  constructor(filename: string) {
    this.filename = filename
    this.#deflate.on('data', (part: Buffer) => this.ondata(null, new Uint8Array(part), false))
    this.#done = finished(this.#deflate, { readable: true })
    this.#done.catch(() => {})
  }

  async push(part: Uint8Array, isFinal: boolean): Promise<void> {
    this.size += part.length
    this.crc = crc32(part, this.crc)
    if (isFinal) {
      this.#deflate.end()
      await this.#done
      this.ondata(null, new Uint8Array(0), true)
    } else if (!this.#deflate.write(part)) await once(this.#deflate, 'drain')
  }
}
