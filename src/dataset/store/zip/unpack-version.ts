// What the next run needs of a version that comes as one zip.

import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { UsageError } from '../../../report/usage-error.ts'
import { fileListName, parseFileList } from '../file-list.ts'
import { isNeeded, type StoredVersion } from '../store.ts'
import { writeReceived } from '../write-received.ts'
import { readZipEntries, readZipEntry } from './read-zip.ts'

/** In bytes: far more than the list of any version has. */
const largestList = 64 * 2 ** 20

/** Unpacks those files of the zip at `path` into `into`, checked against its list. `place` is what messages say. */
export async function unpackVersion(
  path: string,
  into: string,
  place: string,
  signal: AbortSignal,
): Promise<StoredVersion> {
  const entries = await readZipEntries(path, place)
  const find = (name: string) => {
    const entry = entries.get(name)
    if (entry !== undefined) return entry
    throw new UsageError(
      `Cannot read \`${place}\`: it has no \`${name}\`, so no version of a dataset is in it`,
    )
  }
  const text = await readList(readZipEntry(path, find(fileListName), place), place)
  const { version, files } = parseFileList(text, `${place} ${fileListName}`)
  await mkdir(into, { recursive: true })
  for (const file of files.filter((each) => isNeeded(each.path))) {
    const content = readZipEntry(path, find(file.path), place)
    await writeReceived(content, file, join(into, file.path), `${place} ${file.path}`, signal)
  }
  await writeFile(join(into, fileListName), text)
  return { version, folder: into }
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
