import assert from 'node:assert/strict'
import { test } from 'node:test'
import { compareShapes } from '../../../scripts/record/compare-shapes.ts'

test('says which rows, fields and kinds are new, gone or other', () => {
  const before = [
    { type: 'event', payload: { type: 'prompt', text: 'a', size: 1 } },
    { type: 'gone', payload: { deep: [] } },
    { type: 'same', changes: { 'src/a.ts': { kind: 'add' } } },
  ]
  const after = [
    { type: 'event', payload: { type: 'prompt', text: { parts: ['a'] }, size: null }, ordinal: 1 },
    { type: 'event', payload: { type: 'answer', text: 'b' } },
    { type: 'same', changes: { 'src/other.ts': { kind: 'add' } } },
  ]
  assert.deepEqual(compareShapes(before, after), [
    '+ event.ordinal',
    '+ event.payload(answer)',
    '~ event.payload(prompt).size: number → null',
    '~ event.payload(prompt).text: string → object',
    '+ event.payload(prompt).text.parts',
    '- gone',
  ])
})

test('says nothing when only content differs', () => {
  const row = (text: string) => ({ type: 'a', list: [{ type: 'text', text }, null] })
  assert.deepEqual(compareShapes([row('a')], [row('b'), row('c')]), [])
  assert.deepEqual(compareShapes([], []), [])
})

test('compares rows without types', () => {
  assert.deepEqual(compareShapes([{ id: 1, type: null }], [{ id: 1, type: 2 }]), ['~ .type: null → number'])
})
