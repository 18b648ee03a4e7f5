import assert from 'node:assert/strict'
import { chmodSync, copyFileSync, cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { type TestContext, test } from 'node:test'
import { readTool } from '../../../src/capture/readers/opencode/read-tool.ts'
import { opencode } from '../../../src/capture/readers/opencode.ts'
import { openDatabase } from '../../../src/capture/session/open-database.ts'
import { isJsonObject } from '../../../src/core/json.ts'
import { describeDenial } from '../../../src/hook/denial-reason.ts'
import { expectSessions } from '../../support/expect-sessions.ts'
import { breakText } from '../../support/hostile-files.ts'
import { readSessionFile } from '../../support/read-session-file.ts'

const fixtures = join(import.meta.dirname, '../../fixtures/transcripts/opencode')
const root = 'storage/storage/session/p1/ses_0000000000001AAAAAAAAAAAAA.json'
const child = 'storage/storage/session/p1/ses_0000000000002AAAAAAAAAAAAA.json'

function makeFolder(t: TestContext): string {
  const folder = mkdtempSync(join(tmpdir(), 'opencode-'))
  t.after(() => rmSync(folder, { recursive: true }))
  return folder
}

/** A database with the rows that opencode 1.18.33 wrote, or others in their place. */
function makeDatabase(t: TestContext, change: (rows: string) => string = (rows) => rows): string {
  const path = join(makeFolder(t), 'opencode.db')
  const database = new DatabaseSync(path)
  database.exec('pragma journal_mode = wal')
  for (const table of ['session', 'message', 'part']) {
    const rows: unknown = JSON.parse(
      change(readFileSync(join(fixtures, 'recorded', `${table}.json`), 'utf8')),
    )
    for (const row of Array.isArray(rows) ? rows.filter(isJsonObject) : []) {
      const names = Object.keys(row)
      database.exec(`create table if not exists ${table} (${names.join(', ')})`)
      const insert = `insert into ${table} values (${names.map(() => '?').join(', ')})`
      database
        .prepare(insert)
        .run(
          ...Object.values(row).map((value) =>
            typeof value === 'number' ? value : value === null ? null : String(value),
          ),
        )
    }
  }
  database.close()
  return path
}

test('reads the database that opencode recorded', async (t) => {
  const path = makeDatabase(t)
  assert.equal(opencode.recognizes(path, 'SQLite format 3\0'), true)
  expectSessions(await readSessionFile(opencode, path), join(fixtures, 'recorded/sessions.json'))
})

test('reads the files of older versions, with those of its sub-agents', async () => {
  assert.equal(opencode.recognizes(join(fixtures, root), '{'), true)
  expectSessions(
    await readSessionFile(opencode, join(fixtures, root)),
    join(fixtures, 'storage/sessions.json'),
  )
  assert.deepEqual(await readSessionFile(opencode, join(fixtures, child)), [])
})

test('looks where XDG_DATA_HOME says', () => {
  const machine = { home: '/home/ada', env: {}, platform: 'linux', roots: [] } as const
  assert.deepEqual(
    opencode.roots(machine).map(({ folder }) => folder),
    ['/home/ada/.local/share/opencode', '/home/ada/.local/share/opencode/storage/session'],
  )
  assert.deepEqual(
    opencode.roots({ ...machine, env: { XDG_DATA_HOME: '/data' } }).map(({ folder }) => folder),
    ['/data/opencode', '/data/opencode/storage/session'],
  )
})

test('says when Node has no SQLite', () => {
  assert.equal(
    openDatabase('/nowhere/opencode.db', () => undefined),
    null,
  )
})

test('says when a database cannot be read', async (t) => {
  const path = join(makeFolder(t), 'opencode.db')
  for (const text of ['', 'SQLite format 3\0 and then nothing', 'x'.repeat(10_000)]) {
    writeFileSync(path, text)
    const [session] = await readSessionFile(opencode, path)
    assert.deepEqual(session?.problems, [{ reason: 'no database that can be read', line: null, count: 1 }])
  }
})

test('leaves the database as it was', async (t) => {
  const path = makeDatabase(t)
  const copy = join(dirname(path), 'copy')
  copyFileSync(path, copy)
  chmodSync(path, 0o400)
  await readSessionFile(opencode, path)
  assert.ok(readFileSync(path).equals(readFileSync(copy)))
})

test('takes what our hook refused for denied, not for failed', () => {
  for (const [error, status] of [
    [describeDenial('ses_1'), 'denied'],
    ['gh: not found', 'failed'],
  ]) {
    const state = { status: 'error', input: { command: 'gh pr create -f' }, error }
    assert.equal(readTool({ tool: 'bash', state }, null)?.status, status)
  }
})

test('gives what it can of broken rows and files', async (t) => {
  const folder = makeFolder(t)
  for (const table of ['message', 'part'] as const) {
    const text = readFileSync(join(fixtures, 'recorded', `${table}.json`), 'utf8')
    const broken = text.replaceAll('\\"type\\"', '\\"typo\\"').replaceAll('\\"role\\"', '\\"__proto__\\"')
    const path = makeDatabase(t, (rows) => (rows === text ? broken : rows))
    assert.ok((await readSessionFile(opencode, path)).length <= 1)
  }
  for (const file of [
    'message/ses_0000000000001AAAAAAAAAAAAA/msg_02.json',
    'part/msg_02/prt_02_2.json',
    'session/p1/ses_0000000000001AAAAAAAAAAAAA.json',
  ]) {
    const text = readFileSync(join(fixtures, 'storage/storage', file), 'utf8')
    cpSync(join(fixtures, 'storage'), folder, { recursive: true })
    const path = join(folder, root.replace('storage/', ''))
    for (const [name, broken] of breakText(text)) {
      writeFileSync(join(folder, 'storage', file), broken)
      assert.ok((await readSessionFile(opencode, path)).length <= 1, name)
    }
  }
})
