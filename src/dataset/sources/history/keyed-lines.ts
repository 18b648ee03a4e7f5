// A file of `["key", value]` lines that only grows, so that a killed run loses at most its last line. The last line of a key
// is its value.

import { createReadStream } from 'node:fs'
import { type FileHandle, mkdir, open } from 'node:fs/promises'
import { dirname } from 'node:path'

interface Span {
  offset: number
  length: number
}

export class KeyedLines {
  readonly #path: string
  /** Opened when it is needed. */
  #file: Promise<FileHandle> | null
  readonly #spans: Map<string, Span>
  #end: number

  private constructor(path: string, file: FileHandle, spans: Map<string, Span>, end: number) {
    this.#path = path
    this.#file = Promise.resolve(file)
    this.#spans = spans
    this.#end = end
  }

  /** Opens or makes `path`. A torn last line is cut off; another that is no such line is passed over. `see` gets each line. */
  static async open(path: string, see: (key: string, value: unknown) => void): Promise<KeyedLines> {
    await mkdir(dirname(path), { recursive: true })
    // Not `a+`, with which Linux ignores where a write is to go.
    const file = await open(path, 'r+').catch(() => open(path, 'w+'))
    const spans = new Map<string, Span>()
    let end = 0
    try {
      for await (const line of readSpans(path)) {
        end = line.offset + line.length
        const entry = parseEntry(line.text)
        if (entry === null) continue
        spans.set(entry[0], { offset: line.offset, length: line.length })
        see(...entry)
      }
      await file.truncate(end)
    } catch (error) {
      await file.close()
      throw error
    }
    return new KeyedLines(path, file, spans, end)
  }

  has(key: string): boolean {
    return this.#spans.has(key)
  }

  /** Adds lines, in one write. */
  async append(entries: readonly (readonly [key: string, value: unknown])[]): Promise<void> {
    const lines = entries.map((entry) => Buffer.from(`${JSON.stringify(entry)}\n`))
    let offset = this.#end
    const spans = lines.map(({ length }) => {
      const span = { offset, length }
      offset += length
      return span
    })
    const start = this.#end
    // Before the write, so that another at the same time goes behind it.
    this.#end = offset
    await this.#writeAll(Buffer.concat(lines), start)
    entries.forEach(([key], index) => {
      const span = spans[index]
      if (span !== undefined) this.#spans.set(key, span)
    })
  }

  async #writeAll(bytes: Buffer, start: number): Promise<void> {
    const file = await this.#open()
    for (let done = 0; done < bytes.length; ) {
      const { bytesWritten } = await file.write(bytes, done, bytes.length - done, start + done)
      done += bytesWritten
    }
  }

  /** The value of `key`; undefined when there is none. */
  async read(key: string): Promise<unknown> {
    const span = this.#spans.get(key)
    if (span === undefined) return undefined
    const bytes = Buffer.alloc(span.length)
    await (await this.#open()).read(bytes, 0, span.length, span.offset)
    return parseEntry(bytes.toString())?.[1]
  }

  /** Forgets everything. */
  async clear(): Promise<void> {
    await (await this.#open()).truncate(0)
    this.#spans.clear()
    this.#end = 0
  }

  /** Lets go of the file, of which a process may have only so many open; what is asked later opens it again. */
  async close(): Promise<void> {
    const file = this.#file
    this.#file = null
    await (await file)?.close()
  }

  #open(): Promise<FileHandle> {
    this.#file ??= open(this.#path, 'r+')
    return this.#file
  }
}

/** The whole lines of `path` and where they stand; what follows the last newline is left out. */
async function* readSpans(path: string): AsyncGenerator<Span & { text: string }> {
  let offset = 0
  let pending: Buffer[] = []
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 })) {
    const bytes: Buffer = chunk
    let start = 0
    for (let end = bytes.indexOf(10); end !== -1; end = bytes.indexOf(10, start)) {
      const line = Buffer.concat([...pending, bytes.subarray(start, end + 1)])
      pending = []
      yield { offset, length: line.length, text: line.toString() }
      offset += line.length
      start = end + 1
    }
    if (start < bytes.length) pending.push(bytes.subarray(start))
  }
}

function parseEntry(text: string): [string, unknown] | null {
  try {
    const value: unknown = JSON.parse(text)
    return Array.isArray(value) && value.length === 2 && typeof value[0] === 'string'
      ? [value[0], value[1]]
      : null
  } catch {
    return null
  }
}
