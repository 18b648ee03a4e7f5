// From the sources to an engine that has run every step: what a dataset and a report have in common.

import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { DuckDBConnection } from '@duckdb/node-api'
import { UsageError } from '../../report/usage-error.ts'
import { stageDiffs } from '../diffs/stage-diffs.ts'
import { type Duckdb, openDuckdb } from '../engine/duckdb/open-duckdb.ts'
import { runPlan } from '../engine/duckdb/run-plan.ts'
import { createPlan } from '../engine/plan.ts'
import { createTombstoneMatcher, type Erasable } from '../erase/tombstones.ts'
import type { MapResult } from '../map/map-options.ts'
import { createOptOutCheck, noOptOut, parseOptOutList } from '../privacy/opt-out-list.ts'
import type { Collected } from '../sources/collected.ts'
import { type BuildState, readState, type StoreState, type Tombstone } from '../store/state.ts'
import type { StoredVersion } from '../store/store.ts'
import { barStaged } from './bar-staged.ts'
import type { BuildOptions } from './build-options.ts'
import { defaultSalt, mapSources } from './map-sources.ts'
import { noMemory, readMemory } from './read-memory.ts'
import { exportPrevious, writePrevious } from './read-previous.ts'
import { settleOptions } from './settle-options.ts'
import { assertSettings, toStagedSettings } from './staged-settings.ts'
import { ownShard, takeStaged } from './take-staged.ts'
import { fewRepositories, trainBelow, validationBelow, writeParams } from './write-params.ts'

/** Everything is in the views of `connection` until `close`. */
export interface Prepared {
  connection: DuckDBConnection
  collected: Collected
  mapped: MapResult
  /** Of the previous version; null without one. */
  state: StoreState | null
  salt: string
  /** As it was built. */
  build: BuildState
  close(): void
}

/** Reads, maps, chooses and clusters. `previous` is the newest version of the store. */
export async function prepareDataset(
  options: BuildOptions,
  previous: StoredVersion | null,
  tombstones: readonly Tombstone[],
): Promise<Prepared> {
  const { workFolder, signal, progress } = options
  const stagedFolder = join(workFolder, 'staged')
  await rm(stagedFolder, { recursive: true, force: true })
  for (const folder of ['previous', 'params']) await mkdir(join(stagedFolder, folder), { recursive: true })
  const state = previous && (await readState(previous.folder))
  const build = settleOptions(options, state?.build ?? null)
  if (options.salt !== null && state !== null && options.salt !== state.salt) {
    throw new UsageError(
      'The salt of a dataset cannot change: rows would move between splits, and what was erased could come back. Leave out `--salt`, or begin a new store',
    )
  }
  const salt = state?.salt ?? options.salt ?? defaultSalt
  const folder = previous?.folder ?? null

  const reading = await openDuckdb({ temporaryFolder: join(workFolder, 'spill') })
  let fromStore: Awaited<ReturnType<typeof exportPrevious>>
  let memory = noMemory
  try {
    if (folder !== null && state !== null) memory = await readMemory(reading.connection, folder, state)
    fromStore = await exportPrevious(reading.connection, folder, workFolder, signal)
    await writePrevious(reading.connection, folder, join(stagedFolder, 'previous', '0.parquet'), signal)
    await writeParams(reading.connection, toParams(build), join(stagedFolder, 'params', '0.parquet'), signal)
  } finally {
    reading.close()
  }

  if (options.staged !== null) {
    const settings = toStagedSettings({ ...options, authors: build.authors, salt })
    await takeStaged(options.staged, stagedFolder, await assertSettings(options.staged, settings))
    await barUnwanted(options, tombstones, salt, stagedFolder)
  }
  const { collected, mapped } = await mapSources(options, {
    ...(options.staged === null ? {} : { shard: { index: ownShard, count: 1 } }),
    memory,
    fromStore,
    tombstones,
    salt,
    authors: build.authors,
  })

  const file = join(workFolder, 'tables.duckdb')
  await rm(file, { force: true })
  // DuckDB takes what follows a question mark for settings.
  const isOnDisk = !file.includes('?')
  const open = () => openDuckdb({ temporaryFolder: join(workFolder, 'spill'), ...(isOnDisk ? { file } : {}) })
  let engine: Duckdb = await open()
  try {
    const diffs = { fetched: collected.diffs ?? null, versionFolder: folder, stagedFolder, signal }
    await stageDiffs(engine.connection, diffs)
    const run = { stagedFolder, signal, progress }
    if (options.engine.kind === 'duckdb') await runPlan(engine.connection, createPlan(), run)
    else {
      const { runPlanOnSpark } = await import('../engine/spark/run-plan-on-spark.ts')
      const { command } = options.engine
      await runPlanOnSpark(engine.connection, createPlan(), {
        ...run,
        command,
        workFolder: join(workFolder, 'spark'),
      })
    }
  } catch (error) {
    engine.close()
    throw error
  }
  if (isOnDisk) {
    // Half of what the process holds by now is what the steps have left behind; a database opened anew begins without.
    engine.close()
    engine = await open()
  }
  return { connection: engine.connection, collected, mapped, state, salt, build, close: () => engine.close() }
}

/** What was erased or opted out since the parts were mapped. */
async function barUnwanted(
  { workFolder, optOut, signal }: BuildOptions,
  tombstones: readonly Tombstone[],
  salt: string,
  stagedFolder: string,
): Promise<void> {
  if (tombstones.length === 0 && optOut === null) return
  const isErased = createTombstoneMatcher(tombstones, salt)
  const isOptedOut = createOptOutCheck(optOut === null ? noOptOut : parseOptOutList(optOut.text, optOut.name))
  const { connection, close } = await openDuckdb({ temporaryFolder: join(workFolder, 'spill') })
  const why = (record: Erasable) => (isErased(record) ? 'tombstone' : isOptedOut(record) ? 'opt_out' : null)
  await barStaged(connection, stagedFolder, why, signal).finally(close)
}

function toParams({ allow_private, authors, audience, license }: BuildState) {
  return {
    allow_private,
    publish_diffs: authors === 'login',
    audience,
    license,
    few_repositories: fewRepositories,
    train_below: trainBelow,
    validation_below: validationBelow,
  }
}
