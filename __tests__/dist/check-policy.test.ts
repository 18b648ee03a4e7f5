// The built action and policies: where they are read, what a bad one does, and who may tighten what.

import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { test } from 'node:test'
import { createEvent, createPull } from '../support/example-pull-request.ts'
import { findCommands } from '../support/run-check.ts'
import { useServices } from '../support/services.ts'

const services = useServices({ artifacts: false })
const place = 'Codertocat/Hello-World:.github/ai-worklog.yml'
const strict = 'mode: enforce\nrequire:\n  statement: true\n'

async function checkPolicy(inputs: Record<string, string> = {}) {
  const outcome = await services.check({ inputs })
  const { policy } = JSON.parse(String(outcome.record))
  return { ...outcome, policy, commands: findCommands(outcome.stdout) }
}

function setPolicy(text: string | Buffer, key = `${place}@master`): void {
  services.github.state.contents.set(key, text)
}

test('the policy is the one at the tip of the base branch', async () => {
  setPolicy(strict)
  const { exitCode, policy, stdout } = await checkPolicy()
  const sha = createHash('sha1').update(`blob ${strict.length}\0${strict}`).digest('hex')
  assert.equal(exitCode, 1)
  assert.deepEqual(policy, { sha, mode: 'enforce', result: 'fail', exemptions: [] })
  assert.match(
    stdout,
    new RegExp(`^Policy: \\.github/ai-worklog\\.yml \\(${sha.slice(0, 7)}\\), mode enforce$`, 'm'),
  )
})

test('the policy follows a base branch that changed after the event', async () => {
  setPolicy(strict, `${place}@release/2.0`)
  services.github.state.pull = createPull({ base: { ref: 'release/2.0' } })
  const { policy } = await checkPolicy()
  assert.equal(policy.mode, 'enforce')
})

test('the input `policy` names another file, which must be there', async () => {
  setPolicy(strict, 'Codertocat/Hello-World:ci/policy.yml@master')
  assert.equal((await checkPolicy({ policy: 'ci/policy.yml' })).policy.mode, 'enforce')
  const { commands, exitCode } = await checkPolicy({ policy: 'ci/other.yml' })
  assert.equal(exitCode, 0)
  assert.deepEqual(commands.map(firstLine), [
    '::warning title=ai-worklog: invalid-policy::ci/other.yml:1:1: Cannot read `ci/other.yml` at `master`: there is no such file.',
  ])
})

test('the input `policy` names a file of another repository, at its default branch', async () => {
  setPolicy(strict, 'octo-org/policies:strict.yml')
  assert.equal((await checkPolicy({ policy: 'octo-org/policies:strict.yml' })).policy.mode, 'enforce')
})

const malformed = 'mode: enforced\nrequired: true\n'
for (const [mode, level, exit] of [
  ['warn', 'warning', 0],
  ['enforce', 'error', 1],
] as const) {
  test(`a malformed policy is a ${level} in \`${mode}\``, async () => {
    setPolicy(malformed)
    const { exitCode, outputs, commands } = await checkPolicy({ mode })
    assert.equal(exitCode, exit)
    assert.equal(outputs.result, mode === 'warn' ? 'warn' : 'fail')
    assert.deepEqual(commands.map(firstLine), [
      `::${level} title=ai-worklog: invalid-policy::.github/ai-worklog.yml:1:7: \`mode\` must be \`observe\`, \`warn\` or \`enforce\`, got \`enforced\`: did you mean \`enforce\`?`,
      `::${level} title=ai-worklog: invalid-policy::.github/ai-worklog.yml:2:1: Unknown key \`required\`: did you mean \`require\`? Allowed: \`extends\`, \`mode\`, \`require\`, \`trailers\`, \`privacy\`, \`consent\`, \`vocabulary\`, \`exempt\`, \`redact\`, \`rules\``,
    ])
  })
}

