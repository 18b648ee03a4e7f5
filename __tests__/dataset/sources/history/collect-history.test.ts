import assert from 'node:assert/strict'
import { test } from 'node:test'
import { extractRecord } from '../../../../src/core/extract-record.ts'
import { parsePullRequest } from '../../../../src/core/parse-pull-request.ts'
import { createHistoryPull, shaOf, toTime } from '../../../support/github-history.ts'
import { useHistory } from './use-history.ts'

const history = useHistory()

function serve(pulls: Parameters<typeof createHistoryPull>[], name = 'octo/app', id = 99) {
  history.server.repositories.set(name, {
    id,
    visibility: 'PUBLIC',
    license: 'MIT',
    branch: [],
    pulls: pulls.map((given) => createHistoryPull(...given)),
  })
}

test('gives every pull request, the open and the closed too, as the core reads them', async () => {
  serve([[1], [2, { state: 'CLOSED' }], [3, { state: 'OPEN', checks: null, reviewDecision: null }]])
  const { inputs, outcomes, problems, counts, through, diffs } = await history.collect()
  assert.deepEqual(problems, [])
  assert.deepEqual(
    inputs.map(({ name, kind, source, trust }) => [name, kind, source, trust]),
    [['history of octo/app', 'pull-request', 'history', 'history']],
  )
  const lines = await history.readLines(inputs[0]?.path)
  assert.deepEqual(
    lines.map(({ number, state, merged, merged_at }) => [number, state, merged, merged_at]),
    [
      [1, 'closed', true, toTime(1)],
      [2, 'closed', false, null],
      [3, 'open', false, null],
    ],
  )
  assert.deepEqual(
    outcomes.map(({ recordId, state, merged, checks, reviewDecision }) => [
      recordId,
      state,
      merged,
      checks,
      reviewDecision,
    ]),
    [
      ['github.com/99/1', 'closed', true, 'SUCCESS', 'APPROVED'],
      ['github.com/99/2', 'closed', false, 'SUCCESS', 'APPROVED'],
      ['github.com/99/3', 'open', null, null, null],
    ],
  )
  assert.deepEqual(counts, {
    repositories: 1,
    repositories_incomplete: 0,
    pull_requests: 3,
    open: 1,
    merged: 1,
    closed_unmerged: 1,
    reverted: 0,
  })
  assert.deepEqual(through, [{ repository: 'octo/app', repositoryId: 99, time: toTime(3) }])
  assert.equal(diffs, null)
})

test('a line holds what the record holds', async () => {
  serve([[1, { author: { __typename: 'Bot', login: 'dependabot', databaseId: 49 } }]])
  const { inputs } = await history.collect()
  const [line] = await history.readLines(inputs[0]?.path)
  const pullRequest = parsePullRequest(JSON.stringify(line))
  assert.deepEqual(pullRequest, {
    host: 'github.com',
    repository: 'octo/app',
    repositoryId: 99,
    visibility: 'public',
    license: 'MIT',
    number: 1,
    url: 'https://github.com/octo/app/pull/1',
    title: 'Change 1',
    author: { login: 'dependabot[bot]', id: 49, name: null, email: null },
    authorType: 'Bot',
    authorAssociation: 'MEMBER',
    state: 'closed',
    draft: false,
    baseRef: 'main',
    baseSha: 'b'.repeat(40),
    headRef: 'topic-1',
    headSha: shaOf(1),
    headRepositoryId: 4242,
    mergeSha: shaOf(1000),
    merged: true,
    createdAt: toTime(1),
    closedAt: toTime(1),
    mergedAt: toTime(1),
    labels: ['enhancement'],
    body: 'Body of 1',
    bodyFrom: 'api',
    commits: [
      {
        sha: shaOf(1),
        message: 'Change 1',
        author: { login: 'ada', id: 7, name: 'Ada', email: 'ada@example.com' },
        committer: { login: 'ada', id: 7, name: 'Ada', email: 'ada@example.com' },
      },
    ],
    commitsTruncated: false,
    files: [{ path: 'src/app.ts', additions: 1, deletions: 1 }],
    filesTruncated: false,
    run: null,
    templates: [],
  })
  const record = extractRecord(pullRequest, { generatedAt: '2026-11-26T00:00:00Z', version: '1' })
  assert.equal(record.record_id, 'github.com/99/1')
})

test('reads long lists to their ends, and says when a record keeps less', async () => {
  const many = (count: number) =>
    Array.from({ length: count }, (_, index) => ({ oid: shaOf(5000 + index), message: `Step ${index}` }))
  const files = (count: number) =>
    Array.from({ length: count }, (_, index) => ({ path: `f${index}`, additions: 1, deletions: 0 }))
  serve([
    [1, { commits: many(150), files: files(120) }],
    [2, { commits: many(260), files: files(301) }],
    [3, { commits: many(250), files: files(300) }],
  ])
  const { inputs } = await history.collect()
  const pulls = (await history.readLines(inputs[0]?.path)).map((line) =>
    parsePullRequest(JSON.stringify(line)),
  )
  assert.deepEqual(
    pulls.map(({ commits, commitsTruncated, files: listed, filesTruncated }) => [
      new Set(commits.map(({ sha }) => sha)).size,
      commitsTruncated,
      new Set(listed.map(({ path }) => path)).size,
      filesTruncated,
    ]),
    [
      [150, false, 120, false],
      [250, true, 300, true],
      [250, false, 300, false],
    ],
  )
})

