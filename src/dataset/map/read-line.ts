// A line of an input as a record of today’s format, or what is wrong with it. Nothing in it is trusted.

import { createRecord } from '../../core/create-record.ts'
import { extractPullRequest } from '../../core/extract/extract-pull-request.ts'
import { isJsonObject, type JsonObject } from '../../core/json.ts'
import { parsePullRequest } from '../../core/parse-pull-request.ts'
import { maxRows } from '../../core/record/limit-rows.ts'
import type { WorklogRecord } from '../../core/record/schema.ts'
import { version } from '../../core/record/version.ts'
import { noOwnWords } from '../../core/vocabulary/own-words.ts'
import { runBounded } from '../../runtime/run-bounded.ts'
import type { Input } from '../input.ts'
import { type MapContext, timed } from './map-context.ts'
import { migrateRecord } from './migrate-record.ts'
import { type Shaping, shapeRecord } from './record-shape.ts'

/** In UTF-16 units. The largest record that the check writes has some 3 million. */
const maxRecord = 10 * 1024 * 1024

/** A record with what its columns do not show: `hasUnknown` when a newer version added fields, which are still in it. */
export interface ReadLine {
  record: WorklogRecord
  hasUnknown: boolean
  isCut: boolean
}

/** Why a line is left out. `message` is our own words but for the number of a version. */
export interface BadLine {
  reason: 'not-json' | 'too-large' | 'wrong-schema' | 'unsupported-version' | 'not-a-pull-request'
  message: string
}

/** The record of `line`, which `kind` says how to take; `asOf` is when it is made from a pull request. */
export function readLine(line: string, kind: Input['kind'], context: MapContext): ReadLine | BadLine {
  const { timings } = context
  let value: unknown
  try {
    value = timed(timings, 'parse', () => JSON.parse(line))
  } catch {
    // The parser’s own message quotes the text.
    return { reason: 'not-json', message: 'no JSON; expected one record or pull request a line' }
  }
  if (!isJsonObject(value))
    return { reason: 'wrong-schema', message: 'no object; expected a record or a pull request' }
  const isRecord = kind === 'record' || (kind === 'auto' && Object.hasOwn(value, 'schema_version'))
  return isRecord ? readRecord(line, value, context) : readPullRequest(line, context)
}

function readRecord(line: string, value: JsonObject, { timings }: MapContext): ReadLine | BadLine {
  if (line.length > maxRecord)
    return {
      reason: 'too-large',
      message: `a record of ${line.length} characters; at most ${maxRecord} are read`,
    }
  const migrated = migrateRecord(value)
  if ('problem' in migrated) return { reason: 'unsupported-version', message: migrated.problem }
  // Without an escape there is nothing to clean: UTF-8 has no halves of pairs, and JSON no bare NUL.
  return timed(timings, 'validate', () => shape(migrated.record, line.includes('\\u'), false))
}

function shape(value: unknown, cleanTexts: boolean, dropBadTimes: boolean): ReadLine | BadLine {
  const shaping: Shaping = { cleanTexts, dropBadTimes, keepUnknown: false, hasUnknown: false, isCut: false }
  let shaped = shapeRecord(value, shaping)
  if ('record' in shaped && shaping.hasUnknown) shaped = shapeRecord(value, { ...shaping, keepUnknown: true })
  if ('problem' in shaped) return { reason: 'wrong-schema', message: shaped.problem }
  const { hasUnknown, isCut } = shaping
  const { record } = shaped
  const isFilesCut =
    isCut && isJsonObject(value) && Array.isArray(value.files) && value.files.length > maxRows
  return { record: isFilesCut ? { ...record, files_truncated: true } : record, hasUnknown, isCut }
}

function readPullRequest(line: string, { timings, retention }: MapContext): ReadLine | BadLine {
  try {
    const pullRequest = timed(timings, 'parse', () => parsePullRequest(line))
    const record = timed(timings, 'extract', () =>
      createRecord(pullRequest, extractPullRequest(pullRequest, noOwnWords, runBounded), {
        generatedAt: retention.asOf,
        version,
      }),
    )
    return timed(timings, 'validate', () => shape(record, true, true))
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    return { reason: 'not-a-pull-request', message: `no pull request: ${error.message}` }
  }
}

/** `record` without the fields that no column is for. */
export function dropUnknown(record: WorklogRecord): WorklogRecord {
  const shaped = shapeRecord(record, {
    cleanTexts: false,
    keepUnknown: false,
    dropBadTimes: true,
    hasUnknown: false,
    isCut: false,
  })
  if ('problem' in shaped) throw new Error(`A record lost its form: ${shaped.problem}`)
  return shaped.record
}
