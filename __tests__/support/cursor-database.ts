// A database of Cursor's IDE, in the shapes that other readers found.

import { DatabaseSync } from 'node:sqlite'

export const started = Date.parse('2026-03-02T09:00:00.000Z')
const call = (name: string, data: object) => ({ type: 2, text: '', toolFormerData: { name, ...data } })

/** Bubbles of one chat, in order, as the IDE keeps them. */
export const bubbles: ReadonlyArray<[id: string, bubble: object]> = [
  [
    'u1',
    {
      type: 1,
      text: 'Make the cart a class.',
      createdAt: '2026-03-02T09:00:01.000Z',
      modelInfo: { modelName: 'default' },
    },
  ],
  [
    'a1',
    {
      type: 2,
      text: 'I look first.',
      thinking: { text: 'THOUGHT' },
      modelInfo: { modelName: 'gpt-5.1-codex' },
    },
  ],
  [
    't1',
    call('read_file', {
      rawArgs: '{"target_file":"src/cart.ts"}',
      status: 'completed',
      result: '{"contents":"FILE"}',
    }),
  ],
  ['t2', call('search_replace', { params: '{"relativeWorkspacePath":"src/cart.ts"}', status: 'completed' })],
  [
    't3',
    call('run_terminal_cmd', {
      params: '{"command":"npm test"}',
      status: 'completed',
      result: '{"output":"1 failing","exitCodeV2":1,"rejected":false,"notInterrupted":true}',
    }),
  ],
  [
    't4',
    call('run_terminal_cmd', {
      rawArgs: '{"command":"git push"}',
      status: 'completed',
      userDecision: 'rejected',
      result: '{"output":"","rejected":true}',
    }),
  ],
  [
    't5',
    call('edit_file', {
      params: '{"relativeWorkspacePath":"src/x.ts"}',
      status: 'error',
      error: '{"clientVisibleErrorMessage":"Edit failed","modelVisibleErrorMessage":"No match for the text"}',
    }),
  ],
  [
    't6',
    call('run_terminal_cmd', { params: '{"command":"npm run watch"}', status: 'cancelled', result: '{}' }),
  ],
  [
    't7',
    call('run_terminal_cmd', {
      params: '{"command":"rm -rf /"}',
      status: 'error',
      error: { modelVisibleErrorMessage: 'The terminal command was rejected by a hook that prevents it.' },
    }),
  ],
  [
    't8',
    call('run_terminal_cmd', {
      params: '{"command":"git commit -m x"}',
      status: 'completed',
      result: '{"output":"[cart 1a2b3c4] x\\n 1 file changed","exitCodeV2":0}',
    }),
  ],
]

/** The head of a chat of the bubbles `ids`, which was stopped. */
export function chat(ids: readonly string[]): object {
  return {
    _v: 10,
    createdAt: started,
    lastUpdatedAt: started + 600_000,
    status: 'aborted',
    createdOnBranch: 'cart',
    modelConfig: { modelName: 'claude-4.5-sonnet' },
    workspaceIdentifier: {
      id: 'x',
      uri: { $mid: 1, fsPath: '/home/dev/shop', path: '/home/dev/shop', scheme: 'file' },
    },
    blobEncryptionKey: 'KEY',
    fullConversationHeadersOnly: ids.map((bubbleId) => ({ bubbleId, type: 2 })),
  }
}

/** Makes a database of `rows` at `path`; what is no Buffer is written as JSON. */
export function writeDatabase(path: string, rows: ReadonlyArray<[key: string, value: unknown]>): void {
  const database = new DatabaseSync(path)
  database.exec('PRAGMA journal_mode = WAL')
  database.exec('CREATE TABLE cursorDiskKV (key TEXT UNIQUE ON CONFLICT REPLACE, value BLOB)')
  const insert = database.prepare('INSERT INTO cursorDiskKV VALUES (?, ?)')
  for (const [key, value] of rows) insert.run(key, value instanceof Buffer ? value : JSON.stringify(value))
  database.close()
}
