// A diff's own lines, and those that name files and places.

import assert from 'node:assert/strict'
import { it } from 'node:test'
import { splitDiff } from '../../../../src/core/extract/shapes/diff.ts'

const cases: [what: string, diff: string[], before: string | null, after: string | null][] = [
  ['bare lines', [' a', '-b', '+c'], 'a\nb', 'a\nc'],
  ['one side', ['+c'], null, 'c'],
  [
    'heads of a file',
    ['diff --git a b', 'index 1..2', '--- a', '+++ b', '@@ -1 +1 @@', '-b', '+c'],
    'b',
    'c',
  ],
  ['heads without a hunk', ['--- a', '+++ b', '-b', '+c'], 'b', 'c'],
  ['lines that look like heads', ['@@ @@', '--- b', '+++ c'], '-- b', '++ c'],
  [
    'two files',
    ['--- a', '+++ a', '@@ -1 +1 @@', '-b', '+c', '--- d', '+++ d', '@@ -1 +1 @@', '-e', '+f'],
    'b\ne',
    'c\nf',
  ],
  ['a second head', ['@@ @@', '-b', 'diff --git a b', '--- a', '+++ b', '@@ @@', '+c'], 'b', 'c'],
]

for (const [what, diff, before, after] of cases) {
  it(what, () => assert.deepEqual(splitDiff(diff.join('\n')), { before, after }))
}
