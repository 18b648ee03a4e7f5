// Says how the rows of a recorded version differ from those of the version recorded before it.

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { isJsonObject, type JsonObject } from '../../src/core/json.ts'
import { compareShapes } from './compare-shapes.ts'

/** One line for each type of row, field and kind of value in which `version` in `folder` differs from the one before. */
export function describeChanges(folder: string, version: string): string[] {
  const versions = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort((a, b) => a.localeCompare(b, 'en', { numeric: true }))
  const before = versions[versions.indexOf(version) - 1]
  if (before === undefined) return ['No version was recorded before it']
  const lines = compareShapes(readRows(join(folder, before)), readRows(join(folder, version)))
  return [`Against ${before}: ${lines.length} differences in shape`, ...lines]
}

/** The rows of all transcripts below `folder`. */
function readRows(folder: string): JsonObject[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.jsonl'))
    .flatMap((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8').split('\n'))
    .filter((line) => line !== '')
    .map((line): unknown => JSON.parse(line))
    .filter(isJsonObject)
}
