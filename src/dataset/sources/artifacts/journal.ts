// What was collected so far, on disk, so that a killed run goes on where it was. Records go to one file, and then a line
// about the artifact to another: what is in the second is whole in the first, however the run ended.

import { type FileHandle, open, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import * as v from 'valibot'

const maybeCount = v.nullable(v.number())
const maybeText = v.nullable(v.string())

const entrySchema = v.object({
  repository: v.string(),
  id: v.number(),
  digest: maybeText,
  run: v.nullable(
    v.object({
      id: v.number(),
      repositoryId: v.number(),
      headRepositoryId: maybeCount,
      headSha: maybeText,
      headBranch: maybeText,
    }),
  ),
  problems: v.array(v.object({ reason: v.string(), message: v.string() })),
  records: v.array(
    v.object({
      offset: v.number(),
      length: v.number(),
      claim: v.object({
        host: maybeText,
        repositoryId: maybeCount,
        prNumber: maybeCount,
        headSha: maybeText,
        headRepositoryId: maybeCount,
        runId: maybeCount,
      }),
    }),
  ),
})

/** One artifact that is done with, for good or ill. Each record is `length` bytes at `offset` of the records file, with a line end. */
export type Entry = v.InferOutput<typeof entrySchema>

export interface Journal {
  /** Those of earlier runs and of this one, by artifact id. */
  readonly entries: ReadonlyMap<number, Entry>
  /** The file that the entries’ records are in. */
  readonly recordsPath: string
  /** Adds an artifact; `lines` are its records, without line ends, one for each of `records`. */
  add(
    entry: Omit<Entry, 'records'>,
    records: readonly { line: string; claim: Entry['records'][number]['claim'] }[],
  ): Promise<void>
  /** Resolves when all that was added is written. */
  close(): Promise<void>
}

/** Opens the journal in `folder`, or starts one. Lines that an interrupted run left unfinished are dropped. */
export async function openJournal(folder: string): Promise<Journal> {
  const recordsPath = join(folder, 'artifacts-collected.jsonl')
  const journalPath = join(folder, 'artifacts-journal.jsonl')
  const records = await open(recordsPath, 'a')
  const lines = await open(journalPath, 'a')
  let offset = (await records.stat()).size
  const entries = readEntries(await cutTornEnd(journalPath, lines), offset)
  let writing: Promise<void> = Promise.resolve()

  return {
    entries,
    recordsPath,
    add(entry, added) {
      // One at a time: the offset is where the last one ended.
      writing = writing.then(async () => {
        const rows: Entry['records'] = []
        const bytes = added.map(({ line }) => Buffer.from(`${line}\n`))
        let at = offset
        for (const [index, { claim }] of added.entries()) {
          const length = bytes[index]?.length ?? 0
          rows.push({ offset: at, length, claim })
          at += length
        }
        if (bytes.length > 0) await records.appendFile(Buffer.concat(bytes))
        offset = at
        const whole = { ...entry, records: rows }
        await lines.appendFile(`${JSON.stringify(whole)}\n`)
        entries.set(entry.id, whole)
      })
      return writing
    },
    async close() {
      await writing.catch(() => {})
      await records.close()
      await lines.close()
    },
  }
}

/** The text up to the last line end; what is behind it is cut off the file, lest the next line be glued to it. */
async function cutTornEnd(path: string, file: FileHandle): Promise<string> {
  const bytes = await readFile(path)
  const end = bytes.lastIndexOf(0x0a) + 1
  if (end < bytes.length) await file.truncate(end)
  return bytes.toString('utf8', 0, end)
}

function readEntries(text: string, size: number): Map<number, Entry> {
  const entries = new Map<number, Entry>()
  for (const line of text.split('\n')) {
    const entry = v.safeParse(entrySchema, parse(line))
    if (!entry.success) continue
    const isWhole = entry.output.records.every(({ offset, length }) => offset + length <= size)
    if (isWhole) entries.set(entry.output.id, entry.output)
  }
  return entries
}

function parse(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return null
  }
}
