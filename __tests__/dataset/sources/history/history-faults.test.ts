import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { JsonObject } from '../../../../src/core/json.ts'
import type { Question } from '../../../support/github-history.ts'
import { useHistory } from './use-history.ts'

const history = useHistory()

const levelOf = ({ query }: Question) =>
  query.includes('files(first') ? 'full' : query.includes('title body') ? 'light' : 'bare'

const all = (count: number) => Array.from({ length: count }, (_, index) => index + 1)

for (const [name, answer] of [
  ['502', [502, '<html>Bad gateway</html>']],
  ['504', [504, { message: 'We couldn’t respond to your request in time.' }]],
  [
    'an error without data',
    [200, { data: null, errors: [{ message: 'Something went wrong while executing your query.' }] }],
  ],
] as const) {
  test(`halves the page on ${name}, and asks for more later`, async () => {
    history.serve(60)
    history.server.fault = ({ kind, variables }) =>
      kind === 'pulls' && Number(variables.first) > 5 ? [answer[0], answer[1]] : undefined
    const collected = await history.collect()
    assert.deepEqual(await history.readNumbers(collected), all(60))
    assert.deepEqual(collected.problems, [])
    // 3, 4 and 5 in threes; 7 is too much again.
    assert.deepEqual(history.sizes().slice(0, 13), [25, 12, 6, 3, 3, 3, 4, 4, 4, 5, 5, 5, 7])
  })
}

