import assert from 'node:assert/strict'
import { chmodSync, mkdirSync, readdirSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { lockWorkFolder, nameWorkFolder } from '../../../src/cli/dataset/work-folder.ts'
import { makeFolder } from '../../support/dataset-version.ts'

describe('the work folder', () => {
  it('is ours alone, in the folder that is named, found again and gone when it is empty', async (t) => {
    const parent = makeFolder(t)
    const folder = nameWorkFolder('./store', parent)
    assert.equal(join(folder, '..'), parent)
    assert.notEqual(nameWorkFolder('./other', parent), folder)
    await lockWorkFolder(folder, async () => writeFileSync(join(folder, 'begun'), ''))
    chmodSync(folder, 0o755)
    await lockWorkFolder(folder, async () => {
      assert.equal(statSync(folder).mode & 0o777, 0o700)
      rmSync(join(folder, 'begun'))
    })
    assert.deepEqual(readdirSync(parent), [])
  })

  it('is no link that somebody laid', async (t) => {
    const parent = makeFolder(t)
    const folder = nameWorkFolder('./store', parent)
    const target = join(parent, 'target')
    mkdirSync(target)
    symlinkSync(target, folder)
    await assert.rejects(
      lockWorkFolder(folder, async () => assert.fail('used')),
      { name: 'UsageError', message: /`--work-dir`$/ },
    )
    assert.deepEqual(readdirSync(target), [])
  })

  it('cannot be in a file', async (t) => {
    const file = join(makeFolder(t), 'file')
    writeFileSync(file, '')
    const folder = nameWorkFolder('./store', file)
    await assert.rejects(
      lockWorkFolder(folder, async () => assert.fail('used')),
      { name: 'UsageError' },
    )
  })

  it('is used by one run at a time', async (t) => {
    const folder = nameWorkFolder('./store', makeFolder(t))
    await lockWorkFolder(folder, async () => {
      await assert.rejects(
        lockWorkFolder(folder, async () => assert.fail('two at once')),
        {
          name: 'UsageError',
          message: `Another run (process ${process.pid} on \`${hostname()}\`) is using the folder \`${folder}\`. Run the command again when it has ended, or name another folder with \`--work-dir\``,
        },
      )
      rmSync(folder, { recursive: true })
    })
    assert.equal(await lockWorkFolder(folder, async () => 'done'), 'done')
  })

  it('tells when its disk is full', async (t) => {
    const folder = nameWorkFolder('./store', makeFolder(t))
    const cause = Object.assign(new Error('write'), { code: 'ENOSPC' })
    const full = [
      new Error('A thread that maps records failed', { cause }),
      new Error('IO Error: Could not write file "0.parquet": No space left on device'),
    ]
    for (const error of full) {
      await assert.rejects(
        lockWorkFolder(folder, () => Promise.reject(error)),
        {
          name: 'UsageError',
          message: `There is no space left for what is in progress in \`${folder}\`: make some and run the command again, or name a folder on another disk with \`--work-dir\``,
        },
      )
    }
    const other = new Error('a bug')
    await assert.rejects(
      lockWorkFolder(folder, () => Promise.reject(other)),
      other,
    )
  })
})
