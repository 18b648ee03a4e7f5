// The built entries and redaction: nothing that must not leave does, by any way out, and a policy may add to it.

import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, test } from 'node:test'
import { createPull } from '../support/example-pull-request.ts'
import { runCli } from '../support/run-cli.ts'
import { useServices } from '../support/services.ts'

const services = useServices({ artifacts: false })
let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ai-worklog-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

// Put together here, so that no scanner takes this file for a leak.
const token = `ghp_${'a1B2c3'.repeat(6)}`
const body = `## AI worklog

### Tools

- Cursor

### Prompts

> Log in to ACME-1234 with ${token} as jane.roe@corp.io from 84.17.23.9.

### Failed attempts

- Error: password=hunter2!x was refused
`
const secrets = [token, 'jane.roe@corp.io', '84.17.23.9', 'hunter2!x']

function assertGone(text: string, more: readonly string[] = []): void {
  for (const secret of [...secrets, ...more]) assert.ok(!text.includes(secret), secret)
}

test('the action leaves no secret in record, log, summary, annotations and outputs', async () => {
  services.github.state.pull = createPull({ body, title: `Use ${token}` })
  const { record, stdout, summary, outputs } = await services.check({ inputs: {} })
  assertGone([record, stdout, summary, JSON.stringify(outputs)].join('\n'))
  assert.match(
    String(record),
    /\[REDACTED:github-token-1\] as \[REDACTED:email-1\] from \[REDACTED:ip-address-1\]/,
  )
  assert.match(stdout, /secret-in-body/)
})

test('the action applies the patterns of the policy', async () => {
  services.github.state.pull = createPull({ body })
  services.github.state.contents.set(
    'Codertocat/Hello-World:.github/ai-worklog.yml@master',
    "redact:\n  patterns: ['ACME-\\d+']\n  allow: ['jane\\.roe@corp\\.io']\n",
  )
  const { record } = await services.check({ inputs: {} })
  assert.ok(!String(record).includes('ACME-1234'))
  assert.match(String(record), /\[REDACTED:custom-1\].*as jane\.roe@corp\.io/)
})

for (const format of ['text', 'json', 'github'] as const) {
  test(`check --format ${format} shows no secret`, async () => {
    const { stdout, stderr } = await runCli(['check', '--format', format], { stdin: body })
    assertGone(stdout + stderr)
  })
}

test('check --explain shows the text without its secrets', async () => {
  const { stdout } = await runCli(['check', '--explain'], { stdin: body })
  assertGone(stdout)
  assert.match(stdout, /Log in to ACME-1234 with •+ as •+ from •+\./)
})

test('check takes patterns from a policy, also for --explain', async () => {
  const policy = join(folder, 'policy.yml')
  writeFileSync(policy, "redact:\n  patterns: ['ACME-\\d+']\n")
  for (const args of [['--explain'], ['--format', 'json']]) {
    const { stdout, exitCode } = await runCli(['check', '--policy', policy, ...args], { stdin: body })
    assert.equal(exitCode, 0)
    assertGone(stdout, ['ACME-1234'])
  }
})

test('check names the place and the fault of a bad pattern', async () => {
  const policy = join(folder, 'policy.yml')
  writeFileSync(policy, "redact:\n  patterns:\n    - '(?=ACME)x'\n    - '(a'\n")
  const { stderr, exitCode } = await runCli(['check', '--policy', policy], { stdin: body })
  assert.equal(exitCode, 2)
  assert.equal(
    stderr.replaceAll(policy, 'policy.yml'),
    `ai-worklog: policy.yml:3:7: An item of \`redact.patterns\` must be a regular expression of RE2, got \`(?=ACME)x\`: invalid or unsupported Perl syntax
policy.yml:4:7: An item of \`redact.patterns\` must be a regular expression of RE2, got \`(a\`: missing closing )
`,
  )
})
