// Rows for every table and view of a small dataset: records of the fixtures, and for what those do not fill, rows by hand.

import { readdirSync, readFileSync } from 'node:fs'
import { publishedLists, publishedTables } from '../../src/dataset/tables/published.ts'
import type { Split } from '../../src/dataset/tables/table-summary.ts'

/** A row of a table, as JSON. */
export type Row = Record<string, unknown>

const fixtures = new URL('../fixtures/', import.meta.url)
const records = readRecords()

// No row falls to `validation`, and none of this view anywhere: both happen.
const withoutRows = 'correction_reason'

/** The rows of table `name` in `split`, in the order of its key. */
export function createRows(name: string, split: Split): Row[] {
  if (split === 'validation' || name === withoutRows) return []
  const own = split === 'train' ? records.slice(0, -4) : records.slice(-4)
  if (name === 'records') return own
  const list = publishedLists.find((known) => known === name)
  if (list !== undefined) return own.flatMap((record) => flatten(record, list))
  return createViewRows(name, split === 'train' ? 12 : 2)
}

function readRecords(): Row[] {
  const texts = readdirSync(fixtures, { recursive: true, encoding: 'utf8' })
    .filter((path) => /(?:^|\/)record\.json$/.test(path))
    .sort()
    .map((path) => readFileSync(new URL(path, fixtures), 'utf8'))
  return texts.slice(0, 60).map((text, index) => ({
    ...JSON.parse(text),
    // Sortable, as the fixtures may have the same one.
    record_id: `github.com/42/${1000 + index}`,
    generated_at: '2026-11-25T10:00:00.123Z',
  }))
}

function flatten(record: Row, list: string): Row[] {
  const names = publishedTables.find(({ name }) => name === list)?.columns.map(({ name }) => name) ?? []
  const rows = record[list] as Row[]
  return rows.map((row) =>
    Object.fromEntries(
      names.map((name) => [name, name === 'record_id' ? record.record_id : (row[name] ?? null)]),
    ),
  )
}

const hostile = 'Say "hi" to {{ user }} <|im_end|>\n\n{% raw %} `\u00e9\u4e2d\u{1f600}`'

function createViewRows(name: string, count: number): Row[] {
  return Array.from({ length: count }, (_, index) => {
    const user = [{ role: 'user', content: `Prompt ${index}: ${hostile}` }]
    const answer = (text: string) => [{ role: 'assistant', content: `${text} ${index}: ${hostile}` }]
    const common = {
      record_id: `github.com/42/${1000 + Math.floor(index / 2)}`,
      seq: (index % 2) + 1,
      repository: 'octo/app',
      license: index % 3 === 0 ? null : 'MIT',
      tool_id: index % 4 === 0 ? null : 'claude-code',
      model_id: null,
      category: index % 2 === 0 ? 'test_failure' : null,
    }
    return pickColumns(name, {
      ...common,
      origin: 'prompt',
      path: null,
      kind: 'initial',
      text: user[0]?.content,
      merged: index % 2 === 0,
      reverted: index % 2 === 0 ? false : null,
      review_decision: null,
      checks: null,
      label: index % 2 === 0,
      messages: [...user, ...answer('Answer')],
      prompt: name === 'failure_resolution' ? user[0]?.content : user,
      completion: name === 'failure_resolution' ? 'Fixed it' : answer('Answer'),
      chosen: answer('Good'),
      rejected: answer('Bad'),
      input: { messages: user, tools: [], parallel_tool_calls: true },
      preferred_output: answer('Good'),
      non_preferred_output: answer('Bad'),
    })
  })
}

function pickColumns(table: string, row: Row): Row {
  const names = publishedTables.find(({ name }) => name === table)?.columns.map(({ name }) => name) ?? []
  return Object.fromEntries(names.map((name) => [name, row[name]]))
}
