import assert from 'node:assert/strict'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { replaceFile } from '../../../src/cli/draft/replace-file.ts'
import { makeFolder } from '../../support/capture-world.ts'

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
