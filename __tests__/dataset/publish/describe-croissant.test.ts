import assert from 'node:assert/strict'
import { test } from 'node:test'
import { toCroissantFields } from '../../../src/dataset/publish/croissant/croissant-fields.ts'
import { describeCroissant } from '../../../src/dataset/publish/croissant/describe-croissant.ts'
import type { DatasetDescription } from '../../../src/dataset/publish/dataset-description.ts'
import { createDescription, createSummaries } from '../../support/dataset-description.ts'

const read = (change: Partial<DatasetDescription> = {}) =>
  JSON.parse(describeCroissant(createDescription(change)))

test('what the specification requires is there', () => {
  const croissant = read()
  assert.equal(croissant['@type'], 'sc:Dataset')
  assert.equal(croissant.conformsTo, 'http://mlcommons.org/croissant/1.1')
  assert.equal(croissant.version, '1.1.0')
  assert.equal(croissant.datePublished, '2026-11-26T00:00:00Z')
  assert.deepEqual(croissant.license, ['https://spdx.org/licenses/MIT'])
  for (const key of ['name', 'description', 'url', 'creator']) assert.ok(croissant[key], key)
})

test('every file is there once with its checksum, and a set for each table', () => {
  const { distribution } = read()
  const ids = distribution.map((node: { '@id': string }) => node['@id'])
  assert.equal(new Set(ids).size, ids.length)
  assert.equal(ids.length, 16 * (2 * 2 + 1))
  assert.deepEqual(distribution[0], {
    '@type': 'cr:FileObject',
    '@id': 'data/records/train-00000-of-00001.parquet',
    name: 'data/records/train-00000-of-00001.parquet',
    contentUrl: 'data/records/train-00000-of-00001.parquet',
    contentSize: '1016 B',
    encodingFormat: 'application/x-parquet',
    sha256: '0'.repeat(64),
  })
  assert.deepEqual(
    distribution.find((node: { '@id': string }) => node['@id'] === 'sft-parquet'),
    {
      '@type': 'cr:FileSet',
      '@id': 'sft-parquet',
      name: 'sft-parquet',
      description: 'The Parquet files of sft.',
      encodingFormat: 'application/x-parquet',
      includes: 'data/sft/*.parquet',
    },
  )
})

test('record sets have their keys, their splits, and every column as a field', () => {
  const { recordSet } = read()
  assert.equal(recordSet[0]['@id'], 'splits')
  assert.deepEqual(
    recordSet[0].data.map((row: Record<string, string>) => row['splits/url']),
    ['cr:TrainingSplit', 'cr:ValidationSplit', 'cr:TestSplit'],
  )
  const { tables } = createDescription()
  for (const [index, { name, columns }] of tables.entries()) {
    const set = recordSet[index + 1]
    assert.equal(set['@id'], name)
    assert.deepEqual(
      set.field.map((field: { name: string }) => field.name),
      ['split', ...columns.map((column) => column.name)],
    )
  }
  assert.deepEqual(recordSet.at(-1).key, [{ '@id': 'prompt_diff/record_id' }, { '@id': 'prompt_diff/seq' }])
})

test('nested values are taken out by steps, one for each list on the way', () => {
  const text = { name: 'text', type: 'string', description: 'A text.' } as const
  const list = { name: 'list', type: { list: { struct: [text] } }, description: '' } as const
  const [field] = toCroissantFields('t', 'set', [
    { name: 'outer', type: { struct: [list] }, description: '' },
  ])
  assert.deepEqual(field, {
    '@type': 'cr:Field',
    '@id': 't/outer',
    name: 'outer',
    subField: [
      {
        '@type': 'cr:Field',
        '@id': 't/outer/list',
        name: 'list',
        isArray: true,
        arrayShape: '-1',
        subField: [
          {
            '@type': 'cr:Field',
            '@id': 't/outer/list/text',
            name: 'text',
            description: 'A text.',
            dataType: 'sc:Text',
            source: {
              fileSet: { '@id': 'set' },
              extract: { column: 'outer' },
              transform: [{ jsonPath: 'list' }, { jsonPath: 'text' }],
            },
          },
        ],
      },
    ],
  })
  const [rows] = toCroissantFields('t', 'set', [
    { name: 'rows', type: { list: { struct: [text, list] } }, description: '' },
  ])
  assert.deepEqual(
    rows?.subField?.map(({ name }) => name),
    ['text'],
  )
})

test('what it was derived from is named when all is public, else counted', () => {
  assert.deepEqual(read()['prov:wasDerivedFrom'], [
    { '@id': 'https://github.com/octo/app', 'prov:label': 'octo/app' },
  ])
  const hidden = read({ visibility: [{ visibility: null, count: 1 }], repositories: 2 })
  assert.deepEqual(hidden['prov:wasDerivedFrom'], [
    { '@type': 'prov:Entity', 'prov:label': 'Pull requests of 2 repositories' },
  ])
  const odd = read({ sources: [{ kind: 'file', name: 'a/b?c=d e', count: 1 }] })
  assert.doesNotMatch(JSON.stringify(odd), /c=d/)
})

test('a dataset without rows has no record sets', () => {
  const { distribution, recordSet } = read({ tables: createSummaries({}) })
  assert.deepEqual(distribution, [])
  assert.deepEqual(recordSet, [])
})
