// The built action and exemptions: what it asks GitHub for them, and what it makes of the answers and of none.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { JsonObject } from '../../src/core/json.ts'
import { createPull } from '../support/example-pull-request.ts'
import type { Fault } from '../support/github-server.ts'
import { findCommands } from '../support/run-check.ts'
import { useServices } from '../support/services.ts'

const services = useServices({ artifacts: false })

/** Checks the example, which `Codertocat` opened and which fails unless it is exempt. */
async function check(exempt: string, pull: JsonObject = {}, inputs: Record<string, string> = {}) {
  const text = `mode: enforce\nrequire: {statement: true}\nexempt: ${exempt}\n`
  services.github.state.contents.set('Codertocat/Hello-World:.github/ai-worklog.yml@master', text)
  services.github.state.pull = createPull(pull)
  services.github.requests.length = 0
  const outcome = await services.check({ inputs })
  const { policy, findings } = JSON.parse(String(outcome.record))
  assert.equal(outcome.outputs.result, policy.result)
  assert.equal(outcome.exitCode, policy.result === 'fail' ? 1 : 0)
  return {
    ...outcome,
    result: policy.result,
    exemptions: policy.exemptions,
    findings,
    notices: findCommands(outcome.stdout).flatMap(
      (line) => /^::notice title=ai-worklog::(.*)/.exec(line)?.[1] ?? [],
    ),
    asked: services.github.requests.filter((line) => /collaborators|orgs/.test(line)),
  }
}

function grant(login: string, granted: Record<string, boolean>, more: JsonObject = {}): void {
  services.github.state.people.permissions.set(login, { user: { login, permissions: granted }, ...more })
}

const dependabot = { login: 'dependabot[bot]', id: 49699333, type: 'Bot' }

test('a bot is exempt by default, in the log, the summary and the record', async () => {
  services.github.state.pull = createPull({ user: dependabot })
  const { exitCode, outputs, stdout, summary, record } = await services.check({ inputs: { mode: 'enforce' } })
  assert.equal(exitCode, 0)
  assert.equal(outputs.result, 'skipped')
  assert.deepEqual(JSON.parse(String(record)).policy, {
    sha: null,
    mode: 'enforce',
    result: 'skipped',
    exemptions: [{ kind: 'bot', value: 'dependabot[bot]', by: null }],
  })
  assert.match(stdout, /^Exempt by the policy: the author `dependabot\[bot\]` is a bot\.$/m)
  assert.match(summary, /Exempt by the policy: the author `dependabot\[bot\]` is a bot\./)
  assert.deepEqual(findCommands(stdout), [])
})

test('Copilot is a bot of another kind', async () => {
  const user = { login: 'Copilot', id: 198982749, type: 'Bot' }
  assert.equal((await check('{bots: true}', { user })).result, 'fail')
})

test('the author counts, not whoever started the run', async () => {
  const env = { GITHUB_ACTOR: 'dependabot[bot]', GITHUB_TRIGGERING_ACTOR: 'dependabot[bot]' }
  const { outputs } = await services.check({ inputs: { mode: 'enforce' }, env })
  assert.notEqual(outputs.result, 'skipped')
})

test('a permission is asked for and suffices', async () => {
  grant('codertocat', { admin: false, maintain: true, push: true, triage: true, pull: true })
  const { result, exemptions, asked, notices } = await check('{permission: write}')
  assert.equal(result, 'skipped')
  assert.deepEqual(exemptions, [{ kind: 'permission', value: 'maintain', by: null }])
  assert.deepEqual(asked, ['GET /repos/Codertocat/Hello-World/collaborators/Codertocat/permission'])
  assert.deepEqual(notices, [])
})

test('a permission that is less does not suffice', async () => {
  grant('codertocat', { admin: false, maintain: false, push: false, triage: false, pull: true })
  const { result, exemptions, notices } = await check('{permission: triage}')
  assert.equal(result, 'fail')
  assert.deepEqual([exemptions, notices], [[], []])
})

for (const [answer, result] of [
  [{ permission: 'write', role_name: 'maintain' }, 'skipped'],
  [{ permission: 'admin' }, 'skipped'],
  [{ permission: 'read', role_name: 'security-team' }, 'fail'],
  [{ permission: 'none' }, 'fail'],
  [{ permission: ['admin'], user: { permissions: { admin: 'true' } } }, 'fail'],
  [{}, 'fail'],
] as const) {
  test(`a permission told as ${JSON.stringify(answer)} gives ${result}`, async () => {
    services.github.state.people.permissions.set('codertocat', answer)
    assert.equal((await check('{permission: maintain}')).result, result)
  })
}

