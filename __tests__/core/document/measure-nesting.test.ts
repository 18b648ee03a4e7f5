import assert from 'node:assert/strict'
import { it } from 'node:test'
import { measureNesting } from '../../../src/core/document/measure-nesting.ts'

it('counts the markers at the start of the deepest line', () => {
  const depths = [
    '',
    'text',
    '> a',
    '> > a',
    '>>a',
    '- a',
    '- - * + a',
    '1. a',
    '12) > - a',
    'a\n> > a\n- a',
  ].map(measureNesting)
  assert.deepEqual(depths, [0, 0, 1, 2, 2, 1, 4, 1, 3, 2])
})

it('counts two columns of indentation before a marker as a level', () => {
  assert.deepEqual(['  - a', '    - a', '\t- a', '>   > a'].map(measureNesting), [2, 3, 3, 3])
})

it('does not count what only looks like a marker, or indentation alone', () => {
  assert.deepEqual(
    ['-a', '1.a', '1234567890. a', '        code', '--- a', '-'].map(measureNesting),
    [0, 0, 0, 0, 0, 1],
  )
})
