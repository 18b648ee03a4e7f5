// The built dataset action keeps versions in a branch and in releases of its repository.

import assert from 'node:assert/strict'
import { afterEach, describe, it } from 'node:test'
import { startRepository } from '../support/github-store.ts'
import { removeFolders, runCheck } from '../support/run-check.ts'
import { createRecord, zipRecord } from '../support/zips.ts'

afterEach(removeFolders)

describe('the dataset action', () => {
  for (const store of ['branch:data/v1', 'release']) {
    it(`goes on from version to version in ${store}`, async (t) => {
      const repository = await startRepository()
      t.after(repository.stop)
      const addRecord = (number: number) =>
        repository.artifacts.push({
          id: number,
          name: 'ai-worklog',
          zip: zipRecord(createRecord(number, { repository: 'octo/data' })),
          headRepositoryId: 7,
          createdAt: new Date(Date.UTC(2026, 0, number)).toISOString(),
        })
      const run = () =>
        runCheck({
          entry: 'dataset',
          inputs: { store, history: 'false', upload: 'false', authors: 'omit' },
          env: { GITHUB_API_URL: repository.origin, GITHUB_REPOSITORY: 'octo/data' },
        })
      addRecord(1)
      const first = await run()
      assert.equal(first.exitCode, 0, first.stdout)
      assert.deepEqual([first.outputs.version, first.outputs.records], ['1.0.0', '1'])

      repository.artifacts.length = 0
      addRecord(2)
      const second = await run()
      assert.equal(second.exitCode, 0, second.stdout)
      assert.deepEqual([second.outputs.version, second.outputs.records], ['1.1.0', '2'])
      assert.equal(second.outputs['artifact-id'], undefined)

      const kept =
        store === 'release'
          ? repository.releases.map(({ tag_name }) => tag_name)
          : [...repository.filesOf('data/v1').keys()].filter((path) => path.endsWith('state.json'))
      assert.equal(kept.length, 2, kept.join(' '))
    })
  }
})
