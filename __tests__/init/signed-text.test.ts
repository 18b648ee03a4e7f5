import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readSignature, signText } from '../../src/init/edit/signed-text.ts'

const signed = signText('#!/bin/sh\nexit 0\n', '#')

test('a text is signed in a comment at its end', () => {
  assert.match(signed, /^#!\/bin\/sh\nexit 0\n# ai-worklog:end [0-9a-f]{8}\n$/)
  assert.equal(readSignature(signed), 'signed')
})

test('line ends are no edit', () => {
  assert.equal(readSignature(signed.replaceAll('\n', '\r\n')), 'signed')
})

for (const [what, text] of [
  ['before the signature', signed.replace('exit 0', 'exit 1')],
  ['after it', `${signed}echo more\n`],
  ['of the last line end', signed.trimEnd()],
] as const) {
  test(`a change ${what} is an edit`, () => assert.equal(readSignature(text), 'edited'))
}

test('a text without it is not ours', () => {
  for (const text of ['', '#!/bin/sh\nexit 0\n', 'echo "# ai-worklog:end 00000000"\n'])
    assert.equal(readSignature(text), 'other')
})
