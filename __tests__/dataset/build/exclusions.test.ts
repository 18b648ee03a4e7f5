import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { createBuildWorld, documented, recordOf } from '../../support/build-world.ts'

describe('what is left out of a dataset', () => {
  it('is a duplicate, exact or near, but for one', async (t) => {
    const world = createBuildWorld(t)
    const body = String(documented(1).body)
    const near = body.replace('w1x20', 'another')
    const { facts } = await world.build([
      documented(1),
      documented(2, { body }),
      documented(3, { body: near }),
      documented(4),
    ])
    assert.equal(world.rows('records').length, 2)
    assert.equal(
      facts.excluded.reduce((sum, { count }) => sum + count, 0),
      2,
    )
    assert.equal(facts.unsettled, 0)
  })

  it('is never a short text for being like another', async (t) => {
    const world = createBuildWorld(t)
    await world.build([1, 2, 3].map((number) => documented(number, { body: '' })))
    assert.equal(world.rows('records').length, 3)
  })

  it('is a newcomer that is nearly a row of another split', async (t) => {
    const world = createBuildWorld(t)
    const all = Array.from({ length: 60 }, (_, index) => documented(index + 1))
    await world.build(all)
    const before = world.rows('records').length
    const copies = all.map((line, index) => ({
      ...line,
      number: 100 + index,
      repository: 'octo/copy',
      repository_id: 43,
    }))
    const { facts, version } = await world.build(copies)
    assert.equal(version, '1.0.1')
    assert.equal(world.rows('records').length, before)
    const reasons = Object.fromEntries(facts.excluded.map(({ reason, count }) => [reason, count]))
    assert.equal((reasons.exact_duplicate ?? 0) + (reasons.duplicate_of_other_split ?? 0), 60)
    assert.ok((reasons.duplicate_of_other_split ?? 0) > 0)
  })

  it('is a private repository among public ones, until it may', async (t) => {
    const world = createBuildWorld(t)
    const lines = [
      documented(1),
      documented(2, { repository: 'octo/secret', repository_id: 7, visibility: 'private' }),
    ]
    const { facts, report } = await world.build(lines)
    assert.deepEqual(facts.excluded, [{ reason: 'private_repository', count: 1 }])
    assert.doesNotMatch(JSON.stringify(report), /secret/)
    await world.build([], { allowPrivate: true })
    assert.equal(world.rows('records').length, 2)
  })

  it('is nothing of a team whose repositories are all private', async (t) => {
    const world = createBuildWorld(t)
    await world.build([documented(1, { visibility: 'private' }), documented(2, { visibility: 'internal' })])
    assert.equal(world.rows('records').length, 2)
  })

  it('is everything without consent, licence and a public repository, for the public', async (t) => {
    const world = createBuildWorld(t)
    const without = (number: number) => String(documented(number).body).replace('Training consent: yes\n', '')
    const { facts } = await world.build(
      [
        documented(1),
        documented(2, { body: without(2) }),
        documented(3, { body: `${without(3)}Training consent: no\n` }),
        documented(4, { license: null }),
        documented(5, { visibility: null }),
      ],
      { audience: 'public' },
    )
    assert.deepEqual(facts.excluded, [
      { reason: 'consent_refused', count: 1 },
      { reason: 'consent_unset', count: 1 },
      { reason: 'no_license', count: 1 },
      { reason: 'not_public', count: 1 },
    ])
    const [row] = world.rows('records')
    assert.equal((Object(row?.source) as Record<string, unknown>).author, null)
  })

  it('is everything without consent, from training views', async (t) => {
    const world = createBuildWorld(t)
    await world.build([
      documented(1),
      documented(2, { body: String(documented(2).body).replace('consent: yes', 'consent: no') }),
    ])
    assert.equal(world.rows('failures').length, 2)
    assert.deepEqual(
      world.rows('failure_resolution').map(({ record_id, completion }) => [record_id, completion]),
      [['github.com/42/1', 'told it to read the module first 1']],
    )
  })

  it('is who opted out, what is old, and what was erased', async (t) => {
    const world = createBuildWorld(t)
    await world.build([
      documented(1),
      documented(2),
      documented(3, { created_at: '2020-01-01T00:00:00Z', merged_at: '2020-01-02T00:00:00Z' }),
      documented(4),
    ])
    const { facts, version } = await world.build([], {
      optOut: { name: 'opt-out', text: 'author:author-1\n' },
      keepDays: 365,
    })
    assert.equal(version, '2.0.0')
    assert.deepEqual(facts.excluded, [
      { reason: 'opt_out', count: 1 },
      { reason: 'retention', count: 1 },
    ])
    assert.equal(world.rows('records').length, 2)
  })

  it('is an author who is to be a pseudonym, here and in every later version', async (t) => {
    const world = createBuildWorld(t)
    const pseudonymKey = 'a key of some length'
    await world.build([documented(1), documented(2)], { authors: 'pseudonym', pseudonymKey })
    await world.build([documented(3)], { pseudonymKey })
    const text = JSON.stringify(
      ['records', 'prompts', 'failures', 'failure_resolution'].map((table) => world.rows(table)),
    )
    assert.doesNotMatch(text, /author-\d\b|pull\/\d|github\.com\/42/)
    assert.match(text, /author-[0-9a-f]{16}/)
    await assert.rejects(world.build([documented(4)]), /AI_WORKLOG_PSEUDONYM_KEY/)
  })

  it('is what is no record, which is named', async (t) => {
    const world = createBuildWorld(t)
    const { prepared } = await world.build([
      documented(1),
      { schema_version: '9.0' },
      { ...recordOf(documented(2)), prompts: 'none' },
      { neither: true },
    ])
    assert.equal(prepared.mapped.problems.length, 3)
    for (const { place } of prepared.mapped.problems) assert.match(place, /^lines:[234]$/)
    assert.equal(world.rows('records').length, 1)
  })

  it('is every record of a pull request whose author opted out, also those that do not name the author', async (t) => {
    const world = createBuildWorld(t)
    const { facts } = await world.build(
      [documented(1), { ...documented(1), author: null, title: 'Without a name' }, documented(2)],
      { optOut: { name: 'opt-out', text: 'author:author-1\n' } },
    )
    assert.deepEqual(facts.excluded, [{ reason: 'opt_out', count: 2 }])
    assert.equal(world.rows('records').length, 1)
  })
})
