// Reading JSON from outside.

import assert from 'node:assert/strict'
import { it } from 'node:test'
import {
  isJsonObject,
  readBoolean,
  readChoice,
  readCount,
  readObject,
  readObjects,
  readString,
} from '../../src/core/json.ts'

const value: unknown = JSON.parse(
  '{"text":"a","count":3,"half":0.5,"yes":true,"inner":{"text":"b"},"list":[{"text":"c"},1,null]}',
)

it('takes a value only when it has the type that was asked for', () => {
  assert.ok(isJsonObject(value))
  assert.equal(readString(value, 'text'), 'a')
  assert.equal(readString(value, 'count'), null)
  assert.equal(readChoice(value, 'text', ['a', 'b']), 'a')
  assert.equal(readChoice(value, 'text', ['b']), null)
  assert.equal(readCount(value, 'count'), 3)
  assert.equal(readCount(value, 'half'), null)
  assert.equal(readBoolean(value, 'yes'), true)
  assert.equal(readBoolean(value, 'text'), null)
  assert.deepEqual(readObject(value, 'inner'), { text: 'b' })
  assert.equal(readObject(value, 'list'), null)
  assert.deepEqual(readObjects(value, 'list'), [{ text: 'c' }])
  assert.deepEqual(readObjects(value, 'text'), [])
})

it('reads nothing from what is no object, nor from a prototype', () => {
  assert.equal(isJsonObject([]), false)
  assert.equal(isJsonObject(null), false)
  assert.equal(readString(null, 'text'), null)
  assert.ok(isJsonObject(value))
  assert.equal(readObject(value, '__proto__'), null)
  assert.equal(readString(value, 'toString'), null)
})
