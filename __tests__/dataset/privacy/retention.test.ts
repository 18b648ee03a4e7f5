import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { checkRetention } from '../../../src/dataset/privacy/retention.ts'
import { createExampleRecord } from '../map/example-record.ts'

const example = createExampleRecord()
const asOf = '2026-02-01T00:00:00Z'
const forEver = { keepDays: null, toolAgeDays: null, asOf }

describe('retention', () => {
  it('counts from when a pull request was closed', () => {
    assert.equal(checkRetention(example, { ...forEver, keepDays: 28 }), 'retention')
    assert.equal(checkRetention(example, { ...forEver, keepDays: 29 }), null)
  })

  it('counts from when it was opened, or recorded, when nothing else is known', () => {
    const open = { ...example, source: { ...example.source, closed_at: null } }
    assert.equal(checkRetention(open, { ...forEver, keepDays: 29 }), 'retention')
    const timeless = { ...open, source: { ...open.source, created_at: null } }
    assert.equal(checkRetention(timeless, { ...forEver, keepDays: 29 }), null)
    assert.equal(checkRetention(timeless, { ...forEver, keepDays: 27 }), 'retention')
  })

  it('asks for the age of tools only where there are any', () => {
    assert.equal(checkRetention(example, { ...forEver, toolAgeDays: 29 }), 'tool_age')
    assert.equal(checkRetention({ ...example, tools: [] }, { ...forEver, toolAgeDays: 29 }), null)
    assert.equal(checkRetention(example, forEver), null)
  })
})
