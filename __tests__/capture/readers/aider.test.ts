import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { aider } from '../../../src/capture/readers/aider.ts'
import { expectSessions } from '../../support/expect-sessions.ts'
import { breakText } from '../../support/hostile-files.ts'
import { readSessionFile } from '../../support/read-session-file.ts'

// Histories have local times without a zone.
process.env.TZ = 'UTC'

const fixtures = join(import.meta.dirname, '../../fixtures/transcripts/aider')

for (const name of ['recorded', 'written']) {
  test(`reads what is ${name}`, async () => {
    const path = join(fixtures, name, '.aider.chat.history.md')
    assert.equal(aider.recognizes(path, ''), true)
    expectSessions(
      await readSessionFile(aider, path),
      join(fixtures, name, 'sessions.json'),
      join(fixtures, name),
    )
  })
}

test('knows a history by its start', () => {
  assert.equal(aider.recognizes('/tmp/a.md', '\n# aider chat started at 2026-05-03 08:00:00\n'), true)
  assert.equal(aider.recognizes('/tmp/a.md', '# How aider works\n'), false)
})

test('looks in the roots of the repository', () => {
  const machine = { home: '/home/ada', env: {}, platform: 'linux', roots: ['/src/a'] } as const
  assert.deepEqual(aider.roots(machine), [
    { folder: '/src/a', match: /^\.aider\.chat\.history\.md$/, depth: 1 },
  ])
})

test('gives what it can of broken files', async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'aider-'))
  t.after(() => rmSync(folder, { recursive: true }))
  const path = join(folder, '.aider.chat.history.md')
  for (const [name, text] of breakText(
    readFileSync(join(fixtures, 'recorded/.aider.chat.history.md'), 'utf8'),
  )) {
    writeFileSync(path, text)
    assert.ok((await readSessionFile(aider, path)).length <= 4, name)
  }
})

test('keeps the newest chats of a long history', async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'aider-'))
  t.after(() => rmSync(folder, { recursive: true }))
  const path = join(folder, '.aider.chat.history.md')
  const chat = (day: number) =>
    `\n# aider chat started at 2026-01-01 00:00:00\n\n#### prompt ${day}  \n\nDone.\n`
  writeFileSync(path, Array.from({ length: 310 }, (_, day) => chat(day)).join(''))
  const sessions = await readSessionFile(aider, path)
  assert.equal(sessions.length, 300)
  assert.deepEqual(sessions[0]?.events[0], { kind: 'prompt', text: 'prompt 10', at: null })
  assert.deepEqual(sessions[0].problems, [{ reason: 'older chats left out', line: null, count: 10 }])
  assert.equal(sessions[0].id, '2026-01-01T00:00:00-11')
})

test('takes no answered question of aider’s for a prompt', async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'aider-'))
  t.after(() => rmSync(folder, { recursive: true }))
  const path = join(folder, '.aider.chat.history.md')
  const question = "Add file to the chat? (Y)es/(N)o/(A)ll/(S)kip all/(D)on't ask again [Yes]:"
  const start = '# aider chat started at 2026-01-01 00:00:00'
  writeFileSync(path, `\n${start}\n\n#### Sort it  \n\n#### ${question} all  \n> ${question} a  \n\nDone.\n`)
  const [session] = await readSessionFile(aider, path)
  assert.deepEqual(
    session?.events.flatMap((event) => (event.kind === 'prompt' ? event.text : [])),
    ['Sort it'],
  )
})
