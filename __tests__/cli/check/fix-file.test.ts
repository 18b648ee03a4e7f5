// `check --fix` on files that would hide what it adds, and on those that cannot be written.

import assert from 'node:assert/strict'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { makeFolder } from '../../support/capture-world.ts'
import { runCli } from '../../support/run-cli.ts'

const program = fileURLToPath(new URL('../../../src/cli.ts', import.meta.url))
const footer = '🤖 Generated with [Claude Code](https://claude.com/claude-code)\n'

for (const [what, open] of [
  ['a fence', '```sh\nnpm test\n'],
  ['a comment', '<!-- to do\n'],
  ['an element', '<pre>\nnpm test\n'],
] as const) {
  test(`a file that ends inside ${what} is refused, and stays`, async (t) => {
    const cwd = makeFolder(t)
    writeFileSync(join(cwd, 'body.md'), `${footer}\n${open}`)
    assert.deepEqual(await runCli(['check', '--fix', 'body.md'], { program, cwd }), {
      exitCode: 2,
      stdout: '',
      stderr:
        'ai-worklog: `body.md` leaves a code fence, a comment or an HTML element open, which would hide what `--fix` adds: close it, then run it again\n',
    })
    assert.equal(readFileSync(join(cwd, 'body.md'), 'utf8'), `${footer}\n${open}`)
  })
}

test('sentences alone get a section that counts, once', async (t) => {
  const cwd = makeFolder(t)
  const said = 'I rewrote the retry loop by hand because Claude got it wrong.\n'
  writeFileSync(join(cwd, 'body.md'), said)
  const first = await runCli(['check', '--fix', 'body.md'], { program, cwd })
  assert.deepEqual([first.exitCode, first.stderr], [0, 'Added to body.md: Prompts, Human review\n'])
  const body = readFileSync(join(cwd, 'body.md'), 'utf8')
  assert.ok(body.startsWith(`${said}\n## AI worklog\n\n### Prompts\n`), body)
  assert.equal((await runCli(['check', '--fix', 'body.md'], { program, cwd })).stderr, '')
  assert.equal(readFileSync(join(cwd, 'body.md'), 'utf8'), body)
})

test('a read-only file is refused, and stays', async (t) => {
  const cwd = makeFolder(t)
  writeFileSync(join(cwd, 'body.md'), footer, { mode: 0o444 })
  const { exitCode, stderr } = await runCli(['check', '--fix', 'body.md'], { program, cwd })
  assert.equal(exitCode, 2)
  assert.equal(
    stderr,
    'ai-worklog: Cannot write `body.md`: it is read-only; allow writing and run the command again\n',
  )
  assert.equal(readFileSync(join(cwd, 'body.md'), 'utf8'), footer)
})
