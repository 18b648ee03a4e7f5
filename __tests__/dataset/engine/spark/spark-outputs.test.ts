import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { publishedOutput, stepOutput } from '../../../../src/dataset/engine/spark/spark-outputs.ts'
import type { ColumnType } from '../../../../src/dataset/tables/column.ts'
import { publishedTables } from '../../../../src/dataset/tables/published.ts'
import type { PublishedTable, Wrap } from '../../../../src/dataset/tables/published-table.ts'

const column = (name: string, type: ColumnType, wrap?: Wrap) => ({
  name,
  type,
  description: '',
  from: [],
  ...(wrap ? { wrap } : {}),
})
const messages: ColumnType = { list: { struct: [column('role', 'string'), column('content', 'string')] } }
const table = (columns: PublishedTable['columns']): PublishedTable => ({
  name: 'example',
  kind: 'view',
  description: '',
  key: ['record_id', 'seq'],
  selected: [],
  columns,
})

describe('publishedOutput', () => {
  it('makes nested columns of flat ones, split by split in the order of the key', () => {
    const user: Wrap = { messages: [{ role: 'user', text: 'prompt_text' }] }
    const output = publishedOutput(
      table([
        column('record_id', 'string'),
        column('from', 'string', { column: 'origin' }),
        column('messages', messages, user),
        column(
          'input',
          { struct: [column('messages', messages), column('parallel', 'boolean')] },
          {
            struct: [
              { name: 'messages', wrap: user },
              { name: 'parallel', wrap: { constant: true } },
            ],
          },
        ),
        column('note', 'string', { constant: "it’s 'so'" }),
        column('tools', { list: 'string' }, { emptyList: true }),
      ]),
    )
    const message = "array(named_struct('role', 'user', 'content', `prompt_text`))"
    assert.deepEqual(output, {
      folder: 'data/example',
      step: 'example',
      select: [
        '`record_id` AS `record_id`',
        '`origin` AS `from`',
        `${message} AS \`messages\``,
        `named_struct('messages', ${message}, 'parallel', CAST(true AS BOOLEAN)) AS \`input\``,
        "CAST('it’s ''so''' AS STRING) AS `note`",
        'CAST(array() AS ARRAY<STRING>) AS `tools`',
      ],
      split: 'split',
      orderBy: ['record_id', 'seq'],
    })
  })

  it('refuses a backslash, which the engines read differently', () => {
    assert.throws(
      () => publishedOutput(table([column('a', 'string', { constant: 'a\\' })])),
      /Spark takes no backslash/,
    )
  })

  it('knows how to make every published column', () => {
    for (const known of publishedTables) {
      const { select, orderBy } = publishedOutput(known)
      assert.equal(select.length, known.columns.length)
      const names = new Set(known.columns.map(({ name }) => name))
      for (const key of orderBy)
        assert.ok(names.has(key), `${known.name} is ordered by ${key}, which is written`)
    }
  })
})

describe('stepOutput', () => {
  it('takes the rows as they are', () => {
    assert.deepEqual(stepOutput('stored'), {
      folder: 'stored',
      step: 'stored',
      select: ['*'],
      split: null,
      orderBy: [],
    })
  })
})