test('a policy that enforces still does when something else in it is wrong', async () => {
  setPolicy('mode: enforce\nrequired: true\n')
  const { exitCode, policy } = await checkPolicy()
  assert.equal(exitCode, 1)
  assert.equal(policy.mode, 'enforce')
})

const unreadable: [string, string | Buffer, string][] = [
  ['too large', `# ${'x'.repeat(65_536)}\n`, 'it has 65539 bytes, more than 65536.'],
  ['not UTF-8', Buffer.from([0x6d, 0xff, 0xfe]), 'it is not UTF-8 text.'],
]
for (const [name, text, reason] of unreadable) {
  test(`a policy that is ${name} is a problem`, async () => {
    setPolicy(text)
    const { commands } = await checkPolicy()
    assert.deepEqual(commands.map(firstLine), [
      `::warning title=ai-worklog: invalid-policy::.github/ai-worklog.yml:1:1: Cannot read \`.github/ai-worklog.yml\` at \`master\`: ${reason}`,
    ])
  })
}

test('a policy that may not be read is a problem that names the permission', async () => {
  services.github.state.faults.set('contents', {
    status: 403,
    message: 'Resource not accessible by integration',
  })
  const { commands, exitCode } = await checkPolicy({ mode: 'enforce' })
  assert.equal(exitCode, 1)
  assert.deepEqual(commands.map(firstLine), [
    '::error title=ai-worklog: invalid-policy::.github/ai-worklog.yml:1:1: Cannot read `.github/ai-worklog.yml` at `master`: GitHub answered 403 (Resource not accessible by integration). Give the job the permission `contents: read`.',
  ])
})

test('a policy starts from that of its organisation', async () => {
  setPolicy('extends: octo-org/.github\nrequire:\n  statement: false\n')
  setPolicy(strict, 'octo-org/.github:.github/ai-worklog.yml')
  const { exitCode, policy } = await checkPolicy()
  assert.equal(exitCode, 0)
  assert.equal(policy.mode, 'enforce')
})

test('an organisation’s policy that cannot be read is a problem with a remedy', async () => {
  setPolicy('extends: octo-org/policies:base.yml\nmode: enforce\n')
  const { exitCode, commands } = await checkPolicy()
  assert.equal(exitCode, 1)
  assert.deepEqual(commands.map(firstLine), [
    '::error title=ai-worklog: invalid-policy::octo-org/policies:base.yml:1:1: Cannot read `octo-org/policies:base.yml`, which `.github/ai-worklog.yml` extends: there is no such file, or `github-token` may not read `octo-org/policies`. Make that repository public, or give the input `github-token` a token that can read it.',
  ])
})

test('a path beside the file works on the command line only', async () => {
  setPolicy('extends: ./base.yml\n')
  const { commands } = await checkPolicy()
  assert.deepEqual(commands.map(firstLine), [
    '::warning title=ai-worklog: invalid-policy::.github/ai-worklog.yml:1:1: `extends: ./base.yml` works on the command line only: name `owner/repository` or `owner/repository:path`',
  ])
})

test('the input `mode` may tighten a policy and not loosen it', async () => {
  setPolicy('mode: warn\n')
  assert.equal((await checkPolicy({ mode: 'enforce' })).policy.mode, 'enforce')
  const { policy, commands } = await checkPolicy({ mode: 'observe' })
  assert.equal(policy.mode, 'warn')
  assert.deepEqual(commands, [
    '::notice title=ai-worklog::The input `mode` may only tighten the policy: `.github/ai-worklog.yml` says `warn`, so `observe` is not followed.',
  ])
})

test('an event without a base branch reads the live one’s', async () => {
  setPolicy(strict)
  const { record } = await services.check({ event: createEvent({ base: null }) })
  assert.equal(JSON.parse(String(record)).policy.mode, 'enforce')
})

function firstLine(command: string): string {
  return command.split('%0A')[0] ?? ''
}
