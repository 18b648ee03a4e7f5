// One file that the user handed in: what it is, and how the map can read it.

import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { createGunzip } from 'node:zlib'
import { UsageError } from '../../../report/usage-error.ts'
import type { Input, Problem } from '../../input.ts'
import { readZip, ZipError } from '../read-zip.ts'
import { explainRead } from './explain-read.ts'
import type { FoundFile } from './find-files.ts'
import { explainBinary, startsLikeJsonl, toJsonLines } from './json-lines.ts'
import { type Spool, TooLarge } from './spool.ts'

export interface Taken {
  inputs: Input[]
  problems: Problem[]
}

export interface FileCaps {
  /** Of one JSON document or archive; default 64 MiB. */
  maxDocumentBytes: number
  /** Of what comes out of one `.gz`, or of standard input; default 16 GiB. */
  maxExpandedBytes: number
  /** Files in one archive; default 10,000. */
  maxEntries: number
}

export const fileCaps: FileCaps = {
  maxDocumentBytes: 64 * 1024 * 1024,
  maxExpandedBytes: 16 * 1024 ** 3,
  maxEntries: 10_000,
}

/** What `file` is by its name; null for what is none of ours. */
export function kindOf(name: string): 'jsonl' | 'json' | 'zip' | 'gz' | null {
  const lower = name.toLowerCase()
  if (/\.(jsonl|ndjson)$/.test(lower)) return 'jsonl'
  if (lower.endsWith('.json')) return 'json'
  if (lower.endsWith('.zip')) return 'zip'
  return /\.(jsonl|ndjson)\.gz$/.test(lower) ? 'gz' : null
}

/** An input for the map to read. */
export function toInput(path: string, name: string): Input {
  return { path, name, kind: 'auto', source: 'file', trust: 'local' }
}

/**
 * Never throws for what is in the file. `isNamed`: the user named it; what is none of ours is then worth a word, and what cannot
 * be read a {@link UsageError}.
 */
export async function takeFile(
  file: FoundFile,
  spool: Spool,
  caps: FileCaps,
  isNamed: boolean,
): Promise<Taken> {
  try {
    switch (kindOf(file.path)) {
      case 'jsonl':
        return await takeLines(file)
      case 'json':
        return await takeDocument(file, spool, caps, isNamed)
      case 'zip':
        return await takeZip(file, spool, caps)
      case 'gz':
        return await takeGzip(file, spool, caps)
      default:
        return isNamed ? none(file.name, 'not-a-dataset-file', `Unexpected file, ${expected}.`) : nothing
    }
  } catch (error) {
    if (!isAbout(error, file.path)) throw error
    if (isNamed) throw new UsageError(`Cannot read \`${file.name}\`: ${explainRead(error)}`, { cause: error })
    return none(file.name, 'unreadable', `It cannot be read: ${explainRead(error)}. It is left out.`)
  }
}

/** The work folder may fail too: that ends the run. */
function isAbout(error: unknown, path: string): boolean {
  if (!(error instanceof Error && 'syscall' in error)) return false
  return error.syscall === 'read' || ('path' in error && error.path === path)
}

const expected = 'expected `.jsonl`, `.ndjson`, `.json`, `.zip`, or `.jsonl.gz`'
const nothing: Taken = { inputs: [], problems: [] }
/** Enough to see what a file is. */
const startBytes = 65_536

/** However large it is, it is read where it stands. */
async function takeLines({ path, name }: FoundFile): Promise<Taken> {
  const start = await readStart(path, startBytes)
  if (start.length === 0) return none(name, 'empty', 'The file is empty.')
  const binary = explainBinary(start)
  if (binary !== null) return none(name, 'binary', `It holds ${binary}. It is left out.`)
  return { inputs: [toInput(path, name)], problems: [] }
}

