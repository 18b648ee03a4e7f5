import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { sparkSchema } from '../../../../src/dataset/engine/spark/prelude.ts'
import type { ColumnType } from '../../../../src/dataset/tables/column.ts'

const column = (name: string, type: ColumnType) => ({ name, type, description: '' })

describe('sparkSchema', () => {
  it('names every type as Spark does', () => {
    const schema = sparkSchema([
      column('a', 'int32'),
      column('b', 'int64'),
      column('c', 'double'),
      column('d', 'boolean'),
      column('e', 'string'),
      column('f', 'timestamp'),
      column('g', { list: { struct: [column('order', 'int64'), column('at', { list: 'string' })] } }),
    ])
    assert.equal(
      schema,
      '`a` INT, `b` BIGINT, `c` DOUBLE, `d` BOOLEAN, `e` STRING, `f` TIMESTAMP_LTZ, `g` ARRAY<STRUCT<`order`: BIGINT, `at`: ARRAY<STRING>>>',
    )
  })

  it('quotes a name whatever it holds', () => {
    assert.equal(sparkSchema([column('a`b c', 'int32')]), '`a``b c` INT')
  })
})
