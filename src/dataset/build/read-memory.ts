// What sources want to know of the previous version, so that they ask GitHub only for what is new.

import type { DuckDBConnection } from '@duckdb/node-api'
import type { SeenArtifact } from '../sources/collected.ts'
import { readRecords } from '../store/read-records.ts'
import type { StoreState } from '../store/state.ts'
import { readRows } from './read-facts.ts'

export interface SourceMemory {
  /** Artifacts that the store has. */
  seen: readonly SeenArtifact[]
  /** Whether the last run could get at every artifact that it found. */
  reachedAll: boolean
  /** Until when the history of a repository has been read, ISO 8601, by its numeric id as text. */
  through: ReadonlyMap<string, string>
  /** What reverted a pull request, by record id. */
  reverts: ReadonlyMap<string, string>
  /** Pull requests that were open or under checks: GitHub does not call them updated when these end. By repository id. */
  pending: ReadonlyMap<string, readonly number[]>
}

/** Of a store without a version. */
export const noMemory: SourceMemory = {
  seen: [],
  reachedAll: false,
  through: new Map(),
  reverts: new Map(),
  pending: new Map(),
}

/** Of the version in `folder`, whose state is `state`. */
export async function readMemory(
  connection: DuckDBConnection,
  folder: string,
  { artifacts, history, unreachable }: StoreState,
): Promise<SourceMemory> {
  const from = `FROM ${readRecords(folder)}`
  const outcome = (name: string) => `json_extract_string(json, '$.outcome.${name}')`
  const reverted = await readRows(
    connection,
    `SELECT json_extract_string(json, '$.record_id') AS id, ${outcome('reverted_by')} AS by ${from}
    WHERE ${outcome('reverted_by')} IS NOT NULL`,
  )
  const unsettled = await readRows(
    connection,
    `SELECT repository_id, pr_number ${from} WHERE repository_id IS NOT NULL AND pr_number IS NOT NULL
    AND (json_extract_string(json, '$.source.state') = 'open' OR ${outcome('checks')} IN ('PENDING', 'EXPECTED'))
    ORDER BY repository_id, pr_number`,
  )
  const pending = new Map<string, number[]>()
  for (const { repository_id, pr_number } of unsettled) {
    const key = String(repository_id)
    pending.set(key, [...(pending.get(key) ?? []), Number(pr_number)])
  }
  return {
    seen: artifacts,
    reachedAll: unreachable === 0,
    through: new Map(history.map(({ repository_id, through }) => [String(repository_id), through])),
    reverts: new Map(reverted.map(({ id, by }) => [String(id), String(by)])),
    pending,
  }
}