test('nothing is asked once something cheaper exempts, and for bots', async () => {
  const asksAll = 'permission: write, teams: [octo-org/core], authors: [codertocat]'
  assert.deepEqual((await check(`{${asksAll}}`)).asked, [])
  const { asked, result } = await check(`{bots: false, ${asksAll}}`, { user: dependabot })
  assert.deepEqual([asked, result], [[], 'fail'])
  assert.deepEqual((await check('{drafts: true}')).asked, [])
})

test('a team is asked for, and a member exempt', async () => {
  const { teams } = services.github.state.people
  teams.set('octo-org/core', {})
  teams.set('octo-org/docs', { Codertocat: 'active' })
  const { result, exemptions, notices } = await check('{teams: [octo-org/core, octo-org/docs]}')
  assert.equal(result, 'skipped')
  assert.deepEqual(exemptions, [{ kind: 'team', value: 'octo-org/docs', by: null }])
  assert.deepEqual(notices, [])
})

test('an invitation is no membership, and somebody else no failure', async () => {
  const { teams } = services.github.state.people
  teams.set('octo-org/core', { Codertocat: 'pending' })
  teams.set('octo-org/docs', { octocat: 'active' })
  const { result, notices } = await check('{teams: [octo-org/core, octo-org/docs]}')
  assert.deepEqual([result, notices], ['fail', []])
})

const readers =
  'Give the input `github-token` the token of an app with the organisation permission `members: read`: a workflow’s own token cannot read teams.'

test('a team that the token may not see exempts nobody and says which token may', async () => {
  const { result, notices } = await check('{teams: [octo-org/hidden]}')
  assert.equal(result, 'fail')
  assert.deepEqual(notices, [
    `The author’s teams are not known and exempt nobody: GitHub answered 404 (Not Found). ${readers}`,
  ])
})

const faults: [string, Fault, string, string][] = [
  [
    '403',
    { status: 403, message: 'Resource not accessible by integration' },
    'GitHub answered 403 (Resource not accessible by integration)',
    '',
  ],
  ['404', { status: 404, message: 'Not Found' }, 'GitHub answered 404 (Not Found)', ''],
  [
    '401',
    { status: 401, message: 'Bad credentials' },
    'GitHub answered 401 (Bad credentials)',
    'Check the input `github-token`.',
  ],
  ['500', { status: 500, message: 'Oops' }, 'GitHub answered 500 (Oops)', 'Run the job again.'],
  ['garbage', { raw: '[' }, '', 'Run the job again.'],
]
for (const [name, fault, reason, remedy] of faults) {
  test(`a permission that cannot be read (${name}) exempts nobody`, async () => {
    services.github.state.faults.set('permission', fault)
    const { result, notices, exemptions } = await check('{permission: triage}')
    assert.deepEqual([result, exemptions, notices.length], ['fail', [], 1])
    const [notice = ''] = notices
    assert.ok(notice.startsWith(`The author’s permission is not known and exempts nobody: ${reason}`), notice)
    const wanted =
      remedy ||
      'Give the input `github-token` a token that may read the collaborators of this repository (`metadata: read`).'
    assert.ok(notice.endsWith(wanted), notice)
  })

  test(`teams that cannot be read (${name}) exempt nobody`, async () => {
    services.github.state.people.teams.set('octo-org/core', { Codertocat: 'active' })
    services.github.state.faults.set('membership', fault)
    if (name === '404') services.github.state.faults.set('team', fault)
    const { result, notices } = await check('{teams: [octo-org/core]}')
    assert.deepEqual([result, notices.length], ['fail', 1])
    const [notice = ''] = notices
    assert.ok(notice.startsWith(`The author’s teams are not known and exempt nobody: ${reason}`), notice)
    assert.ok(notice.endsWith(remedy || readers), notice)
  })
}

const overridden = { labels: [{ name: 'AI-Override' }] }

