// `ai-worklog extract`, as built: one record, many records, broken lines, readers that go away, memory.

import assert from 'node:assert/strict'
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { describe, it } from 'node:test'
import { fileURLToPath } from 'node:url'
import { documentedBody } from '../support/examples.ts'
import { parseRecord, readRecords } from '../support/read-record.ts'
import { cliPath, runCli } from '../support/run-cli.ts'

const jsonl = ['extract', '--format', 'jsonl']
const sha = 'a'.repeat(40)

describe('extract', () => {
  it('prints the record of a body, with nothing checked', async () => {
    const { exitCode, stdout, stderr } = await runCli(['extract', 'examples/pull-request.md'])
    assert.equal(exitCode, 0)
    assert.equal(stderr, '')
    const record = parseRecord(stdout)
    assert.deepEqual(record.policy, { sha: null, mode: null, result: null, exemptions: [] })
    assert.deepEqual(
      record.tools.map(({ tool_id, version, model_id }) => [tool_id, version, model_id]),
      [
        ['claude-code', '2.1.40', 'claude-opus-4-6'],
        ['github-copilot', null, 'gpt-5.3-codex'],
      ],
    )
    assert.equal(record.generated_at, '2026-08-01T09:30:00.000Z')
    assert.deepEqual(await runCli(['extract'], { stdin: documentedBody }), { exitCode, stdout, stderr })
  })

  it('says what was read, for people', async () => {
    const { exitCode, stdout } = await runCli(['extract', '--format', 'text', 'examples/undocumented.md'])
    assert.equal(exitCode, 0)
    assert.equal(
      stdout,
      'examples/undocumented.md\n' +
        'AI was used: Claude Code (as a trailer, footer or bot author shows). 1 of 6 sections are documented.\n' +
        '  tools\n    - Claude Code\n',
    )
  })

  it('prints a list for several files', async () => {
    const { stdout } = await runCli(['extract', 'examples/small.md', 'examples/undocumented.md'])
    const records: unknown = JSON.parse(stdout)
    assert.ok(Array.isArray(records))
    assert.equal(records.length, 2)
  })

  it('takes the time of now without SOURCE_DATE_EPOCH', async () => {
    for (const env of [{ SOURCE_DATE_EPOCH: '' }]) {
      const start = Date.now()
      const { stdout } = await runCli(['extract', 'examples/small.md'], { env })
      const time = Date.parse(parseRecord(stdout).generated_at)
      assert.ok(time >= start && time <= Date.now())
    }
  })
})

