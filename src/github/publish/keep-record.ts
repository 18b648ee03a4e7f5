// Keeps the record wherever it can be kept: in the runner's folder, else in the system's, else in the log.

import { tmpdir } from 'node:os'
import type { Redacted } from '../../core/redact/redacted.ts'
import type { Annotation } from '../../report/annotation.ts'
import type { LogWriter } from '../../report/log-writer.ts'
import { type RecordFile, type RecordFileOptions, writeRecord } from './write-record.ts'

export interface KeptRecord {
  /** Null when no file could be written. */
  file: RecordFile | null
  annotations: Annotation[]
}

/** Writes `text` to a file, or prints it to `log`. Never throws: a full disk does not change the verdict. */
export function keepRecord(text: Redacted<string>, options: RecordFileOptions, log: LogWriter): KeptRecord {
  const reasons: string[] = []
  for (const temporaryFolder of new Set([options.temporaryFolder, tmpdir()])) {
    try {
      const file = writeRecord(text, { ...options, temporaryFolder })
      return { file, annotations: reasons.map((reason) => warn(`${reason} It is in \`${file.path}\`.`)) }
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error)
      reasons.push(`Cannot write the record into \`${temporaryFolder}\`: ${reason}.`)
    }
  }
  log.group('The record, which could not be written', () => log.line(escapeBeyondAscii(text)))
  const [reason = ''] = reasons
  return { file: null, annotations: [warn(`${reason} The log has it, and nothing is uploaded.`)] }
}

function warn(message: string): Annotation {
  return { level: 'warning', title: 'ai-worklog: record', message }
}

/** The same JSON in characters that every log shows as they are. */
function escapeBeyondAscii(json: string): string {
  return json.replace(/[^\n -~]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
}
