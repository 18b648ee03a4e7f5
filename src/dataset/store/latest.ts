// `latest.json`: which version is the newest one. It is written last, so that what it names is whole.

import { isJsonObject, readString } from '../../core/json.ts'
import { UsageError } from '../../report/usage-error.ts'
import { isVersion } from './version.ts'

export const latestFile = 'latest.json'

/**
 * The version that `text`, the content of the file at `place`, names. Throws a {@link UsageError} when it names none.
 */
export function parseLatest(text: string, place: string): string {
  const version = readString(toObject(text), 'version')
  if (version !== null && isVersion(version)) return version
  throw new UsageError(
    `\`${place}\` is damaged: it must be such as \`{"version": "1.2.0"}\`. Write the number of the newest version in the store into it`,
  )
}

/** The content of the file for `version`. */
export function serializeLatest(version: string): string {
  return `${JSON.stringify({ version })}\n`
}

function toObject(text: string) {
  try {
    const value: unknown = JSON.parse(text)
    return isJsonObject(value) ? value : null
  } catch {
    return null
  }
}
