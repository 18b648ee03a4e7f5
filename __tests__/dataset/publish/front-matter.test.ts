import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parse } from 'yaml'
import { renderFrontMatter } from '../../../src/dataset/publish/card/front-matter.ts'
import { toHubFeatures } from '../../../src/dataset/publish/card/hub-features.ts'
import type { DatasetDescription } from '../../../src/dataset/publish/dataset-description.ts'
import type { TableSummary } from '../../../src/dataset/tables/table-summary.ts'
import { createDescription, createSummaries } from '../../support/dataset-description.ts'

function read(change: Partial<DatasetDescription> = {}) {
  const text = renderFrontMatter(createDescription(change))
  assert.match(text, /^---\n[\s\S]*\n---\n$/)
  return parse(text.slice(4, -4), { schema: 'yaml-1.1' })
}

test('the front matter, without configurations', () => {
  const { configs, dataset_info, ...rest } = read()
  assert.equal(configs.length, 16)
  assert.equal(dataset_info.length, 16)
  assert.deepEqual(rest, {
    license: 'mit',
    pretty_name: 'AI worklog',
    language: ['en', 'code'],
    tags: ['ai-worklog', 'pull-requests', 'code', 'ai-assisted-development', 'croissant'],
    size_categories: ['n<1K'],
    task_categories: ['text-generation', 'text-classification'],
  })
})

test('a configuration has a path for each split that has rows', () => {
  assert.deepEqual(read().configs.slice(0, 2), [
    {
      config_name: 'records',
      default: true,
      data_files: [
        { split: 'train', path: 'data/records/train-00000-of-00001.parquet' },
        { split: 'test', path: 'data/records/test-00000-of-00001.parquet' },
      ],
    },
    {
      config_name: 'prompts',
      data_files: [
        { split: 'train', path: 'data/prompts/train-00000-of-00001.parquet' },
        { split: 'test', path: 'data/prompts/test-00000-of-00001.parquet' },
      ],
    },
  ])
})

test('shards are one pattern', () => {
  const file = (shard: number) => ({
    path: `data/prompts/train-0000${shard}-of-00002.parquet`,
    bytes: 10,
    sha256: '0'.repeat(64),
    rows: 5,
  })
  const [prompts] = createSummaries({}).filter(({ name }) => name === 'prompts')
  assert.ok(prompts)
  const tables: TableSummary[] = [
    { ...prompts, splits: [{ split: 'train', rows: 10, parquet: [file(0), file(1)], jsonl: [] }] },
  ]
  const { configs, dataset_info, task_categories } = read({ tables })
  assert.deepEqual(configs[0].data_files, [{ split: 'train', path: 'data/prompts/train-*.parquet' }])
  assert.deepEqual(dataset_info[0].splits, [{ name: 'train', num_bytes: 20, num_examples: 10 }])
  assert.equal(dataset_info[0].dataset_size, 20)
  assert.deepEqual(task_categories, ['text-generation'])
})

test('splits are in order, whatever the order of the summary', () => {
  const tables = createSummaries({ train: 1, validation: 2, test: 3 }).map((table) => ({
    ...table,
    splits: table.splits.toReversed(),
  }))
  const names = read({ tables }).dataset_info[0].splits.map(({ name }: { name: string }) => name)
  assert.deepEqual(names, ['train', 'validation', 'test'])
})

test('a dataset without rows has no configurations', () => {
  const matter = read({ tables: createSummaries({}) })
  assert.equal('configs' in matter, false)
  assert.equal('dataset_info' in matter, false)
})

test('sizes are binned as the hub does', () => {
  const bins: [number, string][] = [
    [999, 'n<1K'],
    [1000, '1K<n<10K'],
    [99_999, '10K<n<100K'],
    [1_000_000, '1M<n<10M'],
  ]
  for (const [train, bin] of bins) {
    assert.deepEqual(read({ tables: createSummaries({ train }) }).size_categories, [bin])
  }
})

test('texts from outside stay values', () => {
  const name = 'x: y\n---\nlicense: mit # "no" {a} \u{1f600}'
  const licenses = [{ license: 'no', count: 1 }]
  const matter = read({ name, licenses })
  assert.equal(matter.pretty_name, name)
  assert.equal(matter.license, 'other')
  assert.equal(matter.license_name, 'no')
  assert.equal(read({ name: 'a\u0000b\u0085c\u202ed' }).pretty_name, 'a\ufffdb\ncd')
})

test('columns are the hub’s features', () => {
  const struct = [
    { name: 'a', type: 'string', description: '' },
    { name: 'b', type: 'timestamp', description: '' },
  ] as const
  const features = toHubFeatures([
    { name: 'int32', type: 'int32', description: '' },
    { name: 'int64', type: 'int64', description: '' },
    { name: 'double', type: 'double', description: '' },
    { name: 'boolean', type: 'boolean', description: '' },
    { name: 'struct', type: { struct }, description: '' },
    { name: 'texts', type: { list: 'string' }, description: '' },
    { name: 'structs', type: { list: { struct } }, description: '' },
    { name: 'lists', type: { list: { list: 'int64' } }, description: '' },
  ])
  const fields = [
    { name: 'a', dtype: 'string' },
    { name: 'b', dtype: 'timestamp[us, tz=UTC]' },
  ]
  assert.deepEqual(features, [
    { name: 'int32', dtype: 'int32' },
    { name: 'int64', dtype: 'int64' },
    { name: 'double', dtype: 'float64' },
    { name: 'boolean', dtype: 'bool' },
    { name: 'struct', struct: fields },
    { name: 'texts', list: 'string' },
    { name: 'structs', list: fields },
    { name: 'lists', list: { list: 'int64' } },
  ])
})
