// Writing a plan: all of it or nothing.

import assert from 'node:assert/strict'
import { chmodSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { applyPlan } from '../../src/init/apply-plan.ts'
import type { Change } from '../../src/init/plan.ts'
import { makeRepository, readTree } from './make-repository.ts'

const change = (path: string, before: string | null, after: string | null): Change => ({
  part: 'agents',
  path,
  before,
  after,
})

describe('applyPlan', () => {
  it('makes folders, keeps the mode of a file, and leaves nothing temporary', async (test) => {
    const root = makeRepository(test, { 'a.md': 'a\n' })
    chmodSync(join(root, 'a.md'), 0o640)
    await applyPlan(root, { changes: [change('a.md', 'a\n', 'b\n'), change('x/y/z.md', null, 'new\n')] })
    assert.equal(readFileSync(join(root, 'a.md'), 'utf8'), 'b\n')
    if (process.platform !== 'win32') assert.equal(statSync(join(root, 'a.md')).mode & 0o777, 0o640)
    assert.deepEqual(Object.keys(readTree(root)), ['a.md', 'x', 'x/y', 'x/y/z.md'])
  })

  it('removes files and the folders that are empty then', async (test) => {
    const root = makeRepository(test, { 'x/y/z.md': 'z\n', 'x/other.md': 'o\n' })
    await applyPlan(root, { changes: [change('x/y/z.md', 'z\n', null)] })
    assert.deepEqual(readTree(root), { x: 'folder', 'x/other.md': 'o\n' })
  })

  for (const [what, break_, message] of [
    [
      'is read-only',
      (root: string) => chmodSync(join(root, 'b.md'), 0o444),
      '`b.md` is read-only. Nothing was written; allow writing and run the command again.',
    ],
    [
      'changed since it was read',
      (root: string) => writeFileSync(join(root, 'b.md'), 'other\n'),
      '`b.md` changed while it was read. Nothing was written; run the command again.',
    ],
  ] as const) {
    it(`writes nothing when the second file ${what}`, async (test) => {
      const root = makeRepository(test, { 'b.md': 'b\n' })
      break_(root)
      const before = readTree(root)
      const changes = [change('new/a.md', null, 'a\n'), change('b.md', 'b\n', 'c\n')]
      await assert.rejects(applyPlan(root, { changes }), { name: 'UsageError', message })
      assert.deepEqual(readTree(root), before)
    })
  }

  it('writes nothing when a folder cannot be made', async (test) => {
    const root = makeRepository(test, { file: 'x\n' })
    const changes = [change('new/a.md', null, 'a\n'), change('file/a.md', null, 'a\n')]
    await assert.rejects(applyPlan(root, { changes }), {
      name: 'UsageError',
      message: 'Cannot write `file/a.md`: part of its path is a file. Nothing was written.',
    })
    assert.deepEqual(readTree(root), { file: 'x\n' })
  })

  it('says what was written when it fails in the middle', async (test) => {
    const root = makeRepository(test)
    // A rename onto a folder fails after everything was staged.
    mkdirSync(join(root, 'b.md/inside'), { recursive: true })
    const changes = [change('a.md', null, 'a\n'), change('b.md', null, 'b\n')]
    await assert.rejects(
      applyPlan(root, { changes }),
      /Already written: a\.md; run the same command again once that is mended\.$/,
    )
    assert.deepEqual(readdirSync(root).sort(), ['.git', 'a.md', 'b.md'])
  })
})
