// The built action in a job in which an agent has worked: what its transcript says is evidence, and what a pull request
// carries is none.

import assert from 'node:assert/strict'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type TestContext, test } from 'node:test'
import type { JsonObject } from '../../src/core/json.ts'
import { createCommit, createEvent, createPull } from '../support/example-pull-request.ts'
import { type JobWorld, makeJob, readExecution, readOwnTranscript, sessionId } from '../support/job-world.ts'
import type { CheckRun } from '../support/run-check.ts'
import { useServices } from '../support/services.ts'

const services = useServices({ artifacts: false })

async function check(job: JobWorld, pull: JsonObject = {}, run: CheckRun = {}) {
  const { state } = services.github
  const body = 'Counts to three.'
  state.pull = createPull({ body, ...pull })
  state.files = [{ filename: 'numbers.txt', status: 'modified', additions: 1, deletions: 0 }]
  state.commits = [createCommit('ea3ebe3'.padEnd(40, '0'), 'Count to three')]
  const outcome = await services.check({
    ...run,
    event: createEvent({ body, ...pull }),
    folder: job.temporary,
    env: { ...job.env, ...run.env },
  })
  assert.equal(outcome.stderr, '')
  assert.equal(outcome.exitCode, 0, outcome.stdout)
  return { ...outcome, json: JSON.parse(String(outcome.record)) }
}

const fork = () => ({ head: { ...Object(createPull().head), repo: { id: 77, fork: true } } })
const errors = (json: { failures: { error: string; basis: string }[] }) =>
  json.failures.map(({ error, basis }) => [error, basis])

function leaveBoth(t: TestContext): JobWorld {
  const job = makeJob(t)
  job.leave('temp/claude-execution-1/claude-execution-output.json', readExecution(job.workspace))
  job.leave(`home/.claude/projects/-work/${sessionId}.jsonl`, readOwnTranscript(job.workspace))
  return job
}

test('the session of an agent in the same job is evidence, with its prompts', async (t) => {
  const { json, stdout, summary } = await check(leaveBoth(t))
  assert.equal(json.ai_use, 'used')
  assert.equal(json.ai_use_basis, 'signal')
  assert.deepEqual(
    json.tools.map(({ tool_id, version, basis }: JsonObject) => [tool_id, version, basis]),
    [['claude-code', '2.1.332', 'transcript']],
  )
  assert.deepEqual(
    json.prompts.map(({ text, basis }: JsonObject) => [text, basis]),
    [['Count to three in numbers.txt', 'transcript']],
  )
  assert.match(stdout, /^Transcripts: 1 session in 2 files behind the pull request: Claude Code \(.*\) 1$/m)
  assert.match(stdout, /AI was used: Claude Code \(as a transcript shows\)/)
  assert.match(stdout, /^ {4}- Claude Code 2\.1\.332 .*\(from a transcript\)$/m)
  assert.match(summary, /\| Prompts +\| ✅ read from a transcript +\| 1 prompt \(from a transcript\) +\|/)
})

test('nothing is read when the input says so', async (t) => {
  const { json, stdout } = await check(leaveBoth(t), {}, { inputs: { transcripts: 'none' } })
  assert.equal(json.ai_use, 'unknown')
  assert.deepEqual(
    json.sources.filter(({ source }: JsonObject) => source === 'transcript'),
    [],
  )
  assert.doesNotMatch(stdout, /transcript/i)
})

test('what a fork could have left is not read, and the log says so', async (t) => {
  const { json, stdout } = await check(leaveBoth(t), fork())
  assert.equal(json.ai_use, 'unknown')
  assert.deepEqual(json.tools, [])
  assert.match(
    stdout,
    /^Transcripts: there are some, not read because the pull request comes from another repository; name them/m,
  )
})

test('an event with the rights of the repository reads only what is named', async (t) => {
  const job = leaveBoth(t)
  const env = { GITHUB_EVENT_NAME: 'pull_request_target' }
  const { json, stdout } = await check(job, {}, { env })
  assert.equal(json.ai_use, 'unknown')
  assert.match(stdout, /not read because the event is `pull_request_target`/)
  const named = await check(job, fork(), {
    env,
    inputs: { transcripts: join(job.temporary, 'claude-execution-1') },
  })
  assert.equal(named.json.ai_use, 'used')
  assert.match(named.stdout, /behind the pull request: Claude Code \(the input `transcripts`\) 1$/m)
})

