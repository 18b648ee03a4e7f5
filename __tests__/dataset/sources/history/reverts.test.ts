import assert from 'node:assert/strict'
import { test } from 'node:test'
import { findReverts } from '../../../../src/dataset/sources/history/find-reverts.ts'
import { resolveReverts } from '../../../../src/dataset/sources/history/resolve-reverts.ts'
import { createHistoryPull, type HistoryPull, shaOf, toTime } from '../../../support/github-history.ts'
import { useHistory } from './use-history.ts'

const history = useHistory()

function serve(pulls: HistoryPull[]) {
  history.server.repositories.set('octo/app', {
    id: 99,
    visibility: 'PUBLIC',
    license: null,
    pulls,
    branch: [],
  })
}

async function revertedIn(given: Parameters<typeof history.collect>[0] = {}) {
  const { outcomes } = await history.collect(given)
  return Object.fromEntries(outcomes.map(({ recordId, revertedBy }) => [recordId.split('/')[2], revertedBy]))
}

const nothing = { repository: 'octo/app', title: null, body: null, headRef: null, commits: [] }

for (const [name, given, numbers, shas] of [
  ['the words of GitHub', { body: 'Reverts octo/app#12' }, [12], []],
  ['a number alone', { body: 'Why.\r\n\r\nReverts #12\r\nThis reverts PR #13.' }, [12, 13], []],
  ['another repository', { body: 'Reverts octo/other#12' }, [], []],
  ['a quote', { body: '> Reverts #12' }, [], []],
  ['words about reverts', { body: 'This PR reverts to #12 when asked' }, [], []],
  ['the branch of GitHub', { title: 'Revert "Add x"', headRef: 'revert-12-add-x' }, [12], []],
  ['a branch without the title', { title: 'Add y', headRef: 'revert-12-add-x' }, [], []],
  ['a squash commit', { title: 'Revert "Revert "Add x (#12)" (#15)"' }, [15], []],
  ['git', { body: `Revert "x"\n\nThis reverts commit ${shaOf(1)}.` }, [], [shaOf(1)]],
  [
    'a commit, perhaps abbreviated',
    { commits: [{ sha: shaOf(2), message: 'Revert "x"\n\nThis reverts commit ABCDEF1.' }] },
    [],
    ['abcdef1'],
  ],
  [
    'a commit of its own',
    {
      commits: [
        { sha: shaOf(1), message: 'x' },
        { sha: shaOf(2), message: `Undo\n\nThis reverts commit ${shaOf(1)}.` },
      ],
    },
    [],
    [],
  ],
  [
    'a revert that it takes back itself',
    {
      commits: [
        { sha: shaOf(2), message: `Undo\n\nThis reverts commit ${shaOf(9)}.` },
        { sha: shaOf(3), message: `Redo\n\nThis reverts commit ${shaOf(2)}.` },
      ],
    },
    [],
    [],
  ],
] as const) {
  test(`reads ${name}`, () => {
    assert.deepEqual(findReverts({ ...nothing, ...given }), { numbers, shas })
  })
}

test('hostile texts cost no time', () => {
  const started = performance.now()
  const text = 'Reverts '.repeat(10_000) + '\nThis reverts commit '.repeat(10_000) + '"(#1'.repeat(20_000)
  findReverts({
    ...nothing,
    title: `Revert "${text}`,
    body: text,
    commits: [{ sha: shaOf(1), message: text }],
  })
  assert.ok(performance.now() - started < 500)
})

const pull = (number: number, numbers: number[], mergedAt: string | null = toTime(number)) => ({
  id: `#${number}`,
  mergedAt,
  claims: { numbers, shas: [] },
})

for (const [name, pulls, expected] of [
  ['one that was merged', [pull(1, []), pull(2, [1])], { 1: '#2' }],
  ['not one that was not', [pull(1, []), pull(2, [1], null)], {}],
  ['not what was never merged', [pull(1, [], null), pull(2, [1])], {}],
  ['not what was merged later', [pull(1, [2]), pull(2, [])], {}],
  ['not itself', [pull(1, [1])], {}],
  ['the revert of a revert undoes it', [pull(1, []), pull(2, [1]), pull(3, [2])], { 2: '#3' }],
  ['three times', [pull(1, []), pull(2, [1]), pull(3, [2]), pull(4, [3])], { 1: '#2', 3: '#4' }],
  ['the last that stands', [pull(1, []), pull(2, [1]), pull(3, [1]), pull(4, [3])], { 1: '#2', 3: '#4' }],
  ['two at the same time', [pull(1, [2], toTime(9)), pull(2, [1], toTime(9))], { 1: '#2' }],
] as const) {
  test(`counts ${name}`, () => {
    const found = resolveReverts(
      pulls.map((each) => ({ ...each, claims: { numbers: [...each.claims.numbers], shas: [] } })),
      new Map(),
    )
    const numbered = [...found].map(([id, by]) => [id.slice(1), by])
    assert.deepEqual(Object.fromEntries(numbered), expected)
  })
}

