// Says how the rows of a recorded version differ from those of the version recorded before it.

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { isJsonObject, readObject, readString } from '../../src/core/json.ts'

/** How deep fields are looked at; deeper ones are of models and tools, not of the transcript. */
const deepest = 3

/** One line for each type of row and each field that `version` in `folder` has and the one before has not, and the reverse. */
export function describeChanges(folder: string, version: string): string[] {
  const versions = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort((a, b) => a.localeCompare(b, 'en', { numeric: true }))
  const before = versions[versions.indexOf(version) - 1]
  if (before === undefined) return ['No version was recorded before it']
  const old = readShapes(join(folder, before))
  const now = readShapes(join(folder, version))
  const added = findMore(now, old).map((shape) => `+ ${shape}`)
  const gone = findMore(old, now).map((shape) => `- ${shape}`)
  return [`Against ${before}: ${added.length} more, ${gone.length} fewer`, ...gone.sort(), ...added.sort()]
}

/** The shapes in `some` that `others` has not; of a type that it has not, the type alone. */
function findMore(some: ReadonlySet<string>, others: ReadonlySet<string>): string[] {
  const types = new Set([...others].map((shape) => shape.split(' ')[0]))
  return [...some].filter((shape) => {
    const [type, field] = shape.split(' ')
    return !others.has(shape) && (field === undefined || types.has(type))
  })
}

/** Such as `user .toolUseResult.userModified`, of all rows below `folder`. */
function readShapes(folder: string): Set<string> {
  const shapes = new Set<string>()
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
    if (!entry.isFile() || !entry.name.endsWith('.jsonl')) continue
    for (const line of readFileSync(join(entry.parentPath, entry.name), 'utf8').split('\n')) {
      if (line !== '') addShapes(JSON.parse(line), shapes)
    }
  }
  return shapes
}

function addShapes(row: unknown, shapes: Set<string>): void {
  if (!isJsonObject(row)) return
  const parts = [
    readString(row, 'type'),
    readString(row, 'subtype'),
    readString(readObject(row, 'attachment') ?? readObject(row, 'payload'), 'type'),
    readString(readObject(readObject(row, 'payload'), 'item'), 'type'),
  ]
  const type = parts.filter((part) => part !== null).join('/')
  shapes.add(type)
  addFields(row, '', type, shapes)
}

function addFields(value: unknown, path: string, type: string, shapes: Set<string>): void {
  if (path.split('.').length > deepest + 1) return
  if (Array.isArray(value)) for (const item of value) addFields(item, `${path}[]`, type, shapes)
  if (!isJsonObject(value)) return
  for (const [key, inner] of Object.entries(value)) {
    shapes.add(`${type} ${path}.${key}`)
    addFields(inner, `${path}.${key}`, type, shapes)
  }
}
