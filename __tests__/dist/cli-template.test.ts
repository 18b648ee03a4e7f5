// The built command line with `--template` and `--explain`.

import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable, Writable } from 'node:stream'
import { after, before, describe, it } from 'node:test'
import { WriteStream } from 'node:tty'
import { main } from '../../src/cli/main.ts'
import { parseRecord, readRecords } from '../support/read-record.ts'
import { runCli } from '../support/run-cli.ts'

const template = '## AI disclosure\n\n- [ ] AI was used\n\n### Tools\n\n- such as Cursor\n'
const other = '## AI disclosure\n\n### Tools\n\n- such as Aider\n'

let folder = ''
before(() => {
  folder = mkdtempSync(join(tmpdir(), 'ai-worklog-cli-'))
  mkdirSync(join(folder, 'PULL_REQUEST_TEMPLATE'))
  for (const [name, content] of [
    ['one.md', template],
    ['PULL_REQUEST_TEMPLATE/two.md', other],
    ['empty.md', ''],
    ['long.md', 'x'.repeat(65_537)],
    ['huge.md', Buffer.alloc(16 * 1024 * 1024 + 1, 0x61)],
    ['binary.md', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x00, 0xff, 0xfe])],
  ] as const) {
    writeFileSync(join(folder, name), content)
  }
})
after(() => rmSync(folder, { recursive: true }))

const run = (args: readonly string[], stdin = template) => runCli(args, { cwd: folder, stdin })

describe('--template', () => {
  it('takes its text out of what is checked and extracted', async () => {
    for (const command of ['check', 'extract']) {
      const without = parseRecord((await run([command, '--format', 'json'])).stdout)
      assert.deepEqual(
        without.tools.map(({ name }) => name),
        ['Cursor'],
      )
      const { stdout, stderr } = await run([command, '--format', 'json', '--template', 'one.md'])
      assert.equal(stderr, '')
      assert.deepEqual(parseRecord(stdout).tools, [])
    }
  })

  it('may be repeated, in any order', async () => {
    const files = ['one.md', 'PULL_REQUEST_TEMPLATE/two.md']
    for (const [first = '', second = ''] of [files, files.toReversed()]) {
      for (const body of [template, other]) {
        const { stdout } = await run(['extract', '--template', first, '--template', second], body)
        assert.deepEqual(parseRecord(stdout).tools, [])
      }
    }
  })

  it('is of every pull request of `--format jsonl`', async () => {
    const lines = `${JSON.stringify({ body: template })}\n${JSON.stringify({ body: `${template}- Aider\n` })}\n`
    const { stdout } = await run(['extract', '--format', 'jsonl', '--template', 'one.md'], lines)
    assert.deepEqual(
      readRecords(stdout).map(({ tools }) => tools.map(({ name }) => name)),
      [[], ['aider']],
    )
  })

  it('that is empty takes nothing away', async () => {
    const { stdout } = await run(['extract', '--template', 'empty.md'])
    assert.equal(stdout, (await run(['extract'])).stdout)
  })

  for (const [what, file, message] of [
    ['is not there', 'nowhere.md', 'Cannot read `nowhere.md`: there is no such file'],
    ['is a folder', 'PULL_REQUEST_TEMPLATE', 'Cannot read `PULL_REQUEST_TEMPLATE`: it is a directory'],
  ] as const) {
    it(`that ${what} is a usage error`, async () => {
      for (const command of ['check', 'extract']) {
        const outcome = await run([command, '--template', file])
        assert.deepEqual(outcome, { exitCode: 2, stdout: '', stderr: `ai-worklog: ${message}\n` })
      }
    })
  }

  it('that is far too large is a usage error', async () => {
    const { exitCode, stdout, stderr } = await run(['check', '--template', 'huge.md'])
    assert.deepEqual({ exitCode, stdout }, { exitCode: 2, stdout: '' })
    assert.match(stderr, /^ai-worklog: huge\.md: larger than 16777216 bytes; /)
  })

  it('that is longer than a description can be is a finding, and the check goes on', async () => {
    const { exitCode, stdout } = await run(['check', '--format', 'json', '--template', 'long.md'])
    assert.equal(exitCode, 0)
    assert.ok(
      parseRecord(stdout).findings.some(
        ({ rule, reason }) =>
          rule === 'unreadable-template' &&
          reason === 'The template long.md could not be read: it is longer than 65536 characters',
      ),
    )
  })

  it('that is binary is noted, and the check goes on', async () => {
    const { exitCode, stderr } = await run(['check', '--template', 'binary.md'])
    assert.equal(exitCode, 0)
    assert.equal(stderr, 'binary.md: not valid UTF-8; what could not be read is shown as \uFFFD\n')
  })
})

describe('--explain', () => {
  it('shows the text after the verdict, without colours in a pipe', async () => {
    const { exitCode, stdout } = await run(['check', '--explain', '--template', 'one.md'])
    assert.equal(exitCode, 0)
    assert.match(stdout, /^standard input\n/)
    assert.match(stdout, /\n\nWhat was read from the description\n1 │ ## AI disclosure\n/)
    assert.match(stdout, /^7 │ - such as Cursor\n {2}│ ╰ text of the template, not an answer$/m)
    assert.doesNotMatch(stdout, /\u001B/)
  })

  it('is for people', async () => {
    for (const format of ['json', 'jsonl', 'github']) {
      assert.deepEqual(await run(['check', '--explain', '--format', format]), {
        exitCode: 2,
        stdout: '',
        stderr: `ai-worklog: \`--explain\` is for people and needs \`--format text\`, got \`${format}\`\n`,
      })
    }
  })

  it('has colours on a terminal, unless NO_COLOR is set', async () => {
    assert.match(await explainOnTerminal({ TERM: 'xterm-256color' }), /\u001B\[1mWhat was read/)
    assert.doesNotMatch(await explainOnTerminal({ TERM: 'xterm-256color', NO_COLOR: '1' }), /\u001B/)
  })
})

/** What the command prints to a terminal whose environment is `env`. */
async function explainOnTerminal(env: Record<string, string>): Promise<string> {
  const parts: string[] = []
  const stdout = Object.assign(
    new Writable({
      write(part, _, done) {
        parts.push(String(part))
        done()
      },
    }),
    { isTTY: true, hasColors: () => WriteStream.prototype.hasColors(16, env) },
  )
  const stderr = new Writable({ write: (_part, _encoding, done) => done() })
  const stdin = Readable.from([template])
  await main(['check', '--explain'], {
    stdin,
    stdout,
    stderr,
    now: () => new Date(0),
    env,
    interrupted: () => new AbortController().signal,
  })
  return parts.join('')
}