async function takeDocument(file: FoundFile, spool: Spool, caps: FileCaps, isNamed: boolean): Promise<Taken> {
  const { path, name } = file
  const bytes = await readStart(path, caps.maxDocumentBytes + 1)
  const binary = explainBinary(bytes.subarray(0, startBytes))
  if (binary !== null) return none(name, 'binary', `It holds ${binary}. It is left out.`)
  if (startsLikeJsonl(bytes.toString('utf8', 0, startBytes)))
    return { inputs: [toInput(path, name)], problems: [] }
  if (bytes.length > caps.maxDocumentBytes) return tooLarge(name, caps.maxDocumentBytes)
  const text = bytes.toString()
  return startsLikeJsonl(text)
    ? { inputs: [toInput(path, name)], problems: [] }
    : keepDocument(text, name, spool, isNamed)
}

async function keepDocument(text: string, name: string, spool: Spool, isNamed: boolean): Promise<Taken> {
  const lines = toJsonLines(text)
  if (lines === null) {
    const remedy = 'Check that it was written to its end.'
    return none(name, 'not-json', `It is not JSON, or nested too deeply; it is left out. ${remedy}`)
  }
  const inputs = lines.lines === 0 ? [] : [toInput(await spool.keepText(lines.text), name)]
  // A folder may hold any JSON; a list of which a part is ours is ours.
  if (lines.others === 0 || (lines.lines === 0 && !isNamed)) return { inputs, problems: [] }
  const message = `${lines.others} of it are no records and no pull requests, the first at ${lines.firstOther}: expected objects with \`schema_version\` or \`body\`. They are left out.`
  return { inputs, problems: [{ place: name, reason: 'not-a-record', message }] }
}

async function takeZip({ path, name }: FoundFile, spool: Spool, caps: FileCaps): Promise<Taken> {
  const bytes = await readStart(path, caps.maxDocumentBytes + 1)
  if (bytes.length > caps.maxDocumentBytes) return tooLarge(name, caps.maxDocumentBytes)
  try {
    const taken: Taken = { inputs: [], problems: [] }
    const entries = readZip(bytes, {
      maxBytes: caps.maxDocumentBytes,
      maxEntries: caps.maxEntries,
      accepts: (entry) => kindOf(entry) === 'jsonl' || kindOf(entry) === 'json',
    })
    for (const entry of entries) {
      const { inputs, problems } = await takeEntry(entry.bytes.toString(), `${name}/${entry.name}`, spool)
      taken.inputs.push(...inputs)
      taken.problems.push(...problems)
    }
    if (entries.length === 0) return none(name, 'empty', 'The archive holds no `.json` and no `.jsonl` file.')
    return taken
  } catch (error) {
    if (!(error instanceof ZipError)) throw error
    return none(name, error.reason, `${error.message}. It is left out; download it again.`)
  }
}

async function takeEntry(text: string, name: string, spool: Spool): Promise<Taken> {
  if (kindOf(name) === 'json' && !startsLikeJsonl(text)) return keepDocument(text, name, spool, true)
  return { inputs: [toInput(await spool.keepText(text), name)], problems: [] }
}

async function takeGzip(
  { path, name }: FoundFile,
  spool: Spool,
  { maxExpandedBytes }: FileCaps,
): Promise<Taken> {
  try {
    const kept = await spool.keepStream(createReadStream(path), maxExpandedBytes, createGunzip())
    return takeLines({ path: kept, name })
  } catch (error) {
    if (error instanceof TooLarge) return tooLarge(name, maxExpandedBytes)
    if (!(error instanceof Error && 'code' in error && /^Z_/.test(String(error.code)))) throw error
    return none(name, 'broken', 'It is no gzip file, or torn. It is left out; download it again.')
  }
}

async function readStart(path: string, bytes: number): Promise<Buffer> {
  const file = await open(path)
  try {
    const { size } = await file.stat()
    const buffer = Buffer.alloc(Math.min(size, bytes))
    let length = 0
    while (length < buffer.length) {
      const { bytesRead } = await file.read(buffer, length, buffer.length - length, length)
      if (bytesRead === 0) break
      length += bytesRead
    }
    return buffer.subarray(0, length)
  } finally {
    await file.close()
  }
}

function tooLarge(name: string, bytes: number): Taken {
  return none(
    name,
    'too-large',
    `It holds more than ${bytes} bytes; it is left out. Split it, or write JSONL.`,
  )
}

function none(place: string, reason: string, message: string): Taken {
  return { inputs: [], problems: [{ place, reason, message }] }
}
