// The JSON files of a zip, inflated in memory under caps: inflating ends at the cap, whatever the zip says of its size.

import { crc32, inflateRawSync } from 'node:zlib'
import { mostInflatedBytes, mostJsonBytes } from './limits.ts'
import { readDirectory, type ZipEntry } from './read-directory.ts'
import { Refusal } from './refusal.ts'

export interface ZipFile {
  /** As the zip says: a stranger’s text, never a path. */
  name: string
  bytes: Buffer
}

/** The files whose names end in `.json`, in the zip’s order. Throws a {@link Refusal} for a zip that is not to be had whole. */
export function unzipJson(zip: Buffer): ZipFile[] {
  const files: ZipFile[] = []
  let left = mostInflatedBytes
  for (const entry of readDirectory(zip)) {
    if (!entry.name.toLowerCase().endsWith('.json')) continue
    const bytes = inflate(entry, Math.min(left, mostJsonBytes))
    left -= bytes.length
    files.push({ name: entry.name, bytes })
  }
  return files
}

function inflate({ method, packed, size, crc }: ZipEntry, most: number): Buffer {
  if (method !== 0 && method !== 8) {
    throw new Refusal(
      'not-zip',
      `A file in it is compressed by method ${method}, not by deflate. Upload it as the check does.`,
    )
  }
  const isLarge = (method === 0 ? packed.length : size) > most
  const bytes = isLarge ? null : method === 0 ? packed : inflateUpTo(packed, most)
  if (bytes === null) {
    throw new Refusal(
      'too-large',
      `Its JSON has more than ${mostJsonBytes} bytes a file, or ${mostInflatedBytes} together. A record is far smaller: look at what the workflow uploads.`,
    )
  }
  if (bytes.length !== size || crc32(bytes) !== crc) {
    throw new Refusal(
      'wrong-checksum',
      'A file in it has another size or CRC-32 than it says. Run the check of its pull request again.',
    )
  }
  return bytes
}

/** Null when there is more. */
function inflateUpTo(packed: Buffer, most: number): Buffer | null {
  try {
    // A limit of 0 would be none.
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, most) })
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE') return null
    throw new Refusal('not-zip', 'A file in it cannot be inflated. Run the check of its pull request again.')
  }
}