describe('extract --format jsonl', () => {
  it('keeps the order, with LF and CRLF, blank lines, a byte-order mark and no newline at the end', async () => {
    const lines = [1, 2, 3, 4].map((number) => JSON.stringify({ repository: 'o/r', number, body: null }))
    for (const stdin of [
      `${lines.join('\n')}\n`,
      lines.join('\r\n'),
      `\uFEFF\n\n  \n${lines.join('\n\r\n\n')}`,
    ]) {
      const { exitCode, stdout, stderr } = await runCli(jsonl, { stdin })
      assert.equal(exitCode, 0)
      assert.equal(stderr, '')
      assert.ok(stdout.endsWith('}\n'))
      assert.deepEqual(
        readRecords(stdout).map(({ record_id }) => record_id),
        ['github.com/o/r/1', 'github.com/o/r/2', 'github.com/o/r/3', 'github.com/o/r/4'],
      )
    }
  })

  it('names a broken line by its number, leaves it out and ends with 2', async () => {
    const stdin = '{"body":"a"}\r\n\r\nnot JSON\r\n{"body":1}\n{"title":"b"}\n[]\nnull\n{"body":null}'
    const { exitCode, stdout, stderr } = await runCli(jsonl, { stdin })
    assert.equal(exitCode, 2)
    assert.equal(readRecords(stdout).length, 2)
    assert.deepEqual(stderr.split('\n'), [
      'standard input:3: not a pull request: Unexpected token \'o\', "not JSON" is not valid JSON; left out',
      'standard input:4: not a pull request: `body` must be text or null; left out',
      'standard input:5: not a pull request: `body` is missing; left out',
      'standard input:6: not a pull request: expected an object such as {"body": "…"}; left out',
      'standard input:7: not a pull request: expected an object such as {"body": "…"}; left out',
      '',
    ])
  })

  it('reads nothing as nothing', async () => {
    assert.deepEqual(await runCli(jsonl), { exitCode: 0, stdout: '', stderr: '' })
  })

  it('reads what is known beside the body, and does without', async () => {
    const body = 'Fixes it.'
    const trailer = 'Fix it\n\nCo-Authored-By: Claude <noreply@anthropic.com>'
    const stdin = [
      { body },
      { body, commits: [{ sha, message: trailer }] },
      { body, commits: [{ oid: sha, messageHeadline: 'Fix it', messageBody: trailer }] },
      { body, author: 'devin-ai-integration[bot]' },
      { body, author: { login: 'octocat' }, head_ref: 'cursor/fix-it' },
      { body, commits: null, author: 7, head_ref: false },
    ]
    const { exitCode, stdout } = await runCli(jsonl, {
      stdin: stdin.map((line) => JSON.stringify(line)).join('\n'),
    })
    assert.equal(exitCode, 0)
    assert.deepEqual(
      readRecords(stdout).map(({ ai_use, signals }) => [ai_use, ...signals.map(({ kind }) => kind)]),
      [
        ['unknown'],
        ['used', 'trailer'],
        ['used', 'trailer'],
        ['used', 'bot_author'],
        ['unknown', 'branch'],
        ['unknown'],
      ],
    )
  })

  it('prints the first record before the last line is there', async () => {
    const child = start(jsonl)
    child.stdin?.write('{"body":"first"}\n')
    const [part]: unknown[] = await once(child.stdout ?? child, 'data')
    assert.equal(readRecords(String(part)).length, 1)
    child.stdin?.end()
    assert.deepEqual(await once(child, 'close'), [0, null])
  })

  it('ends quietly when its reader goes away', async () => {
    const child = start(jsonl)
    let stderr = ''
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      stderr += text
    })
    // Its end closes the pipe before everything is written.
    child.stdin?.on('error', () => {})
    child.stdin?.end(`${JSON.stringify({ body: documentedBody })}\n`.repeat(2000))
    await once(child.stdout ?? child, 'data')
    child.stdout?.destroy()
    assert.deepEqual(await once(child, 'close'), [0, null])
    assert.equal(stderr, '')
  })

  it('reads 20,000 pull requests in less than 400 MB', async () => {
    async function* generate() {
      for (let number = 1; number <= 20_000; number++) {
        const body =
          number % 10 === 0 ? documentedBody : `Change ${number}\n\n- one\n- **two**\n\nFixes #${number}`
        yield `${JSON.stringify({ repository: 'o/r', number, body })}\n`
      }
    }
    const preload = new URL('../../bench/report-memory.mjs', import.meta.url).href
    const { exitCode, stdout, stderr } = await runCli(jsonl, {
      stdin: generate(),
      nodeOptions: ['--import', preload],
    })
    assert.equal(exitCode, 0)
    const lines = stdout.split('\n')
    assert.equal(lines.length, 20_001)
    assert.equal(parseRecord(lines[19_999] ?? '').record_id, 'github.com/o/r/20000')
    const kilobytes = Number(/maxrss (\d+)/.exec(stderr)?.[1])
    assert.ok(kilobytes > 0 && kilobytes < 400 * 1024, `${Math.round(kilobytes / 1024)} MB`)
  })
})

function start(args: readonly string[]): ChildProcess {
  return spawn(process.execPath, [cliPath, ...args], {
    cwd: fileURLToPath(new URL('../..', import.meta.url)),
  })
}
