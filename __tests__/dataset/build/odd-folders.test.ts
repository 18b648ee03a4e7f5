import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { createBuildWorld, documented } from '../../support/build-world.ts'

describe('folders with odd names', () => {
  for (const name of ['a[b]', 'what?', 'all*', "it's", 'split=train', 'white space']) {
    it(`are taken word for word: ${name}`, async (t) => {
      const world = createBuildWorld(t, name)
      await world.build([documented(1)])
      const { version } = await world.build([documented(2)])
      assert.equal(version, '1.1.0')
      assert.equal(world.rows('records').length, 2)
    })
  }
})
