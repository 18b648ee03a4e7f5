// Opens SQLite files with what Node brings, where it brings it.

import { existsSync } from 'node:fs'
import type { DatabaseSync } from 'node:sqlite'
import { pathToFileURL } from 'node:url'

/**
 * The database in `path`, to be read only; null when this Node cannot read SQLite (before 22.13). Throws what SQLite
 * throws.
 */
export function openDatabase(path: string): DatabaseSync | null {
  const sqlite = loadSqlite()
  if (sqlite === undefined) return null
  // Without a log beside it nobody has it open: `immutable` keeps SQLite from making one, for readers too.
  if (!existsSync(`${path}-wal`)) {
    const url = pathToFileURL(path)
    url.searchParams.set('immutable', '1')
    try {
      return new sqlite.DatabaseSync(url, { readOnly: true })
    } catch (error) {
      // Node before 22.15 takes no URL.
      if (!(error instanceof TypeError)) throw error
    }
  }
  return new sqlite.DatabaseSync(path, { readOnly: true })
}

/** Loaded on demand: older ones do not have it, and some warn that it is experimental, which the user cannot help. */
function loadSqlite(): typeof import('node:sqlite') | undefined {
  const { emitWarning } = process
  process.emitWarning = () => {}
  try {
    return process.getBuiltinModule('node:sqlite')
  } finally {
    process.emitWarning = emitWarning
  }
}
