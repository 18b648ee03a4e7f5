// The built action and command line with policies about privacy, consent and trailers: what is left out is in nothing
// that they put out.

import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { createCommit, createEvent, createPull } from '../support/example-pull-request.ts'
import { runCli } from '../support/run-cli.ts'
import { useServices } from '../support/services.ts'

const services = useServices({ artifacts: false })
const place = 'Codertocat/Hello-World:.github/ai-worklog.yml@master'

const body = `## AI worklog

### Tools

- Claude Code 2.1.40 (claude-opus-4-6): give Zanzibar Bank the longer grace period

### Prompts

1. > Give Zanzibar Bank the longer grace period for late payments.

### Failed attempts

- It read “give Zanzibar Bank the longer grace period” as for all customers of Codertocat

Shared: https://chatgpt.com/share/6f1e2a3b-1111-2222-3333-444455556666
Training consent: yes
`
const title = 'Give Zanzibar Bank the longer grace period (Codertocat)'

async function check(policy: string) {
  const { state } = services.github
  state.contents.set(place, policy)
  state.pull = createPull({ body, title, head: { ...Object(createPull().head), ref: 'codertocat-patch-1' } })
  state.commits = [createCommit('a'.repeat(40), `${title}\n\nCo-authored-by: Claude <noreply@anthropic.com>`)]
  const event = createEvent({ body, title })
  const outcome = await services.check({ event, inputs: { comment: 'true' } })
  assert.equal(outcome.stderr, '')
  const comments = state.issue.comments.map((each) => String(each.body))
  assert.equal(comments.length, 1)
  return {
    record: JSON.parse(String(outcome.record)),
    everything: [
      outcome.stdout,
      String(outcome.record),
      String(outcome.summary),
      JSON.stringify(outcome.outputs),
      ...comments,
    ].join('\n'),
  }
}

test('by default the record holds prompts and the author', async () => {
  const { record, everything } = await check('mode: warn')
  assert.deepEqual(record.privacy, { prompts: 'full', author: 'login' })
  assert.equal(record.consent.training, 'yes')
  assert.equal(record.consent.by, 'Codertocat')
  assert.match(everything, /Zanzibar/)
})

for (const prompts of ['length', 'omit']) {
  test(`prompts are in nothing that is put out: ${prompts}`, async () => {
    const { record, everything } = await check(`privacy: {prompts: ${prompts}}`)
    assert.doesNotMatch(everything, /zanzibar|grace period|chatgpt\.com\/share/i)
    assert.equal(record.prompts.length, 1)
    assert.equal(record.prompts[0].length, prompts === 'length' ? 61 : null)
    assert.equal(record.policy.result, 'warn')
  })
}

test('the author is in nothing that is put out but as the owner of the repository', async () => {
  const { record, everything } = await check('privacy: {author: omit}')
  const elsewhere = everything.replaceAll('Codertocat/Hello-World', '')
  assert.doesNotMatch(elsewhere, /codertocat/i)
  assert.equal(record.source.author, null)
  assert.equal(record.consent.training, 'yes')
  assert.equal(record.consent.by, null)
  assert.match(everything, /Zanzibar/)
})

test('a policy that cannot be understood gives nothing away', async () => {
  const { record, everything } = await check('privacy: {prompts: omitt, author: omit}')
  assert.doesNotMatch(everything.replaceAll('Codertocat/Hello-World', ''), /zanzibar|codertocat/i)
  assert.deepEqual(record.privacy, { prompts: 'omit', author: 'omit' })
  assert.equal(record.findings[0].rule, 'invalid-policy')
})

test('a policy that cannot be read gives nothing away', async () => {
  services.github.state.faults.set('contents', { status: 500, message: 'Server error' })
  const { record, everything } = await check('mode: warn')
  assert.doesNotMatch(everything.replaceAll('Codertocat/Hello-World', ''), /zanzibar|codertocat/i)
  assert.equal(record.consent.training, 'unset')
})

test('a policy can refuse, and cannot consent for outsiders', async () => {
  const { record } = await check('consent: {training: no}')
  assert.equal(record.consent.training, 'no')
  assert.equal(record.consent.by, 'policy')
})

test('a forbidden trailer is a finding of its commit', async () => {
  const { record, everything } = await check('trailers: forbid')
  const found = record.findings.filter(({ rule }: { rule: string }) => rule === 'forbidden-trailer')
  assert.equal(found.length, 1)
  assert.equal(found[0].place.commit_sha, 'a'.repeat(40))
  assert.match(everything, /forbidden-trailer::Commit aaaaaaa has what this project forbids/)
})

test('the command line leaves out the same', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'ai-worklog-'))
  try {
    const files = { policy: join(folder, 'policy.yml'), body: join(folder, 'body.md') }
    writeFileSync(files.policy, 'privacy: {prompts: omit}\n')
    writeFileSync(files.body, body)
    for (const format of ['text', 'json', 'github']) {
      const { stdout, exitCode } = await runCli([
        'check',
        '--policy',
        files.policy,
        '--format',
        format,
        files.body,
      ])
      assert.equal(exitCode, 0)
      assert.doesNotMatch(stdout, /zanzibar|grace period/i)
    }
  } finally {
    rmSync(folder, { recursive: true })
  }
})
