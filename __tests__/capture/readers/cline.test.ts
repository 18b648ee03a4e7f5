import assert from 'node:assert/strict'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { cline } from '../../../src/capture/readers/cline.ts'
import { expectSessions } from '../../support/expect-sessions.ts'
import { breakText } from '../../support/hostile-files.ts'
import { readSessionFile } from '../../support/read-session-file.ts'

const fixtures = join(import.meta.dirname, '../../fixtures/transcripts/cline')
const task = join(fixtures, 'task/1777900000000')
const recorded = join(fixtures, 'recorded/1795721351258_1in4q')
const session = join(fixtures, 'session/1777910000000_ab12')

test('reads a task folder of the extension', async () => {
  expectSessions(await readSessionFile(cline, task), join(fixtures, 'task/sessions.json'))
})

test('reads a session folder of the command line', async () => {
  expectSessions(await readSessionFile(cline, session), join(fixtures, 'session/sessions.json'))
})

test('reads what the real command line wrote', async () => {
  expectSessions(await readSessionFile(cline, recorded), join(fixtures, 'recorded/sessions.json'))
})

test('reads the folder of a file that is named', async () => {
  const path = join(task, 'ui_messages.json')
  assert.equal(cline.recognizes(path, '['), true)
  expectSessions(await readSessionFile(cline, path), join(fixtures, 'task/sessions.json'))
})

test('knows its folders', () => {
  const storage = '/home/ada/.config/Code/User/globalStorage'
  assert.equal(cline.recognizes(`${storage}/saoudrizwan.claude-dev/tasks/1`, ''), true)
  assert.equal(cline.recognizes('/home/ada/.cline/data/sessions/1_a', ''), true)
  assert.equal(cline.recognizes('C:\\Users\\Ada\\.cline\\data\\tasks\\1', ''), true)
  assert.equal(cline.recognizes(`${storage}/rooveterinaryinc.roo-cline/tasks/1/ui_messages.json`, ''), false)
  assert.equal(cline.recognizes('/home/ada/src', ''), false)
})

test('looks in every editor and in its own folder', () => {
  const machine = { home: '/home/ada', env: {}, platform: 'linux', roots: [] } as const
  const folders = cline.roots(machine).map(({ folder }) => folder)
  assert.equal(folders[0], '/home/ada/.config/Code/User/globalStorage/saoudrizwan.claude-dev/tasks')
  assert.deepEqual(folders.slice(-2), ['/home/ada/.cline/data/tasks', '/home/ada/.cline/data/sessions'])
  const windows = cline.roots({
    ...machine,
    platform: 'win32',
    env: { APPDATA: 'C:/Roaming', CLINE_DIR: 'D:/cline' },
  })
  assert.equal(windows[0]?.folder, 'C:/Roaming/Code/User/globalStorage/saoudrizwan.claude-dev/tasks')
  assert.equal(windows.at(-1)?.folder, 'D:/cline/data/sessions')
})

test('gives nothing for a folder without messages', async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'cline-'))
  t.after(() => rmSync(folder, { recursive: true }))
  assert.deepEqual(await readSessionFile(cline, folder), [])
})

test('follows no link', async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'cline-'))
  t.after(() => rmSync(folder, { recursive: true }))
  symlinkSync(join(task, 'ui_messages.json'), join(folder, 'ui_messages.json'))
  assert.deepEqual(await readSessionFile(cline, folder), [])
})

test('needs no more time than the text is long', async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'cline-'))
  t.after(() => rmSync(folder, { recursive: true }))
  const many = (text: string) => text.repeat(1_000_000)
  const texts = [
    many('<feedback>'),
    many('<user_input>'),
    `[a for '${many("'")}`,
    many("[a for 'b'] Result:"),
  ]
  const content = texts.flatMap((text) => [
    { type: 'text', text },
    { type: 'tool_use', id: 'a', name: 'execute_command', input: { command: 'x' } },
    { type: 'tool_result', tool_use_id: 'a', content: `The user denied this operation.${text}` },
  ])
  const messages = [{ role: 'user', content }]
  writeFileSync(
    join(folder, 'ui_messages.json'),
    JSON.stringify([{ type: 'ask', ask: 'command', text: 'x' }]),
  )
  writeFileSync(join(folder, 'api_conversation_history.json'), JSON.stringify(messages))
  const [session] = await readSessionFile(cline, folder)
  assert.equal(session?.events.length, 1)
})

test('gives what it can of broken files', async (t) => {
  const folder = join(mkdtempSync(join(tmpdir(), 'cline-')), '1777910000000_ab12')
  t.after(() => rmSync(join(folder, '..'), { recursive: true }))
  const files = [
    [task, 'ui_messages.json'],
    [task, 'api_conversation_history.json'],
    [task, 'task_metadata.json'],
    [session, '1777910000000_ab12.messages.json'],
    [session, '1777910000000_ab12.json'],
    [recorded, '1795721351258_1in4q.messages.json'],
    [recorded, 'agent_1795721423179_j53no7.messages.json'],
  ] as const
  for (const [from, file] of files) {
    for (const [name, broken] of breakText(readFileSync(join(from, file), 'utf8'))) {
      rmSync(folder, { recursive: true, force: true })
      mkdirSync(folder)
      cpSync(from, folder, { recursive: true })
      writeFileSync(join(folder, file), broken)
      assert.ok((await readSessionFile(cline, folder)).length <= 1, `${file}: ${name}`)
    }
  }
})
