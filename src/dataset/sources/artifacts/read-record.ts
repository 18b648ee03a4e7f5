// One file of an artifact as a line of JSON, and what the record says of where it comes from. Whether it is a good record
// is for the map to say.

import { isJsonObject, type JsonObject, readCount, readObject, readString } from '../../../core/json.ts'
import { cutText } from '../../../report/cut-text.ts'
import type { ZipEntry } from '../read-zip.ts'
import { Refusal } from './refusal.ts'

/** What must match what GitHub says. Null where the record says nothing, or nothing of the right type. */
export interface Claim {
  host: string | null
  repositoryId: number | null
  prNumber: number | null
  headSha: string | null
  headRepositoryId: number | null
  runId: number | null
}

export interface ReadRecord {
  /** Without a line end. */
  line: string
  claim: Claim
}

/** Throws a {@link Refusal} for what is no JSON, or none of a record. */
export function readRecord({ name, bytes }: ZipEntry): ReadRecord {
  const value = parse(bytes, name)
  if (!isJsonObject(value) || readString(value, 'schema_version') === null) {
    throw new Refusal(
      'wrong-schema',
      `\`${cutText(name, 100)}\` is no record: it has no \`schema_version\`. Give other artifacts another name.`,
    )
  }
  return { line: toLine(value, name), claim: toClaim(value) }
}

function parse(bytes: Buffer, name: string): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    throw notJson(name)
  }
}

/** Written anew: a name that stands twice, a line end or a broken surrogate would be read otherwise by others. */
function toLine(value: JsonObject, name: string): string {
  try {
    return JSON.stringify(value)
  } catch {
    // Nested so deeply that only the parser takes it.
    throw notJson(name)
  }
}

function notJson(name: string): Refusal {
  return new Refusal(
    'not-json',
    `\`${cutText(name, 100)}\` is not JSON. Run the check of its pull request again.`,
  )
}

function toClaim(record: JsonObject): Claim {
  const source = readObject(record, 'source')
  const number = readCount(source, 'pr_number')
  return {
    host: readString(source, 'host'),
    repositoryId: readCount(source, 'repository_id'),
    // GraphQL knows no larger numbers.
    prNumber: number !== null && number > 0 && number < 2 ** 31 ? number : null,
    headSha: readString(source, 'head_sha'),
    headRepositoryId: readCount(source, 'head_repository_id'),
    runId: readCount(readObject(source, 'run'), 'id'),
  }
}
