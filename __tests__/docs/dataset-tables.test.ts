import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createDatasetTables } from '../../scripts/docs/dataset-tables.ts'
import { publishedTables } from '../../src/dataset/tables/published.ts'

const tables = createDatasetTables()

test('there is a table for every table and view but `records`, and two overviews', () => {
  const names = publishedTables.map(({ name }) => name).filter((name) => name !== 'records')
  assert.deepEqual(
    [...tables.keys()],
    ['dataset-tables', 'dataset-views', ...names.map((name) => `dataset-${name}`)],
  )
})

test('a column has its type, the record fields it is made of, and how', () => {
  const line = tables.get('dataset-preference_openai')?.match(/^\| `input` .*$/m)?.[0] ?? ''
  assert.deepEqual(
    line.split(' | ').map((cell) => cell.replace(/^\| | +\|$/g, '').trim()),
    [
      '`input`',
      '`struct<messages: list<struct<role: string, content: string>>, tools: list<string>, parallel_tool_calls: boolean>`',
      '`corrections[].prompt_seq`, `prompts[].text`',
      'The prompt as one message of the user, without tools. Written as `{messages: [{role: user, content: prompt_text}], tools: [], parallel_tool_calls: true}`.',
    ],
  )
})
