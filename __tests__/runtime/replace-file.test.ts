// Replacing a file: the old or the new one, never half of one.

import assert from 'node:assert/strict'
import {
  chmodSync,
  lstatSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { replaceFile } from '../../src/runtime/replace-file.ts'
import { makeFolder } from '../support/capture-world.ts'

test('an interrupt before the end leaves the old file and nothing else', async (t) => {
  const folder = makeFolder(t)
  const path = join(folder, 'BODY.md')
  writeFileSync(path, 'old')
  await assert.rejects(replaceFile(path, 'new', AbortSignal.abort(new Error('stop'))), { message: 'stop' })
  assert.equal(readFileSync(path, 'utf8'), 'old')
  assert.deepEqual(readdirSync(folder), ['BODY.md'])
  await replaceFile(path, 'new', new AbortController().signal)
  assert.equal(readFileSync(path, 'utf8'), 'new')
  assert.deepEqual(readdirSync(folder), ['BODY.md'])
})

test('a folder is not replaced', async (t) => {
  const folder = makeFolder(t)
  await assert.rejects(replaceFile(folder, 'new', new AbortController().signal), {
    name: 'UsageError',
    message: `Cannot write \`${folder}\`: it is no file`,
  })
})

test('a read-only file is not replaced', async (t) => {
  const path = join(makeFolder(t), 'BODY.md')
  writeFileSync(path, 'old', { mode: 0o444 })
  await assert.rejects(replaceFile(path, 'new'), {
    name: 'UsageError',
    message: `Cannot write \`${path}\`: it is read-only; allow writing and run the command again`,
  })
  assert.equal(readFileSync(path, 'utf8'), 'old')
})

test('there is no folder, or a file in its place', async (t) => {
  const folder = makeFolder(t)
  writeFileSync(join(folder, 'file'), '')
  for (const [name, reason] of [
    ['gone/BODY.md', 'there is no such folder'],
    ['file/BODY.md', 'part of its path is a file'],
  ] as const) {
    const path = join(folder, name)
    await assert.rejects(replaceFile(path, 'new'), { message: `Cannot write \`${path}\`: ${reason}` })
  }
})

test('a link stays, and what it points to keeps its permissions whatever the umask', async (t) => {
  if (process.platform === 'win32') return t.skip('no permissions')
  const folder = makeFolder(t)
  const path = join(folder, 'real.md')
  writeFileSync(path, 'old')
  chmodSync(path, 0o666)
  symlinkSync('real.md', join(folder, 'link.md'))
  const before = process.umask(0o077)
  await replaceFile(join(folder, 'link.md'), 'new').finally(() => process.umask(before))
  assert.equal(lstatSync(join(folder, 'link.md')).isSymbolicLink(), true)
  assert.equal(readFileSync(path, 'utf8'), 'new')
  assert.equal(statSync(path).mode & 0o777, 0o666)
  assert.deepEqual(readdirSync(folder).sort(), ['link.md', 'real.md'])
})
