// Reads the sessions of Cursor: transcripts of its agent (`~/.cursor/projects/<project>/agent-transcripts/`) and the
// chats of the IDE (`state.vscdb`, SQLite). Cursor publishes no format: shapes as seen in wesm/agentsview aea2eb1
// (cursor.go) and michaeldhood/chatrxiv d28513a (composerData version 10, bubbles version 3).

import { open } from 'node:fs/promises'
import { basename, extname, join } from 'node:path'
import { readRows } from '../session/read-rows.ts'
import { SessionBuilder } from '../session/session-builder.ts'
import { readDatabase } from './cursor/read-database.ts'
import { takePlainText, takeRow } from './cursor/take-transcript.ts'
import type { Reader } from './reader.ts'
import { listUserFolders } from './vscode-chat/user-folders.ts'

/** Plain texts are read at once; real ones have less than 1 MB. */
const largestText = 8 * 1024 * 1024

export const cursor: Reader = {
  id: 'cursor',
  name: 'Cursor',
  roots: (machine) => [
    {
      folder: join(machine.home, '.cursor', 'projects'),
      match: /^[^/]+\/agent-transcripts\/(?:[^/]+\/)?[^/]+\.(?:jsonl|txt)$/,
      depth: 4,
    },
    ...listUserFolders(machine, ['Cursor']).map((folder) => ({
      folder: join(folder, 'globalStorage'),
      match: /^state\.vscdb$/,
      depth: 1,
    })),
  ],
  recognizes: (path, head) => {
    if (head.startsWith('SQLite format 3\0')) return path.endsWith('.vscdb')
    if (path.endsWith('.txt'))
      return /[\\/]agent-transcripts[\\/]/.test(path) && /^\uFEFF?\s*user:\s*\n/.test(head)
    return (
      path.endsWith('.jsonl') && /^\uFEFF?\s*\{"role":"(?:user|assistant)","message":\{"content":/.test(head)
    )
  },
  async *read(file, { signal }) {
    if (extname(file.path) === '.vscdb') {
      await (await open(file.path, 'r')).close()
      yield* readDatabase(file.path, signal)
      return
    }
    const id = basename(file.path).replace(/\.(?:jsonl|txt)$/, '')
    const builder = new SessionBuilder(id, { toolId: 'cursor', toolName: 'Cursor', path: file.path })
    if (file.path.endsWith('.txt')) takePlainText(await readText(file.path, builder), builder)
    else {
      const onProblem = (reason: string, line: number) => builder.problem(reason, line)
      await readRows(file.path, { signal, onProblem }, (row) => takeRow(row, builder))
    }
    if (!builder.isEmpty) yield builder.build()
  },
}

/** The start of `path`, as much as is ever read of a file at once. */
async function readText(path: string, builder: SessionBuilder): Promise<string> {
  const handle = await open(path, 'r')
  try {
    const { size } = await handle.stat()
    if (size > largestText) builder.problem(`larger than ${largestText / 1024 / 1024} MB`)
    const { bytesRead, buffer } = await handle.read(Buffer.alloc(Math.min(size, largestText)), 0)
    return buffer.toString('utf8', 0, bytesRead).replace(/^\uFEFF/, '')
  } finally {
    await handle.close()
  }
}
