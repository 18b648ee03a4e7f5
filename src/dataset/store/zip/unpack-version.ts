// A version that comes in zips: in one, or what the next run needs in one and the rest in another.

import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { UsageError } from '../../../report/usage-error.ts'
import type { Header } from '../../zip-layout.ts'
import { fileListName, parseFileList, type StoredFile } from '../file-list.ts'
import { type Extent, isWanted, type StoredVersion } from '../store.ts'
import { writeReceived } from '../write-received.ts'
import { readZipEntries, readZipEntry } from './read-zip.ts'

/** In bytes: far more than the list of any version has. */
const largestList = 64 * 2 ** 20

/**
 * Unpacks as much as `extent` says of the version in the zip at `path` into `into`, checked against its list. `place` is
 * what messages say.
 */
export async function unpackVersion(
  path: string,
  into: string,
  place: string,
  signal: AbortSignal,
  extent: Extent = 'needed',
): Promise<StoredVersion> {
  const entries = await readZipEntries(path, place)
  const text = await readList(readZipEntry(path, find(entries, fileListName, place), place), place)
  const { version, files } = parseFileList(text, `${place} ${fileListName}`)
  await mkdir(into, { recursive: true })
  const wanted = files.filter((file) => isWanted(file.path, extent))
  await unpackFiles(path, wanted, into, place, signal)
  await writeFile(join(into, fileListName), text)
  return { version, folder: into }
}

/** Unpacks `files` of the zip at `path` into `into`, checked. */
export async function unpackFiles(
  path: string,
  files: readonly StoredFile[],
  into: string,
  place: string,
  signal: AbortSignal,
): Promise<void> {
  const entries = await readZipEntries(path, place)
  for (const file of files) {
    const content = readZipEntry(path, find(entries, file.path, place), place)
    await writeReceived(content, file, join(into, file.path), `${place} ${file.path}`, signal)
  }
}

function find(entries: ReadonlyMap<string, Header>, name: string, place: string): Header {
  const entry = entries.get(name)
  if (entry !== undefined) return entry
  throw new UsageError(`Cannot read \`${place}\`: it has no \`${name}\`, so no version of a dataset is in it`)
}

async function readList(content: AsyncIterable<Uint8Array>, place: string): Promise<string> {
  const parts: Uint8Array[] = []
  let bytes = 0
  for await (const part of content) {
    bytes += part.length
    if (bytes > largestList) throw new UsageError(`Cannot read \`${place}\`: its list of files is too long`)
    parts.push(part)
  }
  return Buffer.concat(parts).toString()
}
