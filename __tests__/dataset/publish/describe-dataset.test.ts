import assert from 'node:assert/strict'
import { test } from 'node:test'
import { describeDataset } from '../../../src/dataset/publish/describe-dataset.ts'
import { createDescription } from '../../support/dataset-description.ts'

test('four files, each ending in a line break', () => {
  const files = describeDataset(createDescription())
  assert.deepEqual([...files.keys()], ['README.md', 'croissant.json', 'CHANGELOG.md', 'manifest.json'])
  for (const [path, text] of files) assert.match(text, /[^\n]\n$/, path)
})

test('the same description gives the same bytes, whenever and wherever', (t) => {
  const first = describeDataset(createDescription())
  t.mock.timers.enable({ apis: ['Date'], now: 0 })
  assert.deepEqual(describeDataset(createDescription()), first)
})

test('the order of keys in the description does not matter', () => {
  const description = createDescription()
  const shuffled = Object.fromEntries(Object.entries(description).reverse())
  assert.deepEqual(describeDataset({ ...description, ...shuffled }), describeDataset(description))
  const { ratios, changes } = description
  const reordered = {
    ...description,
    ratios: { test: ratios.test, validation: ratios.validation, train: ratios.train },
    changes: { redacted: 0, removed: 0, changed: 0, added: changes.added },
  }
  assert.deepEqual(describeDataset(reordered), describeDataset(description))
})

test('nothing of the salt or of artifacts is told', () => {
  for (const [path, text] of describeDataset(createDescription())) {
    assert.doesNotMatch(text, /"salt"|artifact_id|"digest"/, path)
  }
})