test('halves the page when GitHub leaves some out for lack of resources', async () => {
  history.serve(60)
  history.server.fault = ({ kind, variables }, answer) => {
    if (kind !== 'pulls' || Number(variables.first) <= 20) return undefined
    const text = JSON.stringify(answer).replace(/"nodes":\[\{/, '"nodes":[null,{')
    const error = { type: 'RESOURCE_LIMITS_EXCEEDED', message: 'Resource limits for this query exceeded.' }
    return [200, { ...(JSON.parse(text) as JsonObject), errors: [error] }]
  }
  const collected = await history.collect()
  assert.deepEqual(await history.readNumbers(collected), all(60))
  assert.deepEqual(history.sizes().slice(0, 3), [25, 12, 12])
})

test('gives up an answer that does not come, and asks for less', async () => {
  history.serve(30)
  history.server.fault = ({ kind, variables }) =>
    kind === 'pulls' && Number(variables.first) > 20 ? 'hang' : undefined
  const collected = await history.collect({ patience: 200 })
  assert.deepEqual(await history.readNumbers(collected), all(30))
})

test('asks again when the network loses an answer', async () => {
  history.serve(30)
  let lost = 0
  history.server.fault = ({ kind }) => {
    if (kind !== 'pulls' || lost === 3) return undefined
    lost += 1
    return 'cut'
  }
  const collected = await history.collect()
  assert.deepEqual(await history.readNumbers(collected), all(30))
  assert.deepEqual(history.waits, [1000, 2000, 4000])
})

test('reads a pull request whose lists are too heavy with shorter lists', async () => {
  history.serve(30)
  const pull = history.server.repositories.get('octo/app')?.pulls[9]
  Object.assign(pull ?? {}, {
    files: all(80).map((index) => ({ path: `f${index}`, additions: 1, deletions: 0 })),
  })
  history.server.fault = (question, answer) => {
    const holds = JSON.stringify(answer).includes('"path":"f80"')
    if (
      question.kind === 'pulls' &&
      levelOf(question) === 'full' &&
      JSON.stringify(answer).includes('"number":10,')
    )
      return [502, '']
    return question.kind === 'list' && holds && Number(question.variables.first) > 30 ? [502, ''] : undefined
  }
  const collected = await history.collect()
  assert.deepEqual(await history.readNumbers(collected), all(30))
  assert.deepEqual(collected.problems, [])
  const lines = await history.readLines(collected.inputs[0]?.path)
  const files: unknown = lines[9]?.files
  assert.equal(Array.isArray(files) ? files.length : 0, 80)
})

test('passes by a pull request that cannot be computed at all, and names it', async () => {
  history.serve(30)
  history.server.fault = (question, answer) =>
    levelOf(question) !== 'bare' && JSON.stringify(answer).includes('"number":10,') ? [502, ''] : undefined
  const collected = await history.collect()
  assert.deepEqual(
    await history.readNumbers(collected),
    all(30).filter((number) => number !== 10),
  )
  assert.deepEqual(collected.problems, [
    {
      place: 'octo/app#10',
      reason: 'unreadable-pull-request',
      message:
        'GitHub cannot compute this pull request (GitHub answered 502); it is left out. Run again later.',
    },
  ])
})

test('keeps what stands beside an error, and says once what was not told', async () => {
  history.serve(60)
  history.server.fault = ({ kind }, answer) => {
    if (kind !== 'pulls') return undefined
    const errors = all(25).map((index) => ({
      type: 'FORBIDDEN',
      path: ['repository', 'pullRequests', 'nodes', index, 'last', 'nodes', 0, 'commit', 'statusCheckRollup'],
      message: 'Resource not accessible by integration',
    }))
    return [200, { ...answer, errors }]
  }
  const collected = await history.collect()
  assert.deepEqual(await history.readNumbers(collected), all(60))
  assert.deepEqual(collected.problems, [
    {
      place: 'octo/app',
      reason: 'partial-answer',
      message:
        'GitHub did not tell `nodes.last.nodes.commit.statusCheckRollup` (Resource not accessible by integration); the rest is kept. Check the permissions of the token.',
    },
  ])
})

test('waits when the budget is used up, and says until when', async () => {
  history.serve(60)
  history.server.budget = { cost: 2, remaining: 21, resetAt: '2026-11-26T11:40:00Z' }
  const collected = await history.collect()
  assert.deepEqual(await history.readNumbers(collected), all(60))
  assert.equal(history.said[0], 'The rate limit is used up: waiting until 2026-11-26T11:40:01Z')
  assert.equal(history.waits[0], 601_000)
})

test('waits as a limit says that comes as an error', async () => {
  history.serve(3)
  const faults: [number, JsonObject, Record<string, string>][] = [
    [403, { message: 'You have exceeded a secondary rate limit.' }, { 'retry-after': '90' }],
    [
      200,
      { errors: [{ type: 'RATE_LIMITED', message: 'API rate limit exceeded' }] },
      {
        'x-ratelimit-remaining': '0',
        'x-ratelimit-reset': String(Date.parse('2026-11-26T11:31:00Z') / 1000),
      },
    ],
    [429, { message: 'Too many requests' }, {}],
  ]
  history.server.fault = ({ kind }) => (kind === 'pulls' ? faults.shift() : undefined)
  const collected = await history.collect()
  assert.deepEqual(await history.readNumbers(collected), [1, 2, 3])
  assert.deepEqual(history.waits, [91_000, 61_000, 60_000])
})

test('a wrong token is a usage error', async () => {
  history.serve(3)
  history.server.fault = () => [401, { message: 'Bad credentials' }]
  await assert.rejects(history.collect(), {
    name: 'UsageError',
    message:
      'Cannot read the history: GitHub answered 401 (Bad credentials). Check the token: GraphQL answers nobody without one.',
  })
})

test('a default branch that is not shown takes nothing with it', async () => {
  history.serve(3)
  history.server.fault = ({ kind }) =>
    kind === 'branch'
      ? [
          200,
          {
            data: { repository: { defaultBranchRef: null } },
            errors: [{ message: 'Resource not accessible' }],
          },
        ]
      : undefined
  const { problems, counts, through } = await history.collect()
  assert.deepEqual([counts.pull_requests, through.length], [3, 1])
  assert.deepEqual(problems, [
    {
      place: 'octo/app',
      reason: 'unreadable-branch',
      message:
        'The commits of the default branch could not be read: Resource not accessible. Reverts that were pushed without a pull request may be missing. Check that the token has `contents: read`.',
    },
  ])
})

test('an organisation that GitHub does not list is an error that says why', async () => {
  history.serve(3)
  history.server.fault = () => [
    200,
    { data: null, errors: [{ type: 'FORBIDDEN', message: 'SAML is enforced' }] },
  ]
  await assert.rejects(history.collect({ repositories: [], organization: 'octo' }), {
    name: 'UsageError',
    message: 'Cannot read the organisation `octo`: SAML is enforced',
  })
})
