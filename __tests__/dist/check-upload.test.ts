// The built action and the artifact service: the record arrives byte for byte, and is never lost.

import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { readZip } from '../support/read-zip.ts'
import { findCommands } from '../support/run-check.ts'
import { useServices } from '../support/services.ts'

const services = useServices({ artifacts: true })
const runUrl = 'https://github.com/Codertocat/Hello-World/actions/runs/4711'

test('the artifact holds the record, byte for byte', async () => {
  const { exitCode, outputs, record } = await services.check()
  assert.equal(exitCode, 0)
  assert.ok(record)
  const zip = readZip(await services.artifacts.download('ai-worklog'))
  assert.deepEqual([...zip], [['ai-worklog-pr-2.json', record]])
  const [artifact] = services.artifacts.artifacts
  assert.equal(outputs['artifact-id'], String(artifact?.id))
  assert.equal(outputs['artifact-url'], `${runUrl}/artifacts/${artifact?.id}`)
  assert.equal(artifact?.expiresAt, null)
  assert.deepEqual(services.artifacts.calls, ['CreateArtifact', 'FinalizeArtifact'])
})

test('`artifact-name` and `retention-days` are followed', async () => {
  const before = Date.now()
  const { exitCode, outputs, folder } = await services.check({
    inputs: { 'artifact-name': 'ai worklog (linux)', 'retention-days': '7' },
  })
  assert.equal(exitCode, 0)
  const [artifact] = services.artifacts.artifacts
  assert.equal(artifact?.name, 'ai worklog (linux)')
  const days = (Date.parse(artifact?.expiresAt ?? '') - before) / 86_400_000
  assert.ok(days > 6.9 && days < 7.1, `${days} days`)
  assert.equal(
    outputs['record-path'],
    join(folder, 'ai-worklog', 'ai worklog (linux)', 'ai-worklog-pr-2.json'),
  )
})

test('`upload: false` leaves the file', async () => {
  const { exitCode, outputs, record } = await services.check({ inputs: { upload: 'false' } })
  assert.equal(exitCode, 0)
  assert.ok(record)
  assert.equal(outputs['artifact-id'], undefined)
  assert.deepEqual(services.artifacts.calls, [])
})

test('GitHub Enterprise Server leaves the file and says what to do', async () => {
  const { exitCode, stdout, outputs, record } = await services.check({
    env: { GITHUB_SERVER_URL: 'https://git.example.com' },
  })
  assert.equal(exitCode, 0)
  assert.ok(record)
  assert.equal(outputs['artifact-id'], undefined)
  assert.deepEqual(services.artifacts.calls, [])
  assert.deepEqual(findCommands(stdout), [
    '::notice title=ai-worklog: upload::The record was not uploaded: `git.example.com` is a GitHub Enterprise Server, which the artifact service does not support. Upload the file in the output `record-path` with a step that works there, and set `upload: false`.',
  ])
})

test('a re-run replaces the artifact of an earlier attempt', async () => {
  await services.check()
  const first = services.artifacts.artifacts[0]?.id
  const { exitCode, record, outputs } = await services.check({ env: { GITHUB_RUN_ATTEMPT: '2' } })
  assert.equal(exitCode, 0)
  assert.ok(record)
  assert.deepEqual(
    readZip(await services.artifacts.download('ai-worklog')).get('ai-worklog-pr-2.json'),
    record,
  )
  assert.notEqual(outputs['artifact-id'], String(first))
  assert.ok(services.artifacts.calls.includes('DeleteArtifact'))
})

test('a re-run replaces an artifact that is older than its attempt', async () => {
  await services.check()
  services.github.state.run = { id: 4711, run_started_at: new Date(Date.now() + 1000).toISOString() }
  const { exitCode, stdout } = await services.check({ env: { GITHUB_RUN_ATTEMPT: '2' } })
  assert.equal(exitCode, 0)
  assert.deepEqual(findWarnings(stdout), [])
})

const collision =
  'another step or job of this run already uploaded an artifact named `ai-worklog`. Give each step its own `artifact-name`. The file is kept.'

test('a name that another job took is not overwritten', async () => {
  await services.check()
  const { exitCode, stdout, outputs, record, folder } = await services.check()
  assert.equal(exitCode, 0)
  assert.ok(record)
  assert.equal(outputs['artifact-id'], undefined)
  const path = join(folder, 'ai-worklog', 'ai-worklog', 'ai-worklog-pr-2.json')
  assert.deepEqual(findWarnings(stdout), [
    `::warning title=ai-worklog: upload::Cannot upload \`${path}\`: ${collision}`,
  ])
  assert.ok(!services.artifacts.calls.includes('DeleteArtifact'))
})

