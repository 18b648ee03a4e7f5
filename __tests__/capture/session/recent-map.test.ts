import assert from 'node:assert/strict'
import { test } from 'node:test'
import { RecentMap } from '../../../src/capture/session/recent-map.ts'

test('the keys that were set last are known, and not many more', () => {
  const map = new RecentMap<number, string>(10)
  for (let key = 0; key < 1000; key++) map.set(key, `${key}`)
  for (let key = 990; key < 1000; key++) assert.equal(map.get(key), `${key}`)
  assert.ok(!map.has(979))
  assert.equal(map.get(979), undefined)
})

test('a key that is set again has its new value, and one that is deleted is gone', () => {
  const map = new RecentMap<string, number | null>(2)
  map.set('a', 1)
  map.set('b', 2)
  map.set('a', null)
  assert.equal(map.get('a'), null)
  map.delete('a')
  map.delete('b')
  assert.ok(!map.has('a') && !map.has('b'))
})