test('an override names who set it last, keeps the findings and lets the check pass', async () => {
  services.github.state.people.labelled = [
    { label: 'ai-override', actor: { __typename: 'User', login: 'mona' } },
    { label: 'AI-Override', actor: { __typename: 'User', login: 'octocat' } },
    { label: 'bug', actor: { __typename: 'User', login: 'hubot' } },
  ]
  const { result, exemptions, findings, summary, stdout } = await check('{override: ai-override}', overridden)
  assert.equal(result, 'warn')
  assert.deepEqual(exemptions, [{ kind: 'override', value: 'ai-override', by: 'octocat' }])
  assert.deepEqual(
    findings.map(({ rule }: { rule: string }) => rule),
    ['required-statement'],
  )
  assert.deepEqual(
    findCommands(stdout).map((line) => line.split(' ')[0]),
    ['::warning'],
  )
  assert.match(summary, /The label `ai-override`, set by `octocat`, overrides the check/)
})

test('an override may come from a bot, or from an account that is gone', async () => {
  const { people } = services.github.state
  people.labelled = [{ label: 'go', actor: { __typename: 'Bot', login: 'github-actions' } }]
  const labels = { labels: [{ name: 'go' }] }
  assert.equal((await check('{override: go}', labels)).exemptions[0].by, 'github-actions[bot]')
  people.labelled = [{ label: 'go', actor: null }]
  const { exemptions, result } = await check('{override: go}', labels)
  assert.deepEqual([exemptions[0].by, result], [null, 'warn'])
})

test('without the label nobody is asked who set it', async () => {
  const { result } = await check('{override: ai-override}')
  assert.equal(result, 'fail')
  const graphql = services.github.requests.filter((line) => line.includes('graphql'))
  assert.equal(graphql.length, 1)
})

test('an override whose setter cannot be asked for counts for nothing, and says what is missing', async () => {
  services.github.state.people.labelled = null
  const { result, exemptions, notices } = await check('{override: ai-override}', overridden)
  assert.equal(result, 'fail')
  assert.deepEqual(exemptions, [])
  assert.equal(notices.length, 1)
  assert.match(
    notices[0] ?? '',
    /^Who set the label `ai-override` is not known, and it overrides nothing: .* Give the job the permission `pull-requests: read`\. Or run it again\.$/,
  )
})

test('without a token what needs one exempts nobody', async () => {
  const { result, notices, asked } = await check('{permission: triage}', {}, { 'github-token': '' })
  assert.equal(result, 'fail')
  assert.deepEqual(asked, [])
  assert.deepEqual(notices, ['Some exemptions need a token: give the input `github-token`.'])
})

test('a branch of a fork never matches, one of the repository does', async () => {
  const head = (id: number | null) => ({
    head: { ref: 'release/1', sha: 'a'.repeat(40), repo: id === null ? null : { id } },
  })
  assert.equal((await check('{branches: ["release/*"]}', head(186853002))).result, 'skipped')
  assert.equal((await check('{branches: ["release/*"]}', head(1))).result, 'fail')
  assert.equal((await check('{branches: ["release/*"]}', head(null))).result, 'fail')
})

test('a file that was renamed out of the code is not documentation', async () => {
  const file = { filename: 'docs/a.md', status: 'renamed', additions: 0, deletions: 0 }
  services.github.state.files = [{ ...file, previous_filename: 'src/a.ts' }]
  assert.equal((await check('{paths: ["docs/**"]}')).result, 'fail')
  services.github.state.files = [{ ...file, previous_filename: 'docs/b.md' }]
  assert.equal((await check('{paths: ["docs/**"]}')).result, 'skipped')
})

test('more files than are read are not exempt, nor files that cannot be read', async () => {
  const files = (count: number) =>
    Array.from({ length: count }, (_, index) => ({ filename: `docs/${index}`, additions: 0, deletions: 0 }))
  services.github.state.files = files(300)
  assert.equal((await check('{paths: ["docs/**"]}')).result, 'skipped')
  services.github.state.files = files(301)
  assert.equal((await check('{paths: ["docs/**"], size: {lines: 10}}')).result, 'fail')
  services.github.state.faults.set('files', { status: 403, message: 'No' })
  assert.equal((await check('{paths: ["**"], size: {lines: 10}}')).result, 'fail')
})

test('labels, drafts and age are those of the live pull request', async () => {
  assert.equal((await check('{labels: [NO-AI]}', { labels: [{ name: 'no-ai' }] })).result, 'skipped')
  assert.equal((await check('{drafts: true}', { draft: true })).result, 'skipped')
  assert.equal((await check('{before: {number: 3}}')).result, 'skipped')
  assert.equal((await check('{before: {number: 2}}')).result, 'fail')
  assert.equal((await check('{associations: [OWNER]}')).result, 'skipped')
})
