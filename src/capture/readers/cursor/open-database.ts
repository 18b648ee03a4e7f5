// Opens SQLite files with what Node brings, where it brings it.

import type { DatabaseSync } from 'node:sqlite'

/**
 * The database in `path`, to be read only; null when this Node cannot read SQLite (before 22.13). Throws what SQLite
 * throws.
 */
export function openDatabase(path: string): DatabaseSync | null {
  const sqlite = loadSqlite()
  return sqlite === undefined ? null : new sqlite.DatabaseSync(path, { readOnly: true })
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