test('a fork cannot forge evidence by carrying a transcript, not even where the input looks', async (t) => {
  const job = makeJob(t)
  job.leave(`work/transcripts/${sessionId}.jsonl`, readOwnTranscript(job.workspace))
  job.git('add', '.')
  job.git('commit', '-q', '-m', 'Count to three')
  const { json, stdout } = await check(job, fork(), { inputs: { transcripts: 'transcripts' } })
  assert.equal(json.ai_use, 'unknown')
  assert.deepEqual(json.tools, [])
  assert.match(
    stdout,
    /^::notice title=ai-worklog::The input `transcripts` names 1 file that the pull request or the repository carries: that is what an author wrote, no evidence\.$/m,
  )
})

test('a session of other work is no evidence', async (t) => {
  const job = makeJob(t)
  job.leave(
    'temp/claude-execution-output.json',
    readExecution('/home/runner/elsewhere').replaceAll('ea3ebe3', 'fa3ebe3'),
  )
  const { json, stdout } = await check(job)
  assert.equal(json.ai_use, 'unknown')
  assert.match(stdout, /^Transcripts: no session in 1 file is behind the pull request$/m)
})

for (const prompts of ['length', 'omit']) {
  test(`prompts of transcripts are in nothing that is put out: ${prompts}`, async (t) => {
    const { state } = services.github
    state.contents.set(
      'Codertocat/Hello-World:.github/ai-worklog.yml@master',
      `privacy: {prompts: ${prompts}}`,
    )
    const job = leaveBoth(t)
    const secret = 'Keep the Zanzibar ledger balanced to the penny'
    const change = (text: string) => text.replaceAll('Count to three in numbers.txt', secret)
    job.leave(`home/.claude/projects/-work/${sessionId}.jsonl`, change(readOwnTranscript(job.workspace)))
    const outcome = await check(job, { body: 'It counts.' })
    const everything = [
      outcome.stdout,
      String(outcome.record),
      outcome.summary,
      JSON.stringify(outcome.outputs),
    ]
    assert.doesNotMatch(everything.join('\n'), /zanzibar|penny/i)
    assert.deepEqual(
      outcome.json.prompts.map(({ text, length, basis }: JsonObject) => [text, length, basis]),
      [[null, prompts === 'length' ? secret.length : null, 'transcript']],
    )
  })
}

test('secrets in a transcript are in nothing that is put out', async (t) => {
  const token = ['ghp', 'R7f2Kq9ZtXw3Lb8VnY5mJc1PdHs6GaTe4UQo'].join('_')
  const job = makeJob(t)
  const text = readExecution(job.workspace)
    .replaceAll('2 numbers are missing', `error: ${token} and an-odd-value-of-the-job are wrong`)
    .replaceAll('Count to three', `Count ${token}`)
  job.leave('temp/claude-execution-output.json', text)
  const outcome = await check(job, {}, { env: { DEPLOY_PASSWORD: 'an-odd-value-of-the-job' } })
  assert.equal(outcome.json.ai_use, 'used')
  assert.ok(errors(outcome.json).length > 0)
  const everything = [
    outcome.stdout,
    String(outcome.record),
    outcome.summary,
    JSON.stringify(outcome.outputs),
  ]
  assert.doesNotMatch(everything.join('\n'), /R7f2Kq9Zt|an-odd-value/)
})

test('a broken transcript is a notice, and the rest is read', async (t) => {
  const job = leaveBoth(t)
  const lines = readOwnTranscript(job.workspace).split('\n')
  lines.splice(3, 0, '{"type":"user","message":{"content":"half a secret')
  job.leave(`home/.claude/projects/-work/${sessionId}.jsonl`, lines.join('\n'))
  writeFileSync(join(job.temporary, 'claude-execution-output.json'), '[{"type":"system","session_id":"x"')
  const { json, stdout } = await check(job)
  assert.equal(json.ai_use, 'used')
  assert.match(stdout, /^::notice title=ai-worklog::Places in transcripts that are broken were skipped: /m)
  assert.doesNotMatch(stdout, /half a secret/)
})
