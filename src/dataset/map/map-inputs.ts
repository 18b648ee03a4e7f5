// The map: inputs to staged Parquet, on all cores, with bounded memory.

import { mkdir, rm, stat } from 'node:fs/promises'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { openDuckdb } from '../engine/duckdb/open-duckdb.ts'
import type { Input } from '../input.ts'
import { createMapContext } from './map-context.ts'
import type { MapOptions, MapResult, MapSettings } from './map-options.ts'
import { mapRanges } from './map-ranges.ts'
import { type Mapper, mapHere, startThread } from './map-threads.ts'
import { StagedParts } from './staged-parts.ts'
import { listTableFolders } from './write-staged.ts'

/** Bytes under which threads cost more than they save: some 500 records. */
const fewBytes = 1_500_000

/**
 * Maps `inputs` to the staged tables below `<workFolder>/staged`. Equal inputs and options give equal rows, whatever the
 * threads; the files may differ. Throws a UsageError for options that cannot be met and when DuckDB is missing, and the
 * signal’s reason; what is wrong in the inputs is told in the result.
 */
export async function mapInputs(inputs: readonly Input[], options: MapOptions): Promise<MapResult> {
  const { workFolder, shard = { index: 1, count: 1 }, signal, progress, ...others } = options
  const { threads = availableParallelism(), ...settings } = others
  signal.throwIfAborted()
  const staged = join(workFolder, 'staged')
  const passing = join(workFolder, `mapping-${shard.index}`)
  // Wrong settings are told before anything is started.
  await createMapContext(settings)
  const bytes = await measureInputs(inputs)
  for (const folder of [...listTableFolders(staged), passing]) await mkdir(folder, { recursive: true })
  const duckdb = await openDuckdb({
    temporaryFolder: join(passing, 'duckdb'),
    threads: 1,
    memoryLimit: '400MB',
  })
  const parts = new StagedParts(duckdb.connection, staged, shard.index, signal)
  const mappers = await startMappers(bytes < fewBytes ? 0 : threads, settings, inputs, shard.index, passing)
  const stop = (reason: unknown) => Promise.all(mappers.map((mapper) => mapper.stop(reason)))
  const onAbort = () => void stop(signal.reason)
  signal.addEventListener('abort', onAbort, { once: true })
  try {
    return { staged, ...(await mapRanges(inputs, { bytes, shard, mappers, parts, signal, progress })) }
  } finally {
    signal.removeEventListener('abort', onAbort)
    await stop(new Error('The map has ended'))
    await parts.settle()
    duckdb.close()
    await rm(passing, { recursive: true, force: true })
  }
}

/** No thread: this one. */
async function startMappers(
  threads: number,
  settings: MapSettings,
  inputs: readonly Input[],
  shard: number,
  folder: string,
): Promise<Mapper[]> {
  if (threads === 0) return [await mapHere(settings, inputs, shard, folder)]
  return Array.from({ length: threads }, () => startThread(settings, inputs, shard, folder))
}

async function measureInputs(inputs: readonly Input[]): Promise<number> {
  let bytes = 0
  for (const { path } of inputs) bytes += (await stat(path)).size
  return bytes
}
