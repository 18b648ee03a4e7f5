// The built action and the repository's templates: what the log says of them, and that the check goes on.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createPull } from '../support/example-pull-request.ts'
import { findCommands } from '../support/run-check.ts'
import { useServices } from '../support/services.ts'

const services = useServices({ artifacts: false })
const repository = 'Codertocat/Hello-World'
const template =
  '## AI disclosure\n\n- [ ] AI was used\n- [ ] No AI was used\n\n### Tools\n\n- such as Cursor\n'

async function checkTemplate(body: string, files: Record<string, string>, token?: string) {
  services.github.state.pull = createPull({ body })
  services.github.state.templates.set(repository, files)
  const outcome = await services.check({ inputs: token === undefined ? {} : { 'github-token': token } })
  return { ...outcome, record: JSON.parse(String(outcome.record)) }
}

test('an untouched template says nothing, and the log names it', async () => {
  const { exitCode, record, stdout } = await checkTemplate(template, {
    '.github/PULL_REQUEST_TEMPLATE.md': template,
  })
  assert.equal(exitCode, 0)
  assert.equal(record.ai_use, 'unknown')
  assert.deepEqual(record.tools, [])
  assert.match(stdout, /^Templates: \.github\/PULL_REQUEST_TEMPLATE\.md$/m)
})

test('a template that is ticked is an answer', async () => {
  const { record } = await checkTemplate(template.replace('[ ] No AI', '[x] No AI'), {
    '.github/PULL_REQUEST_TEMPLATE.md': template,
  })
  assert.equal(record.ai_use, 'none')
})

for (const [status, remedy] of [
  [401, 'Check the input `github-token`.'],
  [500, 'Run the job again.'],
] as const) {
  test(`the check goes on when GraphQL answers ${status}, and says so once`, async () => {
    services.github.state.faults.set('graphql', { status, message: 'Because' })
    const { exitCode, record, stdout, outputs } = await checkTemplate('## AI worklog\n\nNo AI was used.', {})
    assert.equal(exitCode, 0)
    assert.equal(outputs.result, 'pass')
    assert.equal(record.ai_use, 'none')
    const message = `The template of the repository could not be read: GitHub answered ${status} (Because). ${remedy}`
    assert.deepEqual(
      record.findings.map(({ rule, severity, reason }: Record<string, string>) => [rule, severity, reason]),
      [['unreadable-template', 'info', message]],
    )
    assert.equal(
      stdout.split('\n').filter((line) => line.startsWith('  ') && line.includes(message)).length,
      1,
    )
    assert.deepEqual(
      findCommands(stdout).filter((command) => !command.startsWith('::notice')),
      [],
    )
  })
}

test('a template that is too large or binary is named, and the check goes on', async () => {
  const { exitCode, record } = await checkTemplate('## AI worklog\n\nNo AI was used.', {
    'pull_request_template.md': 'x'.repeat(65_537),
    'docs/pull_request_template.md': 'a\0b',
  })
  assert.equal(exitCode, 0)
  assert.deepEqual(
    record.findings.map(({ reason }: { reason: string }) => reason),
    [
      'The template pull_request_template.md could not be read: it has 65537 bytes, more than 65536',
      'The template docs/pull_request_template.md could not be read: it is not text',
    ],
  )
})

test('without a token GraphQL is not asked', async () => {
  const { stdout } = await checkTemplate(template, { 'pull_request_template.md': template }, '')
  assert.match(stdout, /^Templates: none$/m)
  assert.deepEqual(
    services.github.requests.filter((request) => request.includes('graphql')),
    [],
  )
})
