import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { test } from 'node:test'
import { cursor } from '../../../src/capture/readers/cursor.ts'
import type { Session } from '../../../src/capture/session/session.ts'
import { bubbles, chat, started, writeDatabase } from '../../support/cursor-database.ts'
import { readSessions } from '../../support/transcripts.ts'

const reader = new URL('../../../src/capture/readers/cursor.ts', import.meta.url).href

test('cursor reads the chats of the IDE', async () => {
  await withFolder(async (folder) => {
    const path = join(folder, 'state.vscdb')
    writeDatabase(path, [
      ['composerData:c1', chat([...bubbles.map(([id]) => id), 'gone'])],
      ...bubbles.map(([id, bubble]): [string, unknown] => [`bubbleId:c1:${id}`, bubble]),
      ['composerData:c2', { createdAt: started, conversation: [{ type: 1, text: 'An older chat.' }] }],
      ['composerData:empty', { createdAt: started, fullConversationHeadersOnly: [] }],
      ['checkpointId:c1', { secret: 'CHECKPOINT' }],
    ])
    const [session, older, ...others] = await readSessions(cursor, path)
    const at = { at: null }
    const ran = {
      kind: 'call',
      command: null,
      paths: [],
      status: 'ok',
      exitCode: null,
      output: null,
      feedback: null,
      commits: [],
    }
    const shell = { ...ran, ...at, action: 'shell', name: 'run_terminal_cmd' }
    assert.deepEqual(others, [])
    assert.deepEqual(session, {
      id: 'c1',
      toolId: 'cursor',
      toolName: 'Cursor',
      path,
      version: null,
      models: ['gpt-5.1-codex', 'claude-4.5-sonnet'],
      folders: ['/home/dev/shop'],
      branches: ['cart'],
      startedAt: '2026-03-02T09:00:00.000Z',
      endedAt: '2026-03-02T09:10:00.000Z',
      events: [
        { kind: 'prompt', text: 'Make the cart a class.', at: '2026-03-02T09:00:01.000Z' },
        { kind: 'answer', text: 'I look first.', at: null },
        { ...ran, ...at, action: 'edit', name: 'search_replace', paths: ['src/cart.ts'] },
        { ...shell, command: 'npm test', status: 'failed', exitCode: 1, output: '1 failing' },
        { ...shell, command: 'git push', status: 'rejected' },
        {
          ...ran,
          ...at,
          action: 'edit',
          name: 'edit_file',
          paths: ['src/x.ts'],
          status: 'failed',
          output: 'No match for the text',
        },
        { ...shell, command: 'npm run watch', status: 'interrupted' },
        {
          ...shell,
          command: 'rm -rf /',
          status: 'denied',
          output: 'The terminal command was rejected by a hook that prevents it.',
        },
        { ...shell, command: 'git commit -m x', exitCode: 0, commits: ['1a2b3c4'] },
        { kind: 'interruption', at: null },
      ],
      isCut: false,
      skipped: new Map([['bubble', 1]]),
      problems: [],
    })
    assert.deepEqual(older?.events, [{ kind: 'prompt', text: 'An older chat.', at: null }])
  })
})

test('cursor only reads the database, and leaves nothing beside it', async () => {
  await withFolder(async (folder) => {
    const place = join(folder, 'a b?c#d%20')
    await mkdir(place)
    const path = join(place, 'state.vscdb')
    writeDatabase(path, [['composerData:c2', { conversation: [{ type: 1, text: 'Hello.' }] }]])
    const before = await readFile(path)
    assert.equal((await readSessions(cursor, path)).length, 1)
    assert.deepEqual(await readFile(path), before)
    assert.deepEqual(await readdir(place), ['state.vscdb'])
  })
})

