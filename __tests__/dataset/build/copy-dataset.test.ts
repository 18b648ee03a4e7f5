import assert from 'node:assert/strict'
import { cpSync, mkdirSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { copyDataset } from '../../../src/dataset/build/copy-dataset.ts'
import { isNeeded, type Store } from '../../../src/dataset/store/store.ts'
import { createBuildWorld, documented } from '../../support/build-world.ts'

const { signal } = new AbortController()

/** `store` as one from afar: only what is asked for is brought. */
function makeRemote(store: Store): Store {
  return {
    ...store,
    async fetchLatest(into, stop, extent) {
      const found = await store.fetchLatest(into, stop, extent)
      if (found === null) return null
      cpSync(found.folder, into, { recursive: true })
      for (const entry of readdirSync(into, { recursive: true, withFileTypes: true })) {
        const path = join(entry.parentPath, entry.name)
        const isLeft = entry.isFile() && extent !== 'whole' && !isNeeded(path.slice(into.length + 1))
        if (isLeft) rmSync(path)
      }
      return { ...found, folder: into }
    },
  }
}

describe('the copy of a dataset', () => {
  it('is whole when nothing was new and the store is far away', async (t) => {
    const world = createBuildWorld(t)
    await world.build([documented(1)])
    const again = await world.build([documented(1)])
    const out = join(world.folder, 'out')
    const options = { workFolder: join(world.folder, 'work-copy'), signal }
    await copyDataset(makeRemote(world.store), again, out, options)
    const listFiles = (folder: string) => readdirSync(folder, { recursive: true }).sort()
    assert.deepEqual(listFiles(out), listFiles(join(world.folder, 'store', '1.0.0', 'dataset')))
    assert.ok(readdirSync(out).includes('data'))
  })

  it('replaces a dataset of ours and nothing else', async (t) => {
    const world = createBuildWorld(t)
    const outcome = await world.build([documented(1)])
    const options = { workFolder: join(world.folder, 'work-copy'), signal }
    const out = join(world.folder, 'out')
    await copyDataset(world.store, outcome, out, options)
    await copyDataset(world.store, outcome, out, options)
    writeFileSync(join(out, 'notes.txt'), 'mine')
    await assert.rejects(copyDataset(world.store, outcome, out, options), /notes\.txt/)
    const foreign = join(world.folder, 'foreign')
    mkdirSync(foreign)
    writeFileSync(join(foreign, 'thesis.tex'), 'mine')
    await assert.rejects(copyDataset(world.store, outcome, foreign, options), { name: 'UsageError' })
    const link = join(world.folder, 'link')
    symlinkSync(foreign, link)
    await assert.rejects(copyDataset(world.store, outcome, link, options), { name: 'UsageError' })
    await assert.rejects(copyDataset(world.store, outcome, world.folder, options), { name: 'UsageError' })
    const stored = join(world.folder, 'store', '1.0.0', 'dataset')
    await assert.rejects(copyDataset(world.store, outcome, stored, options), /in the store/)
    assert.deepEqual(readdirSync(foreign), ['thesis.tex'])
  })
})
