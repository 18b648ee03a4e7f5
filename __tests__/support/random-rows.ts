// Values of any column type, with the texts, numbers and times on which engines differ.

import type { Column, ColumnType } from '../../src/dataset/tables/column.ts'
import type { RandomSource } from './random-source.ts'

export type Row = Record<string, unknown>

const texts: readonly [string, ...string[]] = [
  'plain words',
  'Plain words',
  '',
  ' ',
  'it’s, it\'s, "quoted", `ticked`',
  'back\\slash \\n \\u0041 \\',
  'line one\nline two\r\n\tindented',
  '$params %s {{labels}} $1 ; -- /* */',
  "'); DROP TABLE previous; --",
  'ﬀ ß İ ı Å Å',
  '\uFFFD sorts before \u{1F600} in bytes, after it in UTF-16',
  '\u{1F469}\u200D\u{1F4BB} \u202Eright to left',
  '\u0001\u001B[31m\u007F',
  'NULL',
  'NaN',
  '2026-01-01',
  'long '.repeat(2_000),
]

const times: readonly [string, ...string[]] = [
  '2026-03-29T01:30:00.000Z',
  '2026-10-25T00:59:59.999Z',
  '2024-02-29T23:59:59.123Z',
  '1969-12-31T23:59:59.500Z',
  '1582-10-10T00:00:00.000Z',
  '0001-01-01T00:00:00.000Z',
  '9999-12-31T23:59:59.999Z',
]

/** A value for `type`, null one time in eight. */
function randomValue(type: ColumnType, random: RandomSource): unknown {
  if (random.chance(0.125)) return null
  if (typeof type === 'object') {
    if ('struct' in type) return randomRow(type.struct, random)
    return Array.from({ length: random.below(4) }, () => randomValue(type.list, random))
  }
  switch (type) {
    case 'boolean':
      return random.chance(0.5)
    case 'int32':
      return random.pick([0, 1, -1, 2_147_483_647, -2_147_483_648, random.below(100)])
    case 'int64':
      return random.pick([0, 1, -1, 2_147_483_648, 9_007_199_254, random.below(100)])
    case 'double':
      return random.pick([0, 0.1, -2.5, 1e300, 1e-300, random.next()])
    case 'timestamp':
      return random.pick(times)
    case 'string':
      return random.pick(texts)
  }
}

export function randomRow(columns: readonly Column[], random: RandomSource): Row {
  return Object.fromEntries(columns.map(({ name, type }) => [name, randomValue(type, random)]))
}
