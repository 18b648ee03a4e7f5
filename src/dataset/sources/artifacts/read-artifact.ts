// What is in one artifact: its records, and what was wrong with the rest.

import { type ReadRecord, readRecord } from './read-record.ts'
import { Refusal } from './refusal.ts'
import { unzipJson } from './unzip.ts'

export interface ArtifactContent {
  records: ReadRecord[]
  /** Without the place. */
  problems: { reason: string; message: string }[]
}

/** Rejects as `download` does, but for a {@link Refusal}, which is a problem. One bad file leaves the others. */
export async function readArtifact(download: () => Promise<Buffer>): Promise<ArtifactContent> {
  const content: ArtifactContent = { records: [], problems: [] }
  const note = (error: unknown): null => {
    if (!(error instanceof Refusal)) throw error
    content.problems.push({ reason: error.reason, message: error.message })
    return null
  }
  const attempt = <T>(read: () => T): T | null => {
    try {
      return read()
    } catch (error) {
      return note(error)
    }
  }
  const zip = await download().catch(note)
  if (zip === null) return content
  for (const file of attempt(() => unzipJson(zip)) ?? []) {
    const record = attempt(() => readRecord(file))
    if (record !== null) content.records.push(record)
  }
  if (content.records.length === 0 && content.problems.length === 0) {
    const message = 'There is no file in it whose name ends in `.json`. Give other artifacts another name.'
    content.problems.push({ reason: 'no-record', message })
  }
  return content
}
