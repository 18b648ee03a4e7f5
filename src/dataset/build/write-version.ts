// Writes the folder of a version: the dataset, and what the store keeps beside it.

import { mkdir, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { version as toolVersion } from '../../core/record/version.ts'
import { ruleset } from '../../core/redact/rules/rules.ts'
import { writeTables } from '../engine/duckdb/write-tables.ts'
import type { DatasetDescription } from '../publish/dataset-description.ts'
import { describeDataset } from '../publish/describe-dataset.ts'
import type { Report } from '../report/render-report.ts'
import { serializeReport } from '../report/report-json.ts'
import type { Collected } from '../sources/collected.ts'
import { mergeTombstones, type StoreState, type Tombstone, writeState } from '../store/state.ts'
import type { BuildOptions } from './build-options.ts'
import type { Prepared } from './prepare-dataset.ts'
import type { Facts } from './read-facts.ts'
import { trainBelow, validationBelow } from './write-params.ts'
import { writeStored } from './write-stored.ts'

export interface VersionContent {
  version: string
  previousVersion: string | null
  changes: DatasetDescription['changes']
  /** Of the previous version. */
  changelog: string | null
  facts: Facts
  report: Report
  prepared: Prepared
  tombstones: readonly Tombstone[]
  options: Pick<BuildOptions, 'asOf' | 'signal' | 'progress'>
}

/** Writes `folder`; what is there is replaced. Resolves to what the texts beside the data are made of. */
export async function writeVersion(folder: string, content: VersionContent): Promise<DatasetDescription> {
  const { version, previousVersion, changes, changelog, facts, report, prepared, tombstones, options } =
    content
  const { connection, collected, state, salt, build } = prepared
  await rm(dirname(folder), { recursive: true, force: true })
  const dataset = join(folder, 'dataset')
  await mkdir(dataset, { recursive: true })
  const description: DatasetDescription = {
    version,
    previousVersion,
    asOf: options.asOf,
    toolVersion,
    schemaVersion: '1.0',
    ruleset,
    authors: build.authors,
    audience: build.audience,
    tables: await writeTables(connection, dataset, options),
    ratios: {
      train: trainBelow / 10_000,
      validation: (validationBelow - trainBelow) / 10_000,
      test: (10_000 - validationBelow) / 10_000,
    },
    ...facts,
    changes,
    previousChangelog: changelog,
  }
  for (const [path, text] of describeDataset(description)) await writeFile(join(dataset, path), text)
  await writeStored(connection, folder, options.signal)
  await writeFile(join(folder, 'store', 'report.json'), serializeReport(report.json))
  await writeFile(join(folder, 'store', 'report.md'), report.markdown)
  await writeState(folder, {
    state_version: 1,
    version,
    salt,
    split_by: facts.splitBy,
    build,
    artifacts: [...(state?.artifacts ?? []), ...collected.artifacts],
    unreachable: collected.problems.filter(({ reason }) => reason === 'unreachable').length,
    history: mergeHistory(state?.history ?? [], collected.through ?? []),
    private_records: facts.privateRecords,
    tombstones: mergeTombstones(state?.tombstones ?? [], tombstones),
  })
  return description
}

function mergeHistory(
  before: StoreState['history'],
  now: NonNullable<Collected['through']>,
): StoreState['history'] {
  const merged = new Map(before.map((row) => [row.repository_id, row.through]))
  for (const { repositoryId, time } of now) merged.set(repositoryId, time)
  return [...merged].map(([repository_id, through]) => ({ repository_id, through }))
}