test('reads the repositories of an organisation, each once, in one order', async () => {
  serve([[1]], 'octo/b', 2)
  serve([[1], [2]], 'octo/a', 1)
  serve([], 'octo/empty', 3)
  serve([[1]], 'other/c', 4)
  const { inputs, counts } = await history.collect({
    repositories: ['octo/b', 'other/c'],
    organization: 'octo',
  })
  const lines = await history.readLines(inputs[0]?.path)
  assert.deepEqual(
    lines.map(({ repository, number }) => `${repository}#${number}`),
    ['octo/a#1', 'octo/a#2', 'octo/b#1', 'other/c#1'],
  )
  assert.equal(counts.repositories, 4)
})

test('a later run reads what was updated since, and no more', async () => {
  serve(Array.from({ length: 200 }, (_, index) => [index + 1]))
  const pulls = history.server.repositories.get('octo/app')?.pulls ?? []
  Object.assign(pulls[3] ?? {}, { updatedAt: toTime(500), title: 'New title' })
  const { inputs, through } = await history.collect({ since: toTime(195) })
  const lines = await history.readLines(inputs[0]?.path)
  assert.deepEqual(
    lines.map(({ number }) => number),
    [4, 195, 196, 197, 198, 199, 200],
  )
  assert.equal(through[0]?.time, toTime(500))
  assert.equal(history.server.questions.filter(({ kind }) => kind === 'pulls').length, 1)
})

test('a repository where nothing was updated costs one question', async () => {
  serve([[1], [2]])
  const { inputs, outcomes, through } = await history.collect({
    since: ({ id }) => (id === 99 ? toTime(3) : null),
  })
  assert.deepEqual([inputs, outcomes], [[], []])
  assert.equal(history.server.questions.length, 1)
  assert.equal(through[0]?.time, toTime(2))
})

test('what is updated while it is read is read again', async () => {
  serve(Array.from({ length: 60 }, (_, index) => [index + 1]))
  const pulls = history.server.repositories.get('octo/app')?.pulls ?? []
  let asked = 0
  history.server.fault = ({ kind }) => {
    if (kind === 'pulls') asked += 1
    if (asked === 2) Object.assign(pulls[0] ?? {}, { updatedAt: toTime(900), title: 'Updated meanwhile' })
    return undefined
  }
  const { inputs } = await history.collect()
  const lines = await history.readLines(inputs[0]?.path)
  assert.equal(lines.length, 60)
  assert.equal(lines[0]?.title, 'Updated meanwhile')
})

test('refreshes outcomes by number, without records when only they are asked for', async () => {
  serve([[1], [2, { state: 'OPEN' }], [3]])
  const { inputs, outcomes } = await history.collect({
    onlyRefresh: true,
    refresh: new Map([['octo/app', [2, 77]]]),
  })
  assert.deepEqual(inputs, [])
  assert.deepEqual(
    outcomes.map(({ recordId, state }) => [recordId, state]),
    [['github.com/99/2', 'open']],
  )
  const later = await history.collect({ since: toTime(3), refresh: new Map([['99', [2]]]) })
  assert.deepEqual(
    later.outcomes.map(({ recordId }) => recordId),
    ['github.com/99/2', 'github.com/99/3'],
  )
})

test('names what is no repository, no owner, and what is not there', async () => {
  await assert.rejects(history.collect({ repositories: ['octo'] }), {
    name: 'UsageError',
    message: 'Unexpected repository `octo`, expected `owner/name`',
  })
  await assert.rejects(history.collect({ repositories: [], organization: 'nobody' }), {
    name: 'UsageError',
    message:
      'Cannot read the organisation `nobody`: GitHub does not show it. Check its name and that the token may read it.',
  })
  serve([[1]])
  const { problems, counts } = await history.collect({ repositories: ['octo/gone', 'octo/app'] })
  assert.deepEqual(problems, [
    {
      place: 'octo/gone',
      reason: 'unreadable-repository',
      message:
        "Cannot read `octo/gone`: Could not resolve to a Repository with the name 'octo/gone'. Check its name and that the token may read it.",
    },
  ])
  assert.equal(counts.pull_requests, 1)
})

test('takes a time in any form, and nothing that is none', async () => {
  serve([[1], [2], [3]])
  const { outcomes } = await history.collect({ since: '2026-01-01T04:00:00+02:00' })
  assert.deepEqual(
    outcomes.map(({ recordId }) => recordId),
    ['github.com/99/2', 'github.com/99/3'],
  )
  await assert.rejects(history.collect({ since: 'yesterday' }), {
    name: 'UsageError',
    message: 'Unexpected time `yesterday`, expected one such as `2026-01-31T00:00:00Z`',
  })
})
