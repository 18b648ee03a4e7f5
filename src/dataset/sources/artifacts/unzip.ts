// The JSON files of an artifact’s zip, under the caps for what strangers upload.

import { readZip, type ZipEntry, ZipError, type ZipReason } from '../read-zip.ts'
import { mostEntries, mostInflatedBytes, mostJsonBytes } from './limits.ts'
import { Refusal } from './refusal.ts'

/** Our reason for each of the reader’s, and the remedy. */
const refusals: Readonly<Record<ZipReason, readonly [string, string]>> = {
  'not-a-zip': ['not-zip', 'Run the check of its pull request again'],
  broken: ['not-zip', 'Run the check of its pull request again'],
  'wrong-checksum': ['wrong-checksum', 'Run the check of its pull request again'],
  encrypted: ['encrypted', 'Upload the record as the check does'],
  unsupported: ['not-zip', 'Upload the record as the check does'],
  'too-large': ['too-large', 'A record is far smaller: look at what the workflow uploads'],
  'too-many-entries': ['too-large', 'Upload the record alone'],
}

/** The files whose names end in `.json`, in the zip’s order. Throws a {@link Refusal} for a zip that is not to be had whole. */
export function unzipJson(zip: Buffer): ZipEntry[] {
  try {
    return readZip(zip, {
      maxBytes: mostInflatedBytes,
      maxEntryBytes: mostJsonBytes,
      maxEntries: mostEntries,
      accepts: (name) => name.toLowerCase().endsWith('.json'),
    })
  } catch (error) {
    if (!(error instanceof ZipError)) throw error
    const [reason, remedy] = refusals[error.reason]
    throw new Refusal(reason, `${error.message}. ${remedy}.`)
  }
}
