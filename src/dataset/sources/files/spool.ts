// The work folder's place for what is no JSONL file yet. Each file is whole or not there.

import { createWriteStream } from 'node:fs'
import { mkdir, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Gunzip } from 'node:zlib'

/** More came than a cap allows. */
export class TooLarge extends Error {
  override readonly name = 'TooLarge'
}

export class Spool {
  readonly #folder: string
  readonly #signal: AbortSignal
  #count = 0

  /** Files go to the folder `name` in `workFolder`, numbered in the order of the calls. */
  constructor(workFolder: string, signal: AbortSignal, name = 'files') {
    this.#folder = join(workFolder, name)
    this.#signal = signal
  }

  /** Keeps `text` and returns where. */
  async keepText(text: string): Promise<string> {
    const path = await this.#next()
    await writeFile(`${path}.partial`, text)
    await rename(`${path}.partial`, path)
    return path
  }

  /** Keeps what `source`, perhaps through `through`, gives. Throws {@link TooLarge} after `maxBytes`, and what the streams throw. */
  async keepStream(source: Readable, maxBytes: number, through?: Gunzip): Promise<string> {
    const path = await this.#next()
    const partial = `${path}.partial`
    const target = createWriteStream(partial)
    const cap = capped(maxBytes)
    const options = { signal: this.#signal }
    try {
      if (through === undefined) await pipeline(source, cap, target, options)
      else await pipeline(source, through, cap, target, options)
    } catch (error) {
      await rm(partial, { force: true })
      throw error
    }
    await rename(partial, path)
    return path
  }

  async #next(): Promise<string> {
    this.#signal.throwIfAborted()
    await mkdir(this.#folder, { recursive: true })
    this.#count += 1
    return join(this.#folder, `${String(this.#count).padStart(6, '0')}.jsonl`)
  }
}

function capped(maxBytes: number): Transform {
  let size = 0
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      size += chunk.length
      if (size > maxBytes) done(new TooLarge(`more than ${maxBytes} bytes`))
      else done(null, chunk)
    },
  })
}
