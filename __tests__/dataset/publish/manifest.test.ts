import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { test } from 'node:test'
import { describeDataset } from '../../../src/dataset/publish/describe-dataset.ts'
import { readManifest } from '../../../src/dataset/publish/manifest.ts'
import { createDescription } from '../../support/dataset-description.ts'

const files = describeDataset(createDescription())
const text = files.get('manifest.json') ?? ''
const manifest = readManifest(text, 'manifest.json')

test('what is written is read', () => {
  assert.deepEqual(manifest, JSON.parse(text))
  assert.equal(manifest.version, '1.1.0')
  assert.equal(manifest.previous_version, '1.0.0')
})

test('every other file is listed, sorted, with its checksum', () => {
  const paths = manifest.files.map(({ path }) => path)
  assert.deepEqual(paths, [...paths].sort())
  for (const name of ['README.md', 'croissant.json', 'CHANGELOG.md']) {
    const content = Buffer.from(files.get(name) ?? '')
    assert.deepEqual(
      manifest.files.find(({ path }) => path === name),
      {
        path: name,
        bytes: content.length,
        sha256: createHash('sha256').update(content).digest('hex'),
        rows: null,
      },
    )
  }
  assert.equal(paths.includes('manifest.json'), false)
  assert.equal(paths.includes('jsonl/prompts/test-00000-of-00001.jsonl'), true)
})

test('tables have their rows by split', () => {
  assert.deepEqual(manifest.tables[0], {
    name: 'records',
    kind: 'table',
    rows: 18,
    splits: [
      { split: 'train', rows: 16 },
      { split: 'test', rows: 2 },
    ],
  })
})

test('a public dataset names its repositories, another gives counts only', () => {
  assert.deepEqual(manifest.sources, [
    { kind: 'store', name: null, count: 12 },
    { kind: 'artifact', name: 'octo/app', count: 6 },
  ])
  const sources = [
    { kind: 'artifact', name: 'octo/app', count: 6 },
    { kind: 'artifact', name: 'octo/secret', count: 7 },
    { kind: 'history', name: 'octo/secret', count: 1 },
  ]
  const hidden = [
    { visibility: [{ visibility: 'private', count: 1 }] },
    { visibility: [{ visibility: null, count: 1 }] },
    { authors: 'pseudonym' as const },
  ]
  for (const change of hidden) {
    const texts = describeDataset(createDescription({ sources, ...change }))
    for (const [path, content] of texts) assert.equal(content.includes('octo/'), false, path)
    assert.deepEqual(JSON.parse(texts.get('manifest.json') ?? '').sources, [
      { kind: 'artifact', name: null, count: 13 },
      { kind: 'history', name: null, count: 1 },
    ])
  }
})

const refused: [string, string, string][] = [
  [
    'no JSON',
    '{"format_version": 1',
    'Cannot read `m.json`: it is not JSON. Restore the file, or use another store.',
  ],
  [
    'a newer format',
    '{"format_version": 2}',
    'Cannot read `m.json`: its `format_version` is 2, and this program knows 1. Use a newer ai-worklog.',
  ],
  [
    'another shape',
    '[]',
    'Cannot read `m.json`: unexpected value at `format_version`. Restore the file, or use another store.',
  ],
  [
    'a version of another form',
    change({ version: '../../etc' }),
    'Cannot read `m.json`: unexpected value at `version`. Restore the file, or use another store.',
  ],
]
for (const path of ['/etc/passwd', '../x', 'data/../../x', './x', 'a\\b', 'data/.hidden', '']) {
  refused.push([
    `a file at \`${path}\``,
    change({ files: [{ path, bytes: 1, sha256: '0'.repeat(64), rows: null }] }),
    'Cannot read `m.json`: unexpected value at `files.0.path`. Restore the file, or use another store.',
  ])
}
for (const [what, content, message] of refused) {
  test(`refuses ${what}`, () => {
    assert.throws(() => readManifest(content, 'm.json'), { name: 'UsageError', message })
  })
}

function change(part: object): string {
  return JSON.stringify({ ...JSON.parse(text), ...part })
}
