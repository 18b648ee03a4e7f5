import assert from 'node:assert/strict'
import { test } from 'node:test'
import { renderCard } from '../../../src/dataset/publish/card/render-card.ts'
import type { DatasetDescription } from '../../../src/dataset/publish/dataset-description.ts'
import { assertInertMarkdown } from '../../support/assert-inert.ts'
import { createDescription, createSummaries } from '../../support/dataset-description.ts'

/** The card without its front matter. */
function read(change: Partial<DatasetDescription> = {}): string {
  const card = renderCard(createDescription(change))
  return card.slice(card.indexOf('\n---\n', 4) + 5)
}

/** The text under a heading. */
function section(title: string, change: Partial<DatasetDescription> = {}): string {
  const [, rest = ''] = read(change).split(`\n## ${title}\n`)
  return rest.split(/\n## /)[0] ?? ''
}

test('the headings', () => {
  assert.deepEqual(read().match(/^##? .*$/gm), [
    '# AI worklog',
    '## How it was collected',
    '## Tables and training views',
    '## Splits',
    '## Licence',
    '## Consent',
    '## Redaction',
    '## Duplicates and what was left out',
    '## Biases and limits',
    '## Personal data, and how to be taken out',
    '## Decontamination',
    '## Citation',
  ])
})

test('every column of every table is told', () => {
  const { tables } = createDescription()
  const text = section('Tables and training views')
  for (const { name, columns } of tables) {
    const [, rest = ''] = text.split(`\n### \`${name}\`\n`)
    const told = (rest.split('\n### ')[0] ?? '').match(/^\| `[a-z_]+`/gm)
    assert.deepEqual(
      told,
      columns.map((column) => `| \`${column.name}\``),
      name,
    )
  }
})

test('the opening shows a view, else another table, else the records', () => {
  const only = (...names: string[]) =>
    read({ tables: createSummaries({ train: 1 }).filter(({ name }) => names.includes(name)) })
  const shown = (card: string) => card.match(/load_dataset\(.*\)/g)
  const records = 'load_dataset("path/to/this/folder")'
  assert.deepEqual(shown(only('records')), [records])
  assert.deepEqual(shown(only('records', 'tools')), [records, 'load_dataset("path/to/this/folder", "tools")'])
  assert.deepEqual(shown(only('records', 'tools', 'sft')), [
    records,
    'load_dataset("path/to/this/folder", "sft")',
  ])
  assert.equal(shown(only()), null)
})

test('records that were split one by one before are told of', () => {
  const told = /Records that were split one by one/
  assert.match(section('Splits', { splitBy: 'repository', previousVersion: '1.0.0' }), told)
  assert.doesNotMatch(section('Splits', { splitBy: 'repository', previousVersion: null }), told)
})

test('tables without rows are named, and splits have their real shares', () => {
  const tables = createSummaries({ train: 1416, validation: 84 }).map((table) =>
    table.name === 'preference' ? { ...table, splits: [] } : table,
  )
  assert.match(
    section('Tables and training views', { tables }),
    /These have no rows in this version, and so neither files nor a configuration: `preference`\./,
  )
  const text = section('Splits', { tables, splitBy: 'repository' })
  assert.match(text, /^Whole repositories are split/m)
  assert.match(
    text,
    /94\.4 % `train` \(90 % aimed at\), 5\.6 % `validation` \(5 % aimed at\), 0 % `test` \(5 % aimed at\)\./,
  )
  assert.match(text, /^\| `records` +\| 1,416 +\| 84 +\| 0 +\| 1,500 +\|$/m)
  assert.match(text, /^\| `preference` +\| 0 +\| 0 +\| 0 +\| 0 +\|$/m)
  assert.match(text, /No record has fallen to `test` yet\./)
})

test('exclusions have their counts and meaning', () => {
  const excluded = [
    { reason: 'near_duplicate', count: 1234567 },
    { reason: 'made_up', count: 1 },
    { reason: 'opt_out', count: 0 },
  ]
  const rows = section('Duplicates and what was left out', { excluded }).match(/^\| `.*$/gm)
  assert.deepEqual(
    rows?.map((row) => row.split('|').map((cell) => cell.trim())),
    [
      ['', '`near_duplicate`', '1,234,567', 'Its text is nearly the same as that of another record.', ''],
      ['', '`made_up`', '1', '', ''],
    ],
  )
  assert.match(section('Duplicates and what was left out', { excluded: [] }), /Nothing was left out\./)
})

test('only what needs it advises to gate', () => {
  assert.doesNotMatch(read(), /extra_gated_prompt/)
  assert.match(section('Before you hand it on', { authors: 'login' }), /- it holds the logins of authors\.\n/)
  const consent = [
    { training: 'unset', count: 1 },
    { training: 'yes', count: 17 },
  ]
  assert.match(
    section('Before you hand it on', { consent }),
    /- it holds records of people who did not say yes to/,
  )
  const licenses = [{ license: null, count: 1 }]
  assert.match(
    section('Before you hand it on', { licenses }),
    /- it holds records whose licence is not known\.\n/,
  )
  const visibility = [{ visibility: 'internal', count: 1 }]
  const text = section('Before you hand it on', { visibility })
  assert.match(text, /- it holds records of repositories that are not known to be public\.\n/)
  assert.match(text, /^extra_gated_prompt: >-$/m)
})

test('redaction says what it cannot find, and when there was none', () => {
  assert.match(section('Redaction'), /It cannot find names of people/)
  assert.match(section('Redaction', { redactionCounts: [] }), /took nothing out/)
  assert.match(section('Redaction', { ruleset: null }), /No redaction rules were applied/)
})

test('texts from outside are shown, and do nothing', () => {
  const evil = 'octo/a|b`c](x) <img src=x onerror=y> @someone #12 \u001b[31m\u202e\n# Title\n| x |'
  const card = read({
    name: evil,
    sources: [{ kind: evil, name: evil, count: 1 }],
    licenses: [{ license: evil, count: 1 }],
    excluded: [{ reason: evil, count: 1 }],
    redactionCounts: [{ rule: evil, count: 1 }],
    consent: [{ training: evil, count: 1 }],
    ruleset: evil,
  })
  assert.equal(card.match(/^# /gm)?.length, 1)
  assert.doesNotMatch(card, /^# Title/m)
  assertInertMarkdown(card)
})

test('a team’s dataset says what the views leave out', () => {
  assert.match(section('Consent', { audience: 'team' }), /the training views hold only what says yes/)
  assert.match(section('Consent'), /^Every record is of an author/m)
})
