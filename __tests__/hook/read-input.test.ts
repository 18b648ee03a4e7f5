// What the hook reads, however it comes.

import assert from 'node:assert/strict'
import { PassThrough, Readable } from 'node:stream'
import { describe, it } from 'node:test'
import { readInput } from '../../src/hook/read-input.ts'

describe('readInput', () => {
  it('reads an object in pieces, with a byte order mark', async () => {
    assert.deepEqual(await readInput(Readable.from([Buffer.from('\uFEFF{"a":'), Buffer.from('1}')])), {
      a: 1,
    })
  })

  it('takes nothing else for one', async () => {
    assert.equal(await readInput(Readable.from(['[1]'])), null)
    assert.equal(await readInput(Readable.from(['null'])), null)
    assert.equal(await readInput(Readable.from([' '.repeat(4 * 1024 * 1024), '{}'])), null)
    await assert.rejects(readInput(Readable.from(['{'])), { name: 'SyntaxError' })
  })

  it('gives up on an input that does not end', async () => {
    const stream = new PassThrough()
    stream.write('{}')
    await assert.rejects(readInput(stream, 1))
    assert.equal(stream.destroyed, true)
  })
})
