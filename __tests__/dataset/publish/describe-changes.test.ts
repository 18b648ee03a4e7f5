import assert from 'node:assert/strict'
import { test } from 'node:test'
import { describeChanges } from '../../../src/dataset/publish/describe-changes.ts'
import { createDescription } from '../../support/dataset-description.ts'

test('the first version', () => {
  const text = describeChanges(
    createDescription({
      version: '1.0.0',
      previousVersion: null,
      previousChangelog: null,
      changes: { added: 1, changed: 0, removed: 0, redacted: 0 },
    }),
  )
  assert.equal(text, '# Changelog\n\n## 1.0.0 (2026-11-26)\n\nThe first version.\n\n- 1 record added\n')
})

test('a major version says what was replaced, and carries on what was', () => {
  const text = describeChanges(
    createDescription({
      version: '2.0.0',
      previousVersion: '1.0.0',
      changes: { added: 2, changed: 3, removed: 1, redacted: 4 },
    }),
  )
  assert.equal(
    text,
    `# Changelog

## 2.0.0 (2026-11-26)

A major version after 1.0.0: records that were handed on before are replaced or gone. Use this version in their place.

- 2 records added
- 3 records replaced by a newer record of the same pull request
- 1 record removed
- 4 records redacted again, by ruleset 1.2

## 1.0.0 (2026-11-19)

The first version.

- 12 records added
`,
  )
})

test('an empty first version says so', () => {
  const changes = { added: 0, changed: 0, removed: 0, redacted: 0 }
  const text = describeChanges(createDescription({ previousVersion: null, previousChangelog: null, changes }))
  assert.match(text, /\n\nThe first version\.\n\n- No record added, replaced or removed\n$/)
})

test('a patch says that the records are the same', () => {
  const changes = { added: 0, changed: 0, removed: 0, redacted: 0 }
  const text = describeChanges(
    createDescription({ version: '1.0.1', previousVersion: '1.0.0', previousChangelog: null, changes }),
  )
  assert.equal(
    text,
    '# Changelog\n\n## 1.0.1 (2026-11-26)\n\nA patch of 1.0.0: the same records, described anew.\n\n- No record added, replaced or removed\n',
  )
})

test('each version adds one section and one title stays', () => {
  const first = describeChanges(createDescription({ version: '1.0.0', previousChangelog: null }))
  const second = describeChanges(createDescription({ version: '1.1.0', previousChangelog: first }))
  const third = describeChanges(createDescription({ version: '1.2.0', previousChangelog: second }))
  assert.equal(third.match(/^# /gm)?.length, 1)
  assert.deepEqual(third.match(/^## \S+/gm), ['## 1.2.0', '## 1.1.0', '## 1.0.0'])
  assert.ok(third.endsWith(first.slice('# Changelog\n'.length)))
})
