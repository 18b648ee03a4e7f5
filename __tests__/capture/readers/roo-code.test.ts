import assert from 'node:assert/strict'
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { rooCode } from '../../../src/capture/readers/roo-code.ts'
import { expectSessions } from '../../support/expect-sessions.ts'
import { breakText } from '../../support/hostile-files.ts'
import { readSessionFile } from '../../support/read-session-file.ts'

const fixtures = join(import.meta.dirname, '../../fixtures/transcripts/roo-code')
const task = join(fixtures, 'task/0198aaaa-0000-7000-8000-000000000001')

test('reads a task folder', async () => {
  expectSessions(await readSessionFile(rooCode, task), join(fixtures, 'task/sessions.json'))
})

test('knows its folders and looks in every editor', () => {
  const folder =
    '/home/ada/Library/Application Support/Cursor/User/globalStorage/rooveterinaryinc.roo-cline/tasks'
  assert.equal(rooCode.recognizes(`${folder}/1`, ''), true)
  assert.equal(rooCode.recognizes(`${folder}/1/ui_messages.json`, ''), true)
  assert.equal(rooCode.recognizes('/home/ada/ui_messages.json', ''), false)
  const machine = { home: '/home/ada', env: {}, platform: 'darwin', roots: [] } as const
  assert.ok(rooCode.roots(machine).some((root) => root.folder === folder && root.kind === 'folder'))
})

test('gives what it can of broken files', async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'roo-'))
  t.after(() => rmSync(folder, { recursive: true }))
  for (const file of ['ui_messages.json', 'api_conversation_history.json', 'history_item.json']) {
    for (const [name, broken] of breakText(readFileSync(join(task, file), 'utf8'))) {
      cpSync(task, folder, { recursive: true })
      writeFileSync(join(folder, file), broken)
      assert.ok((await readSessionFile(rooCode, folder)).length <= 1, `${file}: ${name}`)
    }
  }
})
