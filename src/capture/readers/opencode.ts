// Reads opencode's sessions: the database `opencode.db` of 1.18.33 (recorded), and the folder `storage` with a file for
// each session, message and part that versions before the database kept.

import { basename } from 'node:path'
import { readDatabase } from './opencode/read-database.ts'
import { readStorage } from './opencode/read-storage.ts'
import type { Reader } from './reader.ts'

const storedSession = /(?:^|[\\/])storage[\\/]session[\\/][^\\/]+[\\/]ses_\w+\.json$/

export const opencode: Reader = {
  id: 'opencode',
  name: 'OpenCode',
  roots: ({ home, env }) => {
    const data = `${env.XDG_DATA_HOME || `${home}/.local/share`}/opencode`
    return [
      { folder: data, match: /^opencode(?:-[\w.-]{1,60})?\.db$/, depth: 1 },
      { folder: `${data}/storage/session`, match: /^[^/]+\/ses_\w+\.json$/, depth: 2 },
    ]
  },
  recognizes: (path, head) =>
    storedSession.test(path) ||
    (/^opencode(?:-[\w.-]{1,60})?\.db$/.test(basename(path)) && head.startsWith('SQLite format 3')),
  async *read(file, { signal }) {
    if (file.path.endsWith('.db')) yield* readDatabase(file.path, signal)
    else yield* readStorage(file.path, signal)
  },
}
