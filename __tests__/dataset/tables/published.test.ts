import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Column, ColumnType } from '../../../src/dataset/tables/column.ts'
import { describeType, publishedTables } from '../../../src/dataset/tables/published.ts'
import type { Wrap } from '../../../src/dataset/tables/published-table.ts'
import { recordColumns } from '../../../src/dataset/tables/record-columns.ts'
import { trainingViews } from '../../../src/dataset/tables/training-views.ts'

test('tables come first, views after, each name once', () => {
  assert.deepEqual(
    publishedTables.map(({ name }) => name),
    [
      'records',
      'prompts',
      'tools',
      'failures',
      'corrections',
      'findings',
      'diffs',
      'failure_resolution',
      'correction_reason',
      'prompt_outcome',
      'sft',
      'prompt_completion',
      'preference',
      'preference_openai',
      'unpaired_preference',
      'prompt_diff',
    ],
  )
})

for (const table of publishedTables) {
  test(`\`${table.name}\` is told whole`, () => {
    const names = table.columns.map(({ name }) => name)
    assert.equal(new Set(names).size, names.length)
    for (const key of table.key) assert.ok(names.includes(key), key)
    for (const column of table.columns) {
      assert.match(column.name, /^[a-z][a-z_]*$/)
      assert.notEqual(column.description, '', column.name)
      for (const path of column.from) assert.ok(hasField(path), `${column.name} is from ${path}`)
    }
    // Nothing is selected in vain, and nothing is written that is not selected.
    const selected = table.selected.map(({ name }) => name)
    assert.deepEqual([...new Set(table.columns.flatMap(usedColumns))].sort(), [...selected].sort())
    if (table.name !== 'records') {
      for (const { name, type } of table.selected) assert.equal(typeof type, 'string', name)
    }
  })
}

test('a wrapped column has the type that its wrap gives', () => {
  for (const { columns, selected } of trainingViews) {
    for (const { name, type, wrap } of columns) {
      if (wrap !== undefined) assert.equal(describeType(type), typeOf(wrap, selected), name)
    }
  }
})

test('chat views have exactly the keys that TRL or OpenAI asks for', () => {
  const keys = ['messages', 'prompt', 'completion', 'chosen', 'rejected', 'label']
  const found = trainingViews
    .filter(({ chat }) => chat !== null)
    .map(({ name, columns }) => [
      name,
      columns
        .map((column) => column.name)
        .filter((column) => keys.includes(column))
        .sort(),
    ])
  assert.deepEqual(Object.fromEntries(found), {
    sft: ['messages'],
    prompt_completion: ['completion', 'prompt'],
    preference: ['chosen', 'prompt', 'rejected'],
    preference_openai: [],
    unpaired_preference: ['completion', 'label', 'prompt'],
    prompt_diff: ['completion', 'prompt'],
  })
})

function usedColumns({ name, wrap }: { name: string; wrap?: Wrap }): string[] {
  if (wrap === undefined) return [name]
  if ('column' in wrap) return [wrap.column]
  if ('messages' in wrap) return wrap.messages.map(({ text }) => text)
  if ('struct' in wrap) return wrap.struct.flatMap((field) => usedColumns({ name: '', wrap: field.wrap }))
  return []
}

function typeOf(wrap: Wrap, selected: readonly Column[]): string {
  if ('messages' in wrap) return 'list<struct<role: string, content: string>>'
  if ('struct' in wrap)
    return `struct<${wrap.struct.map((field) => `${field.name}: ${typeOf(field.wrap, selected)}`).join(', ')}>`
  if ('constant' in wrap) return typeof wrap.constant
  if ('emptyList' in wrap) return 'list<string>'
  return describeType(selected.find(({ name }) => name === wrap.column)?.type ?? 'double')
}

/** Whether the record has `path`, such as `prompts[].text`. */
function hasField(path: string): boolean {
  let columns: readonly Column[] = recordColumns
  for (const part of path.split('.')) {
    const column = columns.find(({ name }) => name === part.replace('[]', ''))
    if (column === undefined || part.endsWith('[]') !== isList(column.type)) return path === column?.name
    columns = fieldsOf(column.type)
  }
  return true
}

const isList = (type: ColumnType) => typeof type !== 'string' && 'list' in type

function fieldsOf(type: ColumnType): readonly Column[] {
  if (typeof type === 'string') return []
  return 'struct' in type ? type.struct : fieldsOf(type.list)
}
