// From the sources to an engine that has run every step: what a dataset and a report have in common.

import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { DuckDBConnection } from '@duckdb/node-api'
import { type Duckdb, openDuckdb } from '../engine/duckdb/open-duckdb.ts'
import { runPlan } from '../engine/duckdb/run-plan.ts'
import { createPlan } from '../engine/plan.ts'
import type { MapResult } from '../map/map-options.ts'
import type { Collected } from '../sources/collected.ts'
import { readState, type StoreState, type Tombstone } from '../store/state.ts'
import type { StoredVersion } from '../store/store.ts'
import type { BuildOptions } from './build-options.ts'
import { defaultSalt, mapSources } from './map-sources.ts'
import { exportPrevious, writePrevious } from './read-previous.ts'
import { fewRepositories, trainBelow, validationBelow, writeParams } from './write-params.ts'

/** Everything is in the views of `connection` until `close`. */
export interface Prepared {
  connection: DuckDBConnection
  collected: Collected
  mapped: MapResult
  /** Of the previous version; null without one. */
  state: StoreState | null
  salt: string
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
  const salt = options.salt ?? state?.salt ?? defaultSalt
  const folder = previous?.folder ?? null

  const reading = await openDuckdb({ temporaryFolder: join(workFolder, 'spill') })
  let fromStore: Awaited<ReturnType<typeof exportPrevious>>
  try {
    fromStore = await exportPrevious(reading.connection, folder, workFolder, signal)
    await writePrevious(reading.connection, folder, join(stagedFolder, 'previous', '0.parquet'), signal)
    await writeParams(
      reading.connection,
      toParams(options),
      join(stagedFolder, 'params', '0.parquet'),
      signal,
    )
  } finally {
    reading.close()
  }

  const seen = state?.artifacts ?? []
  const { collected, mapped } = await mapSources(options, { seen, fromStore, tombstones, salt })

  const engine: Duckdb = await openDuckdb({ temporaryFolder: join(workFolder, 'spill') })
  try {
    await runPlan(engine.connection, createPlan(), { stagedFolder, signal, progress })
  } catch (error) {
    engine.close()
    throw error
  }
  return { connection: engine.connection, collected, mapped, state, salt, close: () => engine.close() }
}

function toParams({ allowPrivate, audience, license }: BuildOptions) {
  return {
    allow_private: allowPrivate,
    audience,
    license,
    few_repositories: fewRepositories,
    train_below: trainBelow,
    validation_below: validationBelow,
  }
}
