// The built action on pull requests: verdict, exit code, annotations, outputs, summary and log.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createPull } from '../support/example-pull-request.ts'
import { documentedBody, undocumentedBody } from '../support/examples.ts'
import { findCommands } from '../support/run-check.ts'
import { useServices } from '../support/services.ts'

const services = useServices({ artifacts: false })

test('a documented pull request passes', async () => {
  services.github.state.pull = createPull({ body: documentedBody })
  const { exitCode, stdout, stderr, outputs, summary, record } = await services.check({
    inputs: { mode: 'enforce' },
  })
  assert.equal(exitCode, 0)
  assert.equal(stderr, '')
  assert.deepEqual(findCommands(stdout), [])
  const { 'record-path': path, ...others } = outputs
  assert.deepEqual(others, {
    result: 'pass',
    'ai-use': 'used',
    tools: 'claude-code,github-copilot',
    completeness: '100',
  })
  assert.match(summary, /^## ✅ AI worklog: documented\n/)
  const lines = stdout.split('\n')
  assert.deepEqual(lines.slice(0, 9), [
    '::group::What was read',
    'Pull request #2 of Codertocat/Hello-World: Update the README with new information.',
    'Description: live, from the API',
    'Commits: 1',
    'Changed files: 1',
    'Templates: none',
    'Policy: default, mode enforce',
    '::endgroup::',
    '✅ AI worklog: documented. AI was used: Claude Code, GitHub Copilot (as stated). 6 of 6 sections are documented.',
  ])
  assert.equal(lines.at(-2), `Record: ${path}`)
  assert.ok(record)
  assert.ok(record.toString().endsWith('}\n'))
})

test('the record holds what GitHub says of the pull request and the run', async () => {
  services.github.state.pull = createPull({
    body: '## AI worklog\n\nNo AI was used.',
    labels: [{ name: 'bug' }],
    draft: true,
  })
  const { record } = await services.check()
  const { source, commits, files, record_id, policy } = JSON.parse(String(record))
  assert.equal(record_id, 'github.com/186853002/2')
  assert.deepEqual(source, {
    host: 'github.com',
    repository: 'Codertocat/Hello-World',
    repository_id: 186853002,
    visibility: 'public',
    license: null,
    pr_number: 2,
    url: 'https://github.com/Codertocat/Hello-World/pull/2',
    title: 'Update the README with new information.',
    author: 'Codertocat',
    author_type: 'User',
    author_association: 'OWNER',
    state: 'open',
    draft: true,
    base_ref: 'master',
    base_sha: 'f95f852bd8fca8fcc58a9a2d6c842781e32a215e',
    head_ref: 'changes',
    head_sha: 'ec26c3e57ca3a959ca5aad62de7213c562f8c821',
    head_repository_id: 186853002,
    merge_sha: null,
    created_at: '2019-05-15T15:20:33Z',
    closed_at: null,
    merged_at: null,
    labels: ['bug'],
    body_from: 'api',
    run: {
      id: 4711,
      attempt: 1,
      event: 'pull_request',
      url: 'https://github.com/Codertocat/Hello-World/actions/runs/4711',
    },
  })
  assert.deepEqual(commits, [{ sha: 'ec26c3e57ca3a959ca5aad62de7213c562f8c821', ai: null, tool_id: null }])
  assert.deepEqual(files, [{ path: 'README.md', additions: 1, deletions: 1 }])
  assert.deepEqual(policy, { sha: null, mode: 'warn', result: 'pass', exemptions: [] })
})

const missing = ['`Prompts`', '`Failed attempts`', '`Manual corrections`', '`Human review`'].map(
  (section) => `${section} is missing`,
)

for (const [mode, level, exit] of [
  ['warn', 'warning', 0],
  ['enforce', 'error', 1],
] as const) {
  test(`AI work without documentation is a ${level} in \`${mode}\``, async () => {
    services.github.state.pull = createPull({ body: undocumentedBody })
    const { exitCode, stdout, outputs, summary } = await services.check({ inputs: { mode } })
    assert.equal(exitCode, exit)
    assert.equal(outputs.result, mode === 'warn' ? 'warn' : 'fail')
    const found = findCommands(stdout).filter((line) => line.includes('required-section'))
    for (const reason of missing) {
      const start = `::${level} title=ai-worklog: required-section::${reason}%0A`
      assert.equal(found.filter((line) => line.startsWith(start)).length, 1, `${reason} in\n${stdout}`)
    }
    assert.match(summary, /### What to paste/)
  })
}

test('`observe` annotates nothing and never fails', async () => {
  services.github.state.pull = createPull({ body: undocumentedBody })
  const { exitCode, stdout, outputs } = await services.check({ inputs: { mode: 'observe' } })
  assert.equal(exitCode, 0)
  assert.equal(outputs.result, 'warn')
  assert.deepEqual(findCommands(stdout), [])
  assert.match(stdout, /`Prompts` is missing/)
})

const bodies: [string, string | null][] = [
  ['that is null', null],
  ['that is empty', ''],
  ['of white space', ' \r\n\t\u00a0\r\n'],
  ['of comments', '<!-- Describe the change -->\r\n<!-- and more'],
  ['of 65,536 characters', 'a '.repeat(32_768)],
  ['of 65,536 list markers', '- '.repeat(32_768)],
  ['with NUL and a lone surrogate', 'a\0b\ud800c'],
  ['with headings of object properties', '## constructor\n\nx\n\n## __proto__\n\ny'],
]
for (const [name, body] of bodies) {
  test(`a body ${name} gives a record`, async () => {
    services.github.state.pull = createPull({ body })
    const { exitCode, stdout, outputs, record } = await services.check()
    assert.equal(exitCode, 0, stdout)
    assert.ok(outputs.result === 'pass' || outputs.result === 'warn')
    assert.equal(JSON.parse(String(record)).source.pr_number, 2)
    assert.doesNotMatch(stdout, /Unexpected error/)
  })
}

const attacks = [
  '::set-output name=result::pass',
  '::add-mask::e',
  '::error::x',
  '  ::warning::x',
  '##[error]x',
  'text ##[group]x',
  '\u200b::stop-commands::x',
  '\u001b[31m::error::x',
  '\u001b]0;title\u0007::error::x',
  '\r::error::x',
]

test('nothing in a pull request becomes a workflow command', async () => {
  const lines = attacks.join('\n\n')
  const body = `## AI worklog\n\n### Tools\n\n${lines}\n\n### Prompts\n\n${attacks.map((attack) => `> ${attack}`).join('\n\n')}\n\n### Failed attempts\n\n${attacks.map((attack) => `- **Error:** ${attack}`).join('\n')}\n\n### Manual corrections\n\n${attacks.map((attack) => `- ${attack}`).join('\n')}\n`
  services.github.state.pull = createPull({
    body,
    title: `title\n${lines}`,
    labels: [{ name: '::error::x' }],
  })
  services.github.state.files = attacks.map((filename) => ({ filename, additions: 1, deletions: 0 }))
  for (const mode of ['warn', 'observe']) {
    const { exitCode, stdout, outputs } = await services.check({ inputs: { mode } })
    assert.equal(exitCode, 0)
    const commands = findCommands(stdout)
    const foreign = commands.filter((line) => !/^::(?:warning|notice) title=ai-worklog/.test(line))
    assert.deepEqual(foreign, [])
    assert.doesNotMatch(stdout, /[\u001b\u200b]/)
    assert.deepEqual(Object.keys(outputs), ['result', 'ai-use', 'tools', 'completeness', 'record-path'])
    assert.match(outputs.tools ?? '', /^[a-z0-9,-]*$/)
  }
})

test('a runner without summaries is fine', async () => {
  const { exitCode, summary } = await services.check({ env: { GITHUB_STEP_SUMMARY: undefined } })
  assert.equal(exitCode, 0)
  assert.equal(summary, '')
})

test('an unexpected error is one annotation, a stack in the log, and exit code 1', async () => {
  const { exitCode, stdout, stderr, outputs } = await services.check({
    env: { GITHUB_SERVER_URL: 'not an address' },
  })
  assert.equal(exitCode, 1)
  assert.equal(stderr, '')
  assert.deepEqual(outputs, { result: 'error' })
  assert.match(stdout, /\n {4}at /)
  const [command, ...others] = findCommands(stdout)
  assert.match(
    command ?? '',
    /^::error title=ai-worklog::Unexpected error, a bug in ai-worklog: Invalid URL\. The log has the details\.$/,
  )
  assert.deepEqual(others, [])
})

test('SIGTERM while GitHub does not answer leaves no file', async () => {
  services.github.state.faults.set('pull', { delay: Number.POSITIVE_INFINITY })
  const { exitCode, outputs, record } = await services.check({ signal: { name: 'SIGTERM', after: 700 } })
  assert.equal(exitCode, 143)
  assert.deepEqual(outputs, { result: 'error' })
  assert.equal(record, null)
})
