// The built action when files cannot be written: the verdict is told all the same, and the record is somewhere.

import assert from 'node:assert/strict'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { createPull } from '../support/example-pull-request.ts'
import { type CheckOutcome, findCommands } from '../support/run-check.ts'
import { useServices } from '../support/services.ts'

const services = useServices({ artifacts: false })
const notDocumented =
  '## AI worklog\n\nI used Claude Code 2.1.\n\n### Prompts\n\n1. > Ünïcode \u{1F600} please'
const enforced = { mode: 'enforce' }

/** A file, below which nothing can be written, by root neither. */
function useFile(t: { after(fn: () => void): void }): string {
  const folder = mkdtempSync(join(tmpdir(), 'ai-worklog-'))
  t.after(() => rmSync(folder, { recursive: true, force: true }))
  writeFileSync(join(folder, 'file'), '')
  return join(folder, 'file')
}

/** The record that the log holds. */
function readLogged(stdout: string): unknown {
  const [, json] =
    /^::group::The record, which could not be written\n([\s\S]*?)\n?::endgroup::$/m.exec(stdout) ?? []
  return json === undefined ? null : JSON.parse(json)
}

function expectVerdict(outcome: CheckOutcome): void {
  assert.equal(outcome.stderr, '')
  assert.equal(outcome.exitCode, 1)
  assert.match(outcome.stdout, /^❌ AI worklog: \d+ things to fix/m)
  assert.doesNotMatch(outcome.stdout, /bug in ai-worklog/)
}

test('a RUNNER_TEMP that cannot be written sends the record to the system’s folder', async (t) => {
  const file = useFile(t)
  const system = mkdtempSync(join(tmpdir(), 'ai-worklog-'))
  t.after(() => rmSync(system, { recursive: true, force: true }))
  services.github.state.pull = createPull({ body: notDocumented })
  const env = { RUNNER_TEMP: file, TMPDIR: system, TEMP: system, TMP: system }
  const outcome = await services.check({ inputs: enforced, env })
  expectVerdict(outcome)
  const path = join(system, 'ai-worklog', 'ai-worklog', 'ai-worklog-pr-2.json')
  assert.equal(outcome.outputs['record-path'], path)
  assert.equal(JSON.parse(readFileSync(path, 'utf8')).schema_version, '1.0')
  assert.match(
    findCommands(outcome.stdout).join('\n'),
    /^::warning title=ai-worklog: record::Cannot write the record into `.*`: ENOTDIR.*\. It is in `.*`\.$/m,
  )
})

test('where no folder can be written the log has the record', async (t) => {
  const file = useFile(t)
  services.github.state.pull = createPull({ body: notDocumented })
  const env = { RUNNER_TEMP: file, TMPDIR: file, TEMP: file, TMP: file }
  const outcome = await services.check({ inputs: enforced, env })
  expectVerdict(outcome)
  assert.equal(outcome.outputs['record-path'], undefined)
  assert.equal(outcome.outputs.result, 'fail')
  const record = readLogged(outcome.stdout)
  assert.ok(typeof record === 'object' && record !== null && 'prompts' in record)
  assert.match(JSON.stringify(record.prompts), /Ünïcode \u{1F600}/u)
})

test('`on-upload-error: fail` fails when there is no file to upload', async (t) => {
  const file = useFile(t)
  const env = { RUNNER_TEMP: file, TMPDIR: file, TEMP: file, TMP: file }
  const inputs = { upload: 'true', 'on-upload-error': 'fail' }
  const { exitCode, outputs } = await services.check({ inputs, env })
  assert.equal(exitCode, 1)
  assert.equal(outputs.result, 'pass')
})

for (const [variable, what] of [
  ['GITHUB_OUTPUT', 'set the outputs'],
  ['GITHUB_STEP_SUMMARY', 'write the job summary'],
] as const) {
  test(`a ${variable} that cannot be written leaves the verdict`, async (t) => {
    const file = join(useFile(t), 'below')
    services.github.state.pull = createPull({ body: notDocumented })
    const outcome = await services.check({ inputs: enforced, env: { [variable]: file } })
    expectVerdict(outcome)
    assert.match(outcome.stdout, new RegExp(`^::warning title=ai-worklog::Cannot ${what}: `, 'm'))
    const path = join(outcome.folder, 'ai-worklog', 'ai-worklog', 'ai-worklog-pr-2.json')
    assert.equal(JSON.parse(readFileSync(path, 'utf8')).schema_version, '1.0')
  })

  test(`an error is told without ${variable} too`, async (t) => {
    const file = join(useFile(t), 'below')
    const { exitCode, stdout, stderr } = await services.check({
      inputs: { mode: 'off' },
      env: { [variable]: file },
    })
    assert.equal(stderr, '')
    assert.equal(exitCode, 1)
    assert.match(stdout, /^::error title=ai-worklog::`mode` must be /m)
  })
}

// A limit on the size of files stops a write half-way, as a full disk does.
const hasLimits = process.platform !== 'win32'
for (const [blocks, about] of hasLimits
  ? ([
      [0, 'any'],
      [1, 'a long'],
    ] as const)
  : []) {
  test(`a disk that is full for ${about} file leaves the verdict, and no half a record`, async () => {
    services.github.state.pull = createPull({ body: notDocumented })
    const outcome = await services.check({ inputs: enforced, shell: `trap '' XFSZ; ulimit -f ${blocks}` })
    expectVerdict(outcome)
    const folder = join(outcome.folder, 'ai-worklog', 'ai-worklog')
    assert.deepEqual(existsSync(folder) ? readdirSync(folder) : [], [])
    assert.ok(readLogged(outcome.stdout))
    if (blocks > 0) assert.equal(outcome.outputs.result, 'fail')
  })
}
