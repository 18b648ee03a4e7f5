import assert from 'node:assert/strict'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { defaultSalt } from '../../../src/dataset/build/map-sources.ts'
import { toStagedSettings, writeStagedSettings } from '../../../src/dataset/build/staged-settings.ts'
import { toTombstones } from '../../../src/dataset/erase/erase-target.ts'
import { mapInputs } from '../../../src/dataset/map/map-inputs.ts'
import { noOptOut } from '../../../src/dataset/privacy/opt-out-list.ts'
import { silent } from '../../../src/runtime/progress.ts'
import { asOf, type BuildWorld, createBuildWorld, documented } from '../../support/build-world.ts'

/** Maps `lines` elsewhere, as `dataset map` does. */
async function mapElsewhere(world: BuildWorld, lines: readonly unknown[]): Promise<string> {
  const workFolder = join(world.folder, 'elsewhere')
  mkdirSync(workFolder)
  const path = join(world.folder, 'elsewhere.jsonl')
  writeFileSync(path, lines.map((line) => `${JSON.stringify(line)}\n`).join(''))
  const { staged } = await mapInputs(
    [{ path, name: 'lines', kind: 'auto', source: 'file', trust: 'local' }],
    {
      workFolder,
      outcomes: [],
      salt: defaultSalt,
      authors: 'login',
      pseudonymKey: undefined,
      optOut: noOptOut,
      tombstones: [],
      keepDays: null,
      toolAgeDays: null,
      asOf,
      threads: 1,
      signal: new AbortController().signal,
      progress: silent,
    },
  )
  return staged
}

const settings = toStagedSettings({
  authors: 'login',
  salt: defaultSalt,
  pseudonymKey: null,
  keepDays: null,
  toolAgeDays: null,
})
const whole = { index: 1, count: 1 }
const numbersOf = (world: BuildWorld) =>
  world
    .rows('records')
    .map(({ record_id }) => Number(String(record_id).split('/').at(-1)))
    .sort()

describe('parts that were mapped elsewhere', () => {
  it('are part of the dataset, but for what was erased or opted out', async (t) => {
    const world = createBuildWorld(t)
    await world.build([documented(9)])
    await world.store.addTombstones(
      toTombstones({ author: 'author-1' }, [], defaultSalt, asOf),
      new AbortController().signal,
    )
    const staged = await mapElsewhere(
      world,
      [1, 2, 3, 4].map((number) => documented(number)),
    )
    await writeStagedSettings(staged, whole, settings)
    const optOut = { name: 'list', text: 'pull-request:octo/app#2\n' }
    const { facts } = await world.build([documented(5)], { staged, optOut })
    assert.deepEqual(numbersOf(world), [3, 4, 5, 9])
    assert.deepEqual(
      facts.excluded.filter(({ reason }) => reason === 'tombstone' || reason === 'opt_out'),
      [
        { reason: 'opt_out', count: 1 },
        { reason: 'tombstone', count: 1 },
      ],
    )
  })

  it('are refused when they were mapped in another way', async (t) => {
    const world = createBuildWorld(t)
    const staged = await mapElsewhere(world, [documented(1)])
    await assert.rejects(world.build([], { staged }), /no `settings-….json`/)
    await writeStagedSettings(staged, whole, settings)
    await assert.rejects(world.build([], { staged, authors: 'omit' }), /another `authors`/)
    await assert.rejects(world.build([], { staged, salt: 'other' }), /another `salt`/)
    await assert.rejects(
      world.build([], { staged, keepDays: 9 }),
      /another `keep_days`.*; give `--keep-days` to/,
    )
    await world.build([], { staged })
    assert.deepEqual(numbersOf(world), [1])
  })

  it('are refused when one is missing', async (t) => {
    const world = createBuildWorld(t)
    const staged = await mapElsewhere(world, [documented(1)])
    await writeStagedSettings(staged, { index: 1, count: 2 }, settings)
    await assert.rejects(world.build([], { staged }), {
      name: 'UsageError',
      message: `\`--staged\`: \`settings-0002.json\` is missing in \`${staged}\`: part 2 of 2 was not mapped, or not copied there`,
    })
    await writeStagedSettings(staged, { index: 2, count: 2 }, settings)
    await assert.rejects(world.build([], { staged }), /there is no `0002-….parquet` in /)
    await writeStagedSettings(staged, { index: 2, count: 3 }, settings)
    await assert.rejects(world.build([], { staged }), /are of several maps/)
  })
})
