import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { createRandom } from '../../../eval/redaction/random.ts'
import { hashBands } from '../../../src/dataset/map/min-hash.ts'

const random = createRandom(3)
const createWords = (count: number) => Array.from({ length: count }, () => `w${random.int(0, 2999)}`)

describe('MinHash', () => {
  it('gives 14 whole numbers under 2^52, always the same', () => {
    const words = 'one two three four five six seven'.split(' ')
    const bands = hashBands(words)
    assert.equal(bands.length, 14)
    assert.ok(bands.every((hash) => Number.isInteger(hash) && hash >= 0 && hash < 2 ** 52))
    assert.deepEqual(hashBands(words), bands)
    // A change here would part a new version’s texts from the old one’s.
    assert.deepEqual(bands.slice(0, 2), [3173126065981605, 2808719871472416])
  })

  it('finds near texts and no others', () => {
    const shares = { near: 0, far: 0 }
    for (let round = 0; round < 200; round++) {
      const words = createWords(200)
      const near = words.with(100, 'other')
      if (isShared(words, near)) shares.near++
      if (isShared(words, createWords(200))) shares.far++
    }
    assert.ok(shares.near >= 195, `${shares.near} of 200 near texts`)
    assert.equal(shares.far, 0)
  })
})

function isShared(one: string[], other: string[]): boolean {
  const bands = hashBands(other)
  return hashBands(one).some((hash, band) => hash === bands[band])
}
