import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { createBuildWorld, documented } from '../../support/build-world.ts'

const token = `ghp_${'a1B2c3D4e5'.repeat(3)}f6G7h8`
const diff = `diff --git a/x b/x\n+const token = '${token}'\n`
const fetched = JSON.stringify({ record_id: 'github.com/42/1', repository: 'Octo/App', pr_number: 1, diff })

describe('diffs of merged pull requests', () => {
  it('are a table and a training view, redacted, and kept by the store', async (t) => {
    const world = createBuildWorld(t)
    await world.build([documented(1), documented(2)])
    assert.equal((await world.build([], { diffs: [fetched] })).version, '1.1.0')
    await world.build([documented(3)])
    const [row, ...others] = world.rows('diffs')
    assert.deepEqual(others, [])
    assert.equal(row?.record_id, 'github.com/42/1')
    assert.match(String(row?.diff), /\[REDACTED/)
    assert.doesNotMatch(JSON.stringify(world.rows('prompt_diff')), /ghp_/)
    const [{ prompt, completion } = {}] = world.rows('prompt_diff')
    assert.match(JSON.stringify(prompt), /Please write/)
    assert.deepEqual(completion, [{ role: 'assistant', content: row?.diff }])
  })

  it('are left out where authors are not named', async (t) => {
    const world = createBuildWorld(t)
    await world.build([documented(1)], { diffs: [fetched], authors: 'omit' })
    assert.deepEqual(world.rows('diffs'), [])
    await world.build([], { authors: 'login' })
    assert.equal(world.rows('diffs').length, 1)
  })
})
