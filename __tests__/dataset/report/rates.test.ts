// How counts become words.

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import {
  formatCount,
  formatNumberOf,
  formatRate,
  formatShare,
  wilsonInterval,
} from '../../../src/dataset/report/rates.ts'

const rounded = ([low, high]: [number, number]) => [low.toFixed(4), high.toFixed(4)]

describe('wilsonInterval', () => {
  it('is the one of the textbooks', () => {
    // As statsmodels' proportion_confint(…, method='wilson') says.
    assert.deepEqual(rounded(wilsonInterval(5, 10)), ['0.2366', '0.7634'])
    assert.deepEqual(rounded(wilsonInterval(0, 10)), ['0.0000', '0.2775'])
    assert.deepEqual(rounded(wilsonInterval(10, 10)), ['0.7225', '1.0000'])
    assert.deepEqual(rounded(wilsonInterval(812, 1000)), ['0.7866', '0.8350'])
  })
})

describe('a rate', () => {
  it('has no percentage below ten', () => {
    assert.equal(formatRate(0, 0), '–')
    assert.equal(formatRate(9, 9), '9 of 9')
    assert.equal(formatRate(5, 10), '50 % of 10 (23–77 %)')
  })

  it('never says all or nothing when it is not', () => {
    assert.equal(formatRate(1, 1000), '<1 % of 1,000 (0–1 %)')
    assert.equal(formatRate(999, 1000), '>99 % of 1,000 (99–100 %)')
    assert.equal(formatRate(1000, 1000), '100 % of 1,000 (99–100 %)')
  })
})

describe('a share', () => {
  it('has its number beside it', () => {
    assert.equal(formatShare(1210, 3416), '1,210 (35 %)')
    assert.equal(formatShare(1, 3416), '1 (<1 %)')
    assert.equal(formatShare(5, 6), '5 of 6')
    assert.equal(formatShare(0, 0), '0 of 0')
  })
})

describe('a count', () => {
  it('has its thousands apart and its noun in the plural', () => {
    assert.deepEqual([0, 999, 1000, 1234567].map(formatCount), ['0', '999', '1,000', '1,234,567'])
    assert.deepEqual(
      [0, 1, 2].map((count) => formatNumberOf(count, 'tool')),
      ['0 tools', '1 tool', '2 tools'],
    )
  })
})
