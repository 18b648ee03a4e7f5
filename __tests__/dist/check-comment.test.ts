// The built action and the conversation of a pull request: one comment of ours, whatever else stands there.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { JsonObject } from '../../src/core/json.ts'
import { createPull } from '../support/example-pull-request.ts'
import { addComment, workflowBot } from '../support/github-issues.ts'
import { findCommands } from '../support/run-check.ts'
import { useServices } from '../support/services.ts'

const services = useServices({ artifacts: false })
const inputs = { comment: 'true' }
const asking = '## AI worklog\n\nI used Claude Code 2.1.'
const done = '## AI worklog\n\nNo AI was used.'
const marker = '<!-- ai-worklog:comment name=ai-worklog at=1 -->\n'
const reader = { login: 'a', id: 1, type: 'User' }

async function comment(body: string, run: Parameters<typeof services.check>[0] = {}) {
  services.github.state.pull = createPull({ body })
  const outcome = await services.check({ ...run, inputs: { ...inputs, ...run.inputs } })
  assert.equal(outcome.stderr, '')
  return { ...outcome, bodies: bodies() }
}

const state = () => services.github.state.issue
const bodies = () => state().comments.map(({ body }) => String(body))
const ids = () => state().comments.map(({ id }) => id)
const writes = () => services.github.requests.filter((each) => !/^GET |graphql$/.test(each))
const notices = (stdout: string) => findCommands(stdout).filter((line) => !line.startsWith('::warning'))

