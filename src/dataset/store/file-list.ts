// `files.json` of a version: every other file with its size and sum, so that any store can tell a whole version from a
// damaged or half-written one.

import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { readdir, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import * as v from 'valibot'
import { UsageError } from '../../report/usage-error.ts'

const fileSchema = v.strictObject({
  /** From the version’s folder, with `/`. */
  path: v.pipe(v.string(), v.check(isPlainPath)),
  bytes: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
  /** Hex. */
  sha256: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
})

const listSchema = v.strictObject({
  version: v.string(),
  /** Whose upload it is, where several can be under way. */
  run: v.optional(v.string()),
  files: v.array(fileSchema),
})

/** One file of a version. */
export type StoredFile = v.InferOutput<typeof fileSchema>

export type FileList = v.InferOutput<typeof listSchema>

export const fileListName = 'files.json'

/**
 * Sums the files in `folder`, sorted by path, writes them into its `files.json`, and gives list and text. `run`, when
 * there is one, goes into both.
 */
export async function writeFileList(
  folder: string,
  version: string,
  signal: AbortSignal,
  run?: string,
): Promise<FileList & { text: string }> {
  const files: StoredFile[] = []
  for (const path of await listPaths(folder))
    if (path !== fileListName && path !== `${fileListName}.partial`)
      files.push({ path, ...(await sumFile(join(folder, path), signal)) })
  const text = `${JSON.stringify({ version, run, files }, null, 1)}\n`
  await writeFile(join(folder, `${fileListName}.partial`), text)
  await rename(join(folder, `${fileListName}.partial`), join(folder, fileListName))
  return { version, files, text }
}

/** The list in `text`, the content of the file at `place`; paths are such that none leads out of the folder. */
export function parseFileList(text: string, place: string): FileList {
  try {
    return v.parse(listSchema, JSON.parse(text))
  } catch (cause) {
    throw new UsageError(
      `\`${place}\` is damaged: it is no list of files. Restore it, or name an older version in the store’s \`latest.json\``,
      { cause },
    )
  }
}

/** Size and SHA-256 of the file at `path`. */
export async function sumFile(path: string, signal: AbortSignal): Promise<{ bytes: number; sha256: string }> {
  const hash = createHash('sha256')
  let bytes = 0
  for await (const part of createReadStream(path, { signal, highWaterMark: 1 << 20 })) {
    hash.update(part)
    bytes += part.length
  }
  return { bytes, sha256: hash.digest('hex') }
}

/** Throws a {@link UsageError} unless `found`, what was read at `place`, is what the list says. */
export function expectFile(file: StoredFile, found: { bytes: number; sha256: string }, place: string): void {
  if (found.bytes === file.bytes && found.sha256 === file.sha256) return
  throw new UsageError(
    `\`${place}\` is damaged: it has ${found.bytes} bytes and the SHA-256 ${found.sha256}, expected ${file.bytes} and ${file.sha256}. Restore the file, or name an older version in the store’s \`latest.json\``,
  )
}

/** Regular files under `folder`, sorted by path. Throws for anything that is neither file nor folder. */
async function listPaths(folder: string): Promise<string[]> {
  const paths: string[] = []
  const visit = async (under: string): Promise<void> => {
    for (const entry of await readdir(join(folder, under), { withFileTypes: true })) {
      const path = under === '' ? entry.name : `${under}/${entry.name}`
      if (entry.isDirectory()) await visit(path)
      else if (entry.isFile() && isPlainPath(path)) paths.push(path)
      else
        throw new UsageError(
          `\`${join(folder, path)}\` cannot be kept in a store: it is no file with a plain name. Remove it`,
        )
    }
  }
  await visit('')
  return paths.sort((a, b) => (a < b ? -1 : 1))
}

/** No name that another system reads otherwise, and none that leads out of the folder. */
function isPlainPath(path: string): boolean {
  return path.split('/').every((part) => /^[\w.+=-]{1,200}$/.test(part) && !/^\.+$/.test(part))
}