test('cursor reads a database that the IDE has open', async () => {
  await withFolder(async (folder) => {
    const path = join(folder, 'state.vscdb')
    writeDatabase(path, [])
    const ide = new DatabaseSync(path)
    ide.exec('PRAGMA wal_autocheckpoint = 0')
    const value = JSON.stringify({ conversation: [{ type: 1, text: 'Not in the file yet.' }] })
    ide.prepare('INSERT INTO cursorDiskKV VALUES (?, ?)').run('composerData:new', value)
    ide.exec('BEGIN EXCLUSIVE')
    const [session] = await readSessions(cursor, path)
    assert.deepEqual(session?.events, [{ kind: 'prompt', text: 'Not in the file yet.', at: null }])
    ide.exec('COMMIT')
    ide.close()
  })
})

test('cursor gets through databases with anything in them', async () => {
  await withFolder(async (folder) => {
    const path = join(folder, 'state.vscdb')
    const wrong: unknown[] = [1, null, 'x', [], [[1]], {}, { bubbleId: 7 }, { type: 'user' }, true]
    const keys = [
      'conversation',
      'fullConversationHeadersOnly',
      'modelConfig',
      'workspaceIdentifier',
      'status',
      'createdAt',
    ]
    const rows = wrong.flatMap(
      (value, index): Array<[string, unknown]> => [
        [`composerData:w${index}`, value],
        ...keys.map((key, place): [string, unknown] => [
          `composerData:k${index}-${place}`,
          { ...chat(['b']), [key]: value },
        ]),
        [
          `bubbleId:k${index}-0:b`,
          { type: 2, text: value, toolFormerData: { name: 'edit_file', params: value, error: value } },
        ],
        [
          `bubbleId:k${index}-2:b`,
          { type: 2, text: 'x', toolFormerData: value, createdAt: value, workspaceUris: value },
        ],
      ],
    )
    writeDatabase(path, [...rows, ['composerData:raw', Buffer.from('{"conversation":[{"type":1,"te')]])
    for (const session of await readSessions(cursor, path)) assert.equal(session.problems.length, 0)
  })
})

test('cursor tells what it cannot read', async () => {
  await withFolder(async (folder) => {
    const path = join(folder, 'state.vscdb')
    const database = new DatabaseSync(path)
    database.exec('CREATE TABLE ItemTable (key TEXT, value BLOB)')
    database.close()
    assert.deepEqual(await readSessions(cursor, path), [])
    await writeFile(path, 'SQLite format 3\0 and then not')
    assert.deepEqual(summarize(await readSessions(cursor, path)), [
      [0, [{ reason: 'cannot be read as SQLite database', line: null, count: 1 }]],
    ])
    await rm(path)
    await assert.rejects(readSessions(cursor, path), { code: 'ENOENT' })
  })
})

test('cursor says so where Node has no SQLite, and warns of nothing', async () => {
  await withFolder(async (folder) => {
    const path = join(folder, 'state.vscdb')
    writeDatabase(path, [['composerData:c2', { conversation: [{ type: 1, text: 'Hello.' }] }]])
    const script = `
      const { cursor } = await import(${JSON.stringify(reader)})
      const file = { path: ${JSON.stringify(path)}, bytes: 0, modifiedAt: new Date() }
      for await (const session of cursor.read(file, { signal: new AbortController().signal })) {
        console.log(session.events.length, JSON.stringify(session.problems))
      }`
    const run = (...flags: string[]) => {
      const args = [...flags, '--input-type=module', '--eval', script]
      const { stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' })
      return [stdout, stderr]
    }
    const reason = 'is a SQLite database, which Node reads from version 22.13 on'
    assert.deepEqual(run('--no-experimental-sqlite'), [
      `0 [{"reason":"${reason}","line":null,"count":1}]\n`,
      '',
    ])
    assert.deepEqual(run(), ['1 []\n', ''])
  })
})

function summarize(sessions: readonly Session[]): unknown[] {
  return sessions.map((session) => [session.events.length, session.problems])
}

async function withFolder(run: (folder: string) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'cursor-'))
  try {
    await run(folder)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
