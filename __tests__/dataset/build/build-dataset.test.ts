import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { asOf, createBuildWorld, documented, recordOf } from '../../support/build-world.ts'

describe('a build', () => {
  it('makes a version of what it is given, and none when nothing is new', async (t) => {
    const world = createBuildWorld(t)
    const first = await world.build([documented(1), documented(2)])
    assert.equal(first.version, '1.0.0')
    assert.equal(world.rows('records').length, 2)
    const again = await world.build([documented(1), documented(2)])
    assert.deepEqual([again.version, again.isNew], ['1.0.0', false])
    // A pull request that is read again says the same, at another time.
    const later = await world.build([documented(1)], { asOf: '2026-11-27T00:00:00.000Z' })
    assert.deepEqual([later.version, later.isNew], ['1.0.0', false])
    const none = await world.build([])
    assert.deepEqual([none.version, none.isNew], ['1.0.0', false])
  })

  it('keeps what it had, adds as a minor version and replaces as a major one', async (t) => {
    const world = createBuildWorld(t)
    await world.build([documented(1), documented(2)])
    const added = await world.build([documented(3)])
    assert.equal(added.version, '1.1.0')
    assert.deepEqual(idsOf(world.rows('records')), ['github.com/42/1', 'github.com/42/2', 'github.com/42/3'])
    const changed = await world.build([documented(3, { title: 'Another title' })], {
      asOf: '2026-11-27T00:00:00.000Z',
    })
    assert.equal(changed.version, '2.0.0')
    assert.deepEqual(changed.description?.changes, { added: 0, changed: 1, removed: 0, redacted: 0 })
  })

  it('gives the same bytes for the same inputs', async (t) => {
    const sums = []
    for (const threads of [1, 2]) {
      const world = createBuildWorld(t)
      await world.build([documented(1), documented(2)], { threads })
      await world.build([documented(3), documented(4)], { threads })
      sums.push(sumFolder(join(world.folder, 'store', '1.1.0')))
    }
    assert.deepEqual(sums[0], sums[1])
  })

  it('never moves a row to another split', async (t) => {
    const world = createBuildWorld(t)
    let before = new Map<unknown, unknown>()
    for (let first = 1; first <= 60; first += 20) {
      const lines = Array.from({ length: 20 }, (_, index) => documented(first + index))
      // More repositories than are split by pull request.
      const others = Array.from({ length: 10 }, (_, index) =>
        documented(1000 + first + index, {
          repository: `octo/r${first + index}`,
          repository_id: 100 + first + index,
        }),
      )
      await world.build([...lines, ...others])
      const now = new Map(world.rows('records').map(({ record_id, split }) => [record_id, split]))
      for (const [id, split] of before) assert.equal(now.get(id), split)
      assert.ok(now.size > before.size)
      before = now
    }
    assert.deepEqual([...new Set(before.values())].sort(), ['test', 'train', 'validation'])
  })

  it('keeps a row where it is when its repository gets an id', async (t) => {
    const world = createBuildWorld(t)
    const lines = Array.from({ length: 30 }, (_, index) => documented(index + 1, { repository_id: null }))
    await world.build(lines)
    const before = world.rows('records').map(({ split }) => split)
    await world.build(
      Array.from({ length: 30 }, (_, index) => documented(index + 1)),
      { asOf: '2026-11-27T00:00:00.000Z' },
    )
    assert.equal(world.rows('records').length, 30)
    const byNumber = (row: Record<string, unknown>) => Number(String(row.record_id).split('/').at(-1))
    const sorted = world.rows('records').sort((a, b) => byNumber(a) - byNumber(b))
    assert.deepEqual(sorted.map(({ split }) => split).sort(), before.sort())
  })

  it('keeps a repository in one split when it gets an id', async (t) => {
    const world = createBuildWorld(t)
    const pullRequests = (number: number, id: (index: number) => number | null) =>
      Array.from({ length: 25 }, (_, index) =>
        documented(100 * index + number, { repository: `octo/r${index}`, repository_id: id(index) }),
      )
    await world.build(pullRequests(1, () => null))
    await world.build(pullRequests(2, (index) => 500 + index))
    const splits = Map.groupBy(world.rows('records'), ({ source }) => Object(source).repository)
    assert.equal(splits.size, 25)
    for (const [repository, rows] of splits) {
      assert.deepEqual([rows.length, new Set(rows.map(({ split }) => split)).size], [2, 1], repository)
    }
  })

  it('splits by pull request where few repositories may be handed on', async (t) => {
    const world = createBuildWorld(t)
    const others = Array.from({ length: 25 }, (_, index) =>
      documented(1000 + index, {
        repository: `octo/r${index}`,
        repository_id: 500 + index,
        visibility: 'private',
      }),
    )
    const { description } = await world.build([documented(1), documented(2), ...others])
    assert.equal(description?.splitBy, 'pull_request')
  })

  it('takes the word of the base repository before any other', async (t) => {
    const world = createBuildWorld(t)
    const base = { ...recordOf(documented(1)), ai_use: 'used' }
    await world.build([base], { trust: 'base' })
    const forged = { ...recordOf(documented(1, { title: 'Forged' }), '2026-12-01T00:00:00Z') }
    const { version } = await world.build([forged], { trust: 'fork' })
    assert.equal(version, '1.0.0')
    const [row] = world.rows('records')
    assert.equal((Object(row?.source) as Record<string, unknown>).title, 'Change 1')
  })

  it('lets no run of a fork give consent', async (t) => {
    const world = createBuildWorld(t)
    await world.build([recordOf(documented(1))], { trust: 'fork' })
    assert.deepEqual(world.rows('failure_resolution'), [])
    assert.equal(Object(world.rows('records')[0]?.consent).training, 'unset')
  })

  it('refreshes what became of a pull request', async (t) => {
    const world = createBuildWorld(t)
    await world.build([documented(1, { state: 'open', merged_at: null })])
    const update = {
      recordId: 'github.com/42/1',
      state: 'closed',
      merged: false,
      closedAt: '2026-11-01T00:00:00Z',
      mergedAt: null,
      mergeSha: null,
      revertedBy: null,
      checks: 'FAILURE',
      reviewDecision: 'CHANGES_REQUESTED',
    } as const
    const { version } = await world.build([], { outcomes: [update] })
    assert.equal(version, '2.0.0')
    const [row] = world.rows('records')
    assert.deepEqual(row?.outcome, {
      merged: false,
      closed_at: '2026-11-01T00:00:00.000Z',
      reverted_by: null,
      checks: 'FAILURE',
      review_decision: 'CHANGES_REQUESTED',
    })
    assert.equal(world.rows('prompt_outcome')[0]?.label, false)
  })

  it('stops where it is told to and leaves the last version', async (t) => {
    const world = createBuildWorld(t)
    await world.build([documented(1)])
    await assert.rejects(world.build([documented(2)], { signal: AbortSignal.abort() }), {
      name: 'AbortError',
    })
    assert.equal(world.rows('records').length, 1)
  })

  it('gives what names no pull request an id of its content, version after version', async (t) => {
    const world = createBuildWorld(t)
    const nameless = [1, 2].map((number) => ({ body: documented(number).body }))
    await world.build(nameless)
    const ids = idsOf(world.rows('records'))
    assert.equal(new Set(ids).size, 2)
    for (const id of ids) assert.match(String(id), /^file\/[0-9a-f]{64}$/)
    assert.deepEqual(idsOf(world.rows('prompts')), ids)
    await world.build([...nameless, documented(3)], { asOf: '2026-11-27T00:00:00.000Z' })
    assert.deepEqual(idsOf(world.rows('records')).slice(0, 2), ids)
    assert.equal(world.rows('records').length, 3)
  })

  it('writes times as ISO 8601 in JSONL', async (t) => {
    const world = createBuildWorld(t)
    await world.build([documented(1)])
    const [row] = world.rows('records')
    assert.equal(row?.generated_at, asOf)
    assert.equal((Object(row?.source) as Record<string, unknown>).created_at, '2026-10-01T00:00:00.000Z')
  })
})

const idsOf = (rows: readonly Record<string, unknown>[]) => rows.map(({ record_id }) => record_id).sort()

function sumFolder(folder: string): [string, string][] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry): [string, string] => {
      const path = join(entry.parentPath, entry.name)
      return [path.slice(folder.length), createHash('sha256').update(readFileSync(path)).digest('hex')]
    })
    .sort()
}
