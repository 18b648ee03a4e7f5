// Keeps the record in a file before anything else happens to it, so that a failed upload loses nothing.

import { mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Redacted } from '../../core/redact/redacted.ts'

export interface RecordFile {
  path: string
  /** True when an earlier step of this job kept a record under the same artifact name. */
  isNameTaken: boolean
}

export interface RecordFileOptions {
  temporaryFolder: string
  artifactName: string
  pullRequestNumber: number
}

/** Writes `text` to `<temporaryFolder>/ai-worklog/<artifactName>/ai-worklog-pr-<number>.json`. */
export function writeRecord(text: Redacted<string>, options: RecordFileOptions): RecordFile {
  const folder = join(options.temporaryFolder, 'ai-worklog', options.artifactName)
  mkdirSync(folder, { recursive: true })
  const isNameTaken = readdirSync(folder).some((name) => /^ai-worklog-pr-\d+\.json$/.test(name))
  const path = join(folder, `ai-worklog-pr-${options.pullRequestNumber}.json`)
  const unfinished = `${path}.${process.pid}.tmp`
  try {
    // Synchronous, so that no signal handler runs in between, and renamed, so that the file is whole or absent.
    writeFileSync(unfinished, text)
    renameSync(unfinished, path)
  } catch (error) {
    rmSync(unfinished, { force: true })
    throw error
  }
  return { path, isNameTaken }
}
