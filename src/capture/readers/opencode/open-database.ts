// Opens a SQLite database of another program, read-only, with the SQLite that Node itself has from version 22.13 on.

import type { DatabaseSync } from 'node:sqlite'

/** What to say where Node has none. */
export const noSqlite = 'a database: Node.js 22.13 or newer reads it'

type GetModule = (id: 'node:sqlite') => typeof import('node:sqlite') | undefined

/** The database at `path`; null when this Node has no SQLite. Throws SQLite's error when it is no database. */
export function openDatabase(
  path: string,
  getModule: GetModule | undefined = process.getBuiltinModule,
): DatabaseSync | null {
  const sqlite = getModule === undefined ? undefined : withoutWarning(() => getModule('node:sqlite'))
  return sqlite ? new sqlite.DatabaseSync(path, { readOnly: true }) : null
}

/** Node says of its SQLite that it is experimental: nothing that a user of ours can act on. */
function withoutWarning<Value>(run: () => Value): Value {
  const { emitWarning } = process
  process.emitWarning = () => {}
  try {
    return run()
  } finally {
    process.emitWarning = emitWarning
  }
}
