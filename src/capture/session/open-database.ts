// Opens a SQLite database of another program, read-only, with the SQLite that Node itself has from version 22.13 on.

import { existsSync } from 'node:fs'
import type { DatabaseSync } from 'node:sqlite'
import { pathToFileURL } from 'node:url'

/** What to say where Node has none. */
export const noSqlite = 'a database: Node.js 22.13 or newer reads it'

type GetModule = (id: 'node:sqlite') => typeof import('node:sqlite') | undefined

/** The database at `path`; null when this Node has no SQLite. Throws SQLite's error when it is no database. */
export function openDatabase(
  path: string,
  getModule: GetModule = process.getBuiltinModule,
): DatabaseSync | null {
  const sqlite = withoutWarning(() => getModule('node:sqlite'))
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
