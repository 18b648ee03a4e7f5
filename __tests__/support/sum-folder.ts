// What a folder holds, to compare it with another byte by byte.

import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'

/** Path and SHA-256 of every file, sorted by path. */
export function sumFolder(folder: string): [path: string, sha256: string][] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((path) => [relative(folder, path), createHash('sha256').update(readFileSync(path)).digest('hex')])
}
