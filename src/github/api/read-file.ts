// Reads one small text file of a repository through the API.

import { type ApiFailure, toApiFailure } from '../../api/api-failure.ts'
import type { Client } from '../../api/create-client.ts'
import { isJsonObject, readCount, readString } from '../../core/json.ts'

export interface FileLocation {
  /** `owner/name`. */
  repository: string
  path: string
  /** Branch, tag or SHA; null for the tip of the default branch. */
  ref: string | null
}

/** A file's text and blob SHA, `missing`, a failure to ask, or why what is there is no text file to read. */
export type FileReading =
  | { text: string; sha: string | null }
  | { missing: true }
  | { failure: ApiFailure }
  | { unusable: string }

/** Far more than any policy needs. */
const largestFile = 65_536

/** Never rejects. */
export async function readFile(
  client: Client,
  { repository, path, ref }: FileLocation,
): Promise<FileReading> {
  const place = path.split('/').map(encodeURIComponent).join('/')
  const query = ref === null ? '' : `?ref=${encodeURIComponent(ref)}`
  try {
    const { data }: { data: unknown } = await client.request(
      `GET /repos/${repository}/contents/${place}${query}`,
    )
    return readContent(data)
  } catch (error) {
    const failure = toApiFailure(error)
    return failure.status === 404 ? { missing: true } : { failure }
  }
}

function readContent(data: unknown): FileReading {
  if (!isJsonObject(data) || readString(data, 'type') !== 'file') return { unusable: 'it is not a file' }
  const size = readCount(data, 'size') ?? 0
  const content = readString(data, 'content')
  if (size > largestFile || (content !== null && content.length > 2 * largestFile)) {
    return { unusable: `it has ${size} bytes, more than ${largestFile}` }
  }
  if (content === null || readString(data, 'encoding') !== 'base64') {
    return { unusable: 'GitHub sent it in an unknown encoding' }
  }
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(content, 'base64'))
    return { text, sha: readString(data, 'sha') }
  } catch {
    return { unusable: 'it is not UTF-8 text' }
  }
}
