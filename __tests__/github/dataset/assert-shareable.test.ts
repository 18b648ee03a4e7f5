import assert from 'node:assert/strict'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, it, type TestContext } from 'node:test'
import type { Client } from '../../../src/api/create-client.ts'
import { writeState } from '../../../src/dataset/store/state.ts'
import { assertStorable, mayShowReport } from '../../../src/github/dataset/assert-shareable.ts'
import { createBuildWorld, documented } from '../../support/build-world.ts'
import { createState, makeFolder } from '../../support/dataset-version.ts'

const clientOf = (answer: () => unknown) =>
  ({ request: async () => ({ data: answer() }) }) as unknown as Client
const publicHome = clientOf(() => ({ private: false }))
const privateHome = clientOf(() => ({ private: true }))
const brokenHome = clientOf(() => {
  throw new Error('no')
})

async function makeStored(t: TestContext, changes: Parameters<typeof createState>[0]): Promise<string> {
  const folder = makeFolder(t)
  mkdirSync(join(folder, 'store'))
  await writeState(folder, createState(changes))
  return folder
}

describe('a public repository', () => {
  it('stores nothing of private ones, and no logins behind pseudonyms', async (t) => {
    const withPrivate = await makeStored(t, { private_records: 1 })
    await assert.rejects(
      assertStorable(withPrivate, publicHome, 'octo/app'),
      /records of private repositories/,
    )
    await assert.rejects(assertStorable(withPrivate, brokenHome, 'octo/app'), { name: 'UsageError' })
    await assertStorable(withPrivate, privateHome, 'octo/app')
    const build = { authors: 'pseudonym', audience: 'team', license: null, allow_private: false } as const
    const withPseudonyms = await makeStored(t, { build })
    await assert.rejects(assertStorable(withPseudonyms, publicHome, 'octo/app'), /behind each pseudonym/)
    await assertStorable(withPseudonyms, privateHome, 'octo/app')
    await assertStorable(await makeStored(t, {}), publicHome, 'octo/app')
  })

  it('shows no report of private ones', async () => {
    const excluded = [{ reason: 'private_repository', count: 2 }]
    assert.equal(await mayShowReport({ privateRecords: 2, excluded }, publicHome, 'octo/app'), true)
    assert.equal(await mayShowReport({ privateRecords: 3, excluded }, publicHome, 'octo/app'), false)
    assert.equal(await mayShowReport({ privateRecords: 3, excluded }, privateHome, 'octo/app'), true)
    assert.equal(await mayShowReport({ privateRecords: 3, excluded }, brokenHome, 'octo/app'), false)
  })

  it('is told of private records whatever keeps them out of the dataset', async (t) => {
    const world = createBuildWorld(t)
    const body = String(documented(1).body).replace('Training consent: yes\n', '')
    const { facts } = await world.build([documented(1, { visibility: 'private', body })], {
      audience: 'public',
    })
    assert.deepEqual(facts.excluded, [{ reason: 'not_public', count: 1 }])
    assert.equal(facts.privateRecords, 1)
  })
})