test('a re-run does not overwrite what another job of the same attempt uploaded', async () => {
  services.github.state.run = { id: 4711, run_started_at: '2026-01-01T00:00:00Z' }
  await services.check({ env: { GITHUB_RUN_ATTEMPT: '2' } })
  const { stdout } = await services.check({ env: { GITHUB_RUN_ATTEMPT: '2' } })
  assert.ok(findWarnings(stdout).join().includes(collision))
  assert.ok(!services.artifacts.calls.includes('DeleteArtifact'))
})

test('a re-run does not overwrite what an earlier step of its job uploaded', async () => {
  const env = { GITHUB_RUN_ATTEMPT: '2' }
  const { folder } = await services.check({ env })
  const { stdout } = await services.check({ env, folder })
  assert.ok(findWarnings(stdout).join().includes(collision))
  assert.ok(!services.artifacts.calls.includes('DeleteArtifact'))
})

test('steps with names of their own do not collide', async () => {
  const { folder } = await services.check({ inputs: { 'artifact-name': 'one' } })
  const { exitCode } = await services.check({ folder, inputs: { 'artifact-name': 'two' } })
  assert.equal(exitCode, 0)
  assert.deepEqual(
    services.artifacts.artifacts.map(({ name }) => name),
    ['one', 'two'],
  )
})

test('a failed upload warns and keeps the file', async () => {
  services.artifacts.faults.set('CreateArtifact', { status: 403, message: 'not allowed\n::error::x' })
  const { exitCode, stdout, outputs, folder } = await services.check()
  assert.equal(exitCode, 0)
  assert.equal(outputs.result, 'pass')
  const path = join(folder, 'ai-worklog', 'ai-worklog', 'ai-worklog-pr-2.json')
  assert.equal(outputs['record-path'], path)
  assert.equal(JSON.parse(readFileSync(path, 'utf8')).schema_version, '1.0')
  assert.deepEqual(findWarnings(stdout), [
    `::warning title=ai-worklog: upload::Cannot upload \`${path}\`: Failed to CreateArtifact: Received non-retryable error: Failed request: (403) Forbidden: not allowed ::error::x. The file is kept.`,
  ])
})

test('`on-upload-error: fail` fails the step, in every mode', async () => {
  services.artifacts.faults.set('FinalizeArtifact', { status: 403, message: 'not allowed' })
  for (const mode of ['observe', 'warn']) {
    services.artifacts.artifacts.length = 0
    const { exitCode, stdout, outputs, record } = await services.check({
      inputs: { 'on-upload-error': 'fail', mode },
    })
    assert.equal(exitCode, 1)
    assert.ok(record)
    assert.equal(outputs.result, 'pass')
    assert.match(
      findCommands(stdout).join('\n'),
      /^::error title=ai-worklog: upload::Cannot upload .* The file is kept\.$/m,
    )
  }
})

test('a service that is not there warns and keeps the file', async () => {
  const { exitCode, stdout, record } = await services.check({
    env: { ACTIONS_RESULTS_URL: 'http://localhost:1/' },
  })
  assert.equal(exitCode, 0)
  assert.ok(record)
  assert.match(findWarnings(stdout).join(), /Unable to make request: ECONNREFUSED/)
})

test('a step without the runner’s artifact token warns and keeps the file', async () => {
  const { exitCode, stdout, record } = await services.check({ env: { ACTIONS_RUNTIME_TOKEN: undefined } })
  assert.equal(exitCode, 0)
  assert.ok(record)
  assert.match(findWarnings(stdout).join(), /Unable to get the ACTIONS_RUNTIME_TOKEN env variable/)
})

test('SIGTERM during the upload leaves a whole file', async () => {
  services.artifacts.faults.set('CreateArtifact', 'hang')
  const { exitCode, outputs, record } = await services.check({ signal: { name: 'SIGTERM', after: 1500 } })
  assert.equal(exitCode, 143)
  assert.equal(outputs.result, 'pass')
  assert.equal(JSON.parse(String(record)).schema_version, '1.0')
})

function findWarnings(stdout: string): string[] {
  return findCommands(stdout).filter((line) => line.startsWith('::warning '))
}
