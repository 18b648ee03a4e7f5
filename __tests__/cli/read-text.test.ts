// Standard input as a text, and what a person at a terminal is told of it.

import assert from 'node:assert/strict'
import { PassThrough } from 'node:stream'
import { test } from 'node:test'
import { readText } from '../../src/cli/read-text.ts'

for (const [what, isTTY, said] of [
  ['a terminal', true, 'Reading standard input; Ctrl-D ends it.\n'],
  ['a pipe', undefined, null],
] as const) {
  test(`what ${what} gives is read to its end`, async () => {
    const stdin = Object.assign(new PassThrough(), { isTTY })
    const stderr = new PassThrough({ encoding: 'utf8' })
    stdin.end('Used Cursor.\n')
    const text = await readText('-', {
      stdin,
      stdout: new PassThrough(),
      stderr,
      now: () => new Date(0),
      env: {},
      interrupted: () => new AbortController().signal,
    })
    assert.equal(text, 'Used Cursor.\n')
    assert.equal(stderr.read(), said)
  })
}
