import assert from 'node:assert/strict'
import { test } from 'node:test'
import { cleanTime } from '../../../src/dataset/map/clean-time.ts'

test('times become UTC with at most microseconds', () => {
  for (const [text, expected] of [
    ['2026-11-26T10:00:00Z', '2026-11-26T10:00:00Z'],
    ['2026-11-26T10:00:00.123456Z', '2026-11-26T10:00:00.123456Z'],
    ['2026-11-26T10:00:00.123456789Z', '2026-11-26T10:00:00.123Z'],
    ['2026-11-26T10:00:00+01:00', '2026-11-26T09:00:00.000Z'],
    ['2024-02-29T00:00:00Z', '2024-02-29T00:00:00Z'],
    ['2025-02-29T00:00:00Z', null],
    ['2026-13-01T00:00:00Z', null],
    ['2026-11-26T24:00:00Z', null],
    ['2026-11-26T10:00:60Z', null],
    ['2026-11-26', null],
    ['2026-11-26T10:00:00', null],
    ['0000-01-01T00:00:00Z', null],
    ['0001-01-01T00:00:00+10:00', null],
    ['9999-12-31T23:59:59-10:00', null],
    ['0100-02-29T00:00:00Z', null],
    ['soon', null],
  ] as const)
    assert.equal(cleanTime(text), expected, text)
})