test('a comment says what is asked for, once', async () => {
  const first = await comment(asking)
  assert.equal(first.bodies.length, 1)
  const [body = ''] = first.bodies
  assert.match(body, /^<!-- ai-worklog:comment name=ai-worklog at=\d{13} -->\n### AI worklog\n/)
  assert.match(body, /- \*\*`Prompts` is missing\*\*\. .*`required-section`\n/)
  assert.match(body, /```markdown\n### Prompts\n/)
  services.github.requests.length = 0
  const second = await comment(asking)
  assert.deepEqual(second.bodies, first.bodies)
  assert.deepEqual(writes(), [])
})

test('it is not posted unless it is asked for, or when nothing is asked for', async () => {
  await comment(asking, { inputs: { comment: 'false' } })
  assert.ok(!services.github.requests.some((each) => each.includes('/issues/')))
  await comment(done)
  await comment('Fixes a typo.')
  await comment(asking, { inputs: { mode: 'observe' } })
  assert.deepEqual(writes(), [])
})

test('it is marked as done, and asks again when there is something again', async () => {
  await comment(asking)
  const [finished] = (await comment(done)).bodies
  assert.match(
    finished ?? '',
    /\n### AI worklog\n\nNothing is left to do here\. The author states that no AI was used\.\n$/,
  )
  const again = await comment(asking)
  assert.equal(again.bodies.length, 1)
  assert.match(again.bodies[0] ?? '', /is missing/)
})

test('a closed pull request gets no new comment', async () => {
  services.github.state.pull = createPull({ body: asking, state: 'closed' })
  await services.check({ inputs })
  assert.deepEqual(bodies(), [])
})

const strangers: [string, JsonObject][] = [
  ['a person', { login: 'mallory', id: 7, type: 'User' }],
  ['another bot', { login: 'other[bot]', id: 8, type: 'Bot' }],
  ['a person with the name of a bot', { login: 'github-actions', id: 9, type: 'User' }],
  ['a deleted account', {}],
]
for (const [who, user] of strangers) {
  test(`the marker in a comment of ${who} is not believed`, async () => {
    const body = `${marker}mine`
    addComment(state(), body, user)
    const { bodies: after } = await comment(asking)
    assert.equal(after.length, 2)
    assert.equal(after[0], body)
  })
}

test('a comment of our account without the marker at its start is left alone', async () => {
  const others = ['Coverage: 90 %', `> ${marker}`, `${marker.replace('name=ai-worklog', 'name=other')}x`]
  for (const body of others) addComment(state(), body)
  const { bodies: after } = await comment(asking)
  assert.equal(after.length, 4)
  assert.deepEqual(after.slice(0, 3), others)
})

test('it is found behind many comments', async () => {
  for (let index = 0; index < 250; index += 1) addComment(state(), 'x', reader)
  addComment(state(), `${marker}old`)
  const { bodies: after } = await comment(asking)
  assert.equal(after.length, 251)
  assert.match(after[250] ?? '', /is missing/)
})

test('a conversation too long to look through gets no comment, and that is said', async () => {
  for (let index = 0; index < 3001; index += 1) addComment(state(), 'x', reader)
  const { stdout } = await comment(asking)
  assert.deepEqual(writes(), [])
  assert.deepEqual(notices(stdout), [
    '::notice title=ai-worklog::Cannot comment: the first 3000 comments hold none of ours, and there are more.',
  ])
})

test('an app keeps one comment when GraphQL leaves out the suffix of its name', async () => {
  Object.assign(state(), { viewer: 'my-app', author: { login: 'my-app[bot]', id: 5, type: 'Bot' } })
  addComment(state(), `${marker}of the workflow's token`, workflowBot)
  await comment(asking)
  const { bodies: after } = await comment(done)
  assert.equal(after.length, 2)
  assert.match(after[0] ?? '', /of the workflow's token$/)
  assert.match(after[1] ?? '', /Nothing is left/)
})

test('an app keeps one comment when GraphQL does not tell its name', async () => {
  Object.assign(state(), { viewer: null, author: { login: 'my-app[bot]', id: 5, type: 'Bot' } })
  await comment(asking)
  await comment('## AI worklog\n\nI used Claude Code 2.1 for the tests.')
  assert.deepEqual(ids(), [1])
})

test('duplicates that earlier runs left are removed but for the oldest', async () => {
  for (const text of ['one', 'two', 'three']) addComment(state(), `${marker}${text}`)
  addComment(state(), 'Thanks', reader)
  const { bodies: after } = await comment(asking)
  assert.match(after[0] ?? '', /is missing/)
  assert.deepEqual(ids(), [1, 4])
})

test('runs at the same time leave one comment', async () => {
  services.github.state.faults.set('new-comment', { delay: 2000 })
  services.github.state.pull = createPull({ body: asking })
  await Promise.all([1, 2, 3].map(() => services.check({ inputs })))
  assert.equal(writes().filter((each) => each.startsWith('POST ')).length, 3)
  assert.deepEqual(ids(), [1])
  assert.match(bodies()[0] ?? '', /is missing/)
})

test('an older reading does not replace a later one', async () => {
  const at = (ahead: number) => `<!-- ai-worklog:comment name=ai-worklog at=${Date.now() + ahead} -->\nlater`
  const later = at(60_000)
  addComment(state(), later)
  assert.deepEqual((await comment(asking)).bodies, [later])
  state().comments[0] = { ...state().comments[0], body: at(86_400_000) }
  assert.match((await comment(asking)).bodies[0] ?? '', /is missing/)
})

test('steps with artifact names of their own have comments of their own', async () => {
  await comment(asking, { inputs: { 'artifact-name': 'a -- b' } })
  await comment(asking, { inputs: { 'artifact-name': 'ü' } })
  const { bodies: after } = await comment(asking, { inputs: { 'artifact-name': 'a -- b' } })
  assert.equal(after.length, 2)
  assert.match(after[0] ?? '', /^<!-- ai-worklog:comment name=a%20%2D%2D%20b at=/)
})

test('a comment that is deleted while it is updated is posted anew', async () => {
  addComment(state(), `${marker}old`, reader)
  state().comments[0] = { ...state().comments[0], user: workflowBot }
  services.github.state.faults.set('comments', { times: 1, delay: 1500 })
  const [{ bodies: after, stdout }] = await Promise.all([comment(asking), deleteSoon()])
  assert.deepEqual(notices(stdout), [])
  assert.equal(after.length, 1)
  assert.match(after[0] ?? '', /is missing/)
})

/** The list is sent as it was, then the comment is deleted before it can be changed. */
async function deleteSoon(): Promise<void> {
  while (!services.github.requests.some((each) => each.startsWith('PATCH'))) {
    await new Promise((resolve) => setTimeout(resolve, 1))
    if (services.github.requests.some((each) => each.startsWith('GET') && each.includes('/comments'))) break
  }
  services.github.state.faults.set('comment', { status: 404, times: 1 })
  state().comments.length = 0
}

test('nothing in it notifies, links or breaks out', async () => {
  const hostile =
    '@octocat @org/team #12 GH-13 owner/repo#14 https://github.com/o/r/issues/15 www.x.example ![i](http://x/y.png) <img src=x> <!-- --> ::error::x \u202E |'
  const { bodies: after } = await comment(
    `## AI worklog\n\n### Tools\n\n- Tool: ${hostile}\n- Version: @octocat\n`,
  )
  const [body = ''] = after
  const shown = body.replace(/^```markdown$[\s\S]*?^```$/m, '')
  for (const pattern of [
    /@[a-z]/i,
    /#\d/,
    /GH-\d/,
    /:\/\//,
    /www\./,
    /!\[[^\]]*\]\(/,
    /<img/,
    /\u202E/,
    /^::/m,
  ]) {
    assert.doesNotMatch(shown, pattern)
  }
})
