import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { createBuildWorld, documented } from '../../support/build-world.ts'

const later = '2026-12-24T00:00:00.000Z'

describe('a build that finds nothing new', () => {
  it('makes no version of the same pull requests on another day', async (t) => {
    const world = createBuildWorld(t)
    await world.build([documented(1), documented(2)])
    const again = await world.build([documented(1), documented(2)], { asOf: later })
    assert.deepEqual([again.version, again.isNew], ['1.0.0', false])
  })

  it('makes none when the history of a known repository was read once more', async (t) => {
    const world = createBuildWorld(t)
    await world.build([documented(1)], { through: [{ repositoryId: 42, time: '2026-11-26T00:00:00Z' }] })
    const again = await world.build([], { asOf: later, through: [{ repositoryId: 42, time: later }] })
    assert.deepEqual([again.version, again.isNew], ['1.0.0', false])
    const other = await world.build([], { asOf: later, through: [{ repositoryId: 43, time: later }] })
    assert.deepEqual([other.version, other.isNew], ['1.0.1', true])
  })

  it('makes one when a consent is another', async (t) => {
    const world = createBuildWorld(t)
    await world.build([documented(1)])
    const body = String(documented(1).body).replace('consent: yes', 'consent: no')
    const changed = await world.build([documented(1, { body })], { asOf: later })
    assert.equal(changed.version, '2.0.0')
  })
})
