// Sources to staged tables: what a build, a report and a shard of the map begin with.

import type { Input } from '../input.ts'
import { mapInputs } from '../map/map-inputs.ts'
import type { MapResult } from '../map/map-options.ts'
import { noOptOut, parseOptOutList } from '../privacy/opt-out-list.ts'
import type { Collected } from '../sources/collected.ts'
import type { Tombstone } from '../store/state.ts'
import type { AuthorMode, BuildOptions } from './build-options.ts'
import { collectInputs } from './collect-inputs.ts'
import type { SourceMemory } from './read-memory.ts'

/** One for all, so that the first version of the same inputs is the same everywhere. */
export const defaultSalt = 'ai-worklog'

export interface MapRequest {
  memory: SourceMemory
  /** Records of the previous version. */
  fromStore: readonly Input[]
  tombstones: readonly Tombstone[]
  /** Default {@link defaultSalt}. */
  salt: string | null
  authors: AuthorMode
  shard?: { index: number; count: number }
}

/** Reads the sources and maps them with what the store holds. */
export async function mapSources(
  options: BuildOptions,
  { memory, fromStore, tombstones, salt, authors, shard }: MapRequest,
): Promise<{ collected: Collected; mapped: MapResult }> {
  const { workFolder, signal, progress, asOf, optOut } = options
  const collected = await collectInputs(options, { workFolder, asOf, memory, signal, progress })
  const mapped = await mapInputs([...fromStore, ...collected.inputs], {
    workFolder,
    outcomes: collected.outcomes,
    salt: salt ?? defaultSalt,
    authors,
    pseudonymKey: options.pseudonymKey ?? undefined,
    optOut: optOut === null ? noOptOut : parseOptOutList(optOut.text, optOut.name),
    tombstones,
    keepDays: options.keepDays,
    toolAgeDays: options.toolAgeDays,
    asOf,
    threads: options.threads ?? undefined,
    shard,
    signal,
    progress,
  })
  return { collected, mapped }
}
