import assert from 'node:assert/strict'
import { test } from 'node:test'
import { decideVersion } from '../../../src/dataset/publish/decide-version.ts'

const nothing = { added: 0, changed: 0, removed: 0, redacted: 0 }

test('the first version is 1.0.0, even of nothing', () => {
  assert.equal(decideVersion(null, nothing), '1.0.0')
  assert.equal(decideVersion(null, { ...nothing, added: 7 }), '1.0.0')
})

test('nothing changed gives no version', () => {
  assert.equal(decideVersion('1.4.0', nothing), null)
})

test('additions are minor', () => {
  assert.equal(decideVersion('1.9.0', { ...nothing, added: 1 }), '1.10.0')
})

for (const kind of ['changed', 'removed', 'redacted'] as const) {
  test(`${kind} records are major, whatever is added besides`, () => {
    assert.equal(decideVersion('1.4.0', { ...nothing, [kind]: 1 }), '2.0.0')
    assert.equal(decideVersion('9.4.0', { ...nothing, added: 5, [kind]: 1 }), '10.0.0')
  })
}

test('a patch version goes on to the next minor one', () => {
  assert.equal(decideVersion('2.3.4', { ...nothing, added: 1 }), '2.4.0')
})

test('a previous version of another form is refused', () => {
  for (const version of ['', '1', '1.0', '01.0.0', '1.0.0-rc.1', 'v1.0.0', '1.0.0\n']) {
    assert.throws(() => decideVersion(version, nothing), {
      message: `Unexpected version \`${version}\` of the previous dataset, expected \`1.2.0\``,
    })
  }
})