test('a chain of 20,000 reverts is counted', () => {
  const chain = Array.from({ length: 20_000 }, (_, index) => pull(index + 1, index === 0 ? [] : [index]))
  assert.equal(resolveReverts(chain, new Map()).size, 10_000)
})

test('finds what a merge commit or a commit inside belongs to', async () => {
  serve([
    createHistoryPull(1),
    createHistoryPull(2),
    createHistoryPull(3, {
      commits: [{ oid: shaOf(3), message: `Undo\n\nThis reverts commit ${shaOf(1000)}.` }],
    }),
    createHistoryPull(4, { body: `This reverts commit ${shaOf(2).slice(0, 9)}.` }),
  ])
  assert.deepEqual(await revertedIn(), { 1: '#3', 2: '#4', 3: null, 4: null })
})

test('a later run finds what it reverts in what it did not read, and what that reverted', async () => {
  serve([
    createHistoryPull(1),
    createHistoryPull(2, { body: 'Reverts octo/app#1' }),
    createHistoryPull(3),
    createHistoryPull(4, { commits: [{ oid: shaOf(4), message: `This reverts commit ${shaOf(3000)}.` }] }),
    createHistoryPull(5, { body: 'Reverts octo/app#2' }),
  ])
  assert.deepEqual(await revertedIn({ since: toTime(4) }), { 1: null, 2: '#5', 3: '#4', 4: null, 5: null })
})

test('a later run keeps what is known, unless it is undone', async () => {
  const reverted = createHistoryPull(1, { updatedAt: toTime(90) })
  const knownReverts = new Map([
    ['github.com/99/1', '#2'],
    ['github.com/99/3', shaOf(77)],
  ])
  serve([
    reverted,
    createHistoryPull(2, { body: 'Reverts #1' }),
    createHistoryPull(3, { updatedAt: toTime(91) }),
  ])
  assert.deepEqual(await revertedIn({ since: toTime(80), knownReverts }), { 1: '#2', 3: shaOf(77) })
  serve([
    reverted,
    createHistoryPull(2, { body: 'Reverts #1' }),
    createHistoryPull(95, { body: 'Reverts #2' }),
  ])
  assert.deepEqual(await revertedIn({ since: toTime(80), knownReverts }), {
    1: null,
    2: '#95',
    3: shaOf(77),
    95: null,
  })
})

test('finds reverts that were pushed without a pull request', async () => {
  serve([createHistoryPull(1), createHistoryPull(2), createHistoryPull(3), createHistoryPull(4)])
  const direct = shaOf(70)
  history.server.repositories.get('octo/app')?.branch.push(
    { oid: direct, committedDate: toTime(70), message: `Revert "x"\n\nThis reverts commit ${shaOf(1000)}.` },
    {
      oid: shaOf(71),
      committedDate: toTime(71),
      message: `Revert "y"\n\nThis reverts commit ${shaOf(2000)}.`,
    },
    { oid: shaOf(72), committedDate: toTime(72), message: `Redo y\n\nThis reverts commit ${shaOf(71)}.` },
    // The squash of 4 says what its own commits do not.
    {
      oid: shaOf(4000),
      committedDate: toTime(4),
      message: `Undo (#4)\n\nThis reverts commit ${shaOf(3000)}.`,
    },
    ...Array.from({ length: 250 }, (_, index) => ({
      oid: shaOf(7000 + index),
      committedDate: toTime(0),
      message: 'Nothing',
    })),
  )
  assert.deepEqual(await revertedIn(), { 1: direct, 2: null, 3: '#4', 4: null })
})

test('a later run finds a revert that was pushed where no pull request was updated', async () => {
  serve([createHistoryPull(1)])
  history.server.repositories.get('octo/app')?.branch.push({
    oid: shaOf(70),
    committedDate: toTime(70),
    message: `Revert "x"\n\nThis reverts commit ${shaOf(1000)}.`,
  })
  assert.deepEqual(await revertedIn({ since: toTime(60) }), { 1: shaOf(70) })
})
