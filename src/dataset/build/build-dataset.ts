// One build: a new version beside the old one, or none when nothing has changed.

import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { version as toolVersion } from '../../core/record/version.ts'
import { ruleset } from '../../core/redact/rules/rules.ts'
import { writeTables } from '../engine/duckdb/write-tables.ts'
import type { DatasetDescription } from '../publish/dataset-description.ts'
import { decideVersion } from '../publish/decide-version.ts'
import { describeDataset } from '../publish/describe-dataset.ts'
import { readManifest } from '../publish/manifest.ts'
import { type Report, renderReport } from '../report/render-report.ts'
import { serializeReport } from '../report/report-json.ts'
import { runReport } from '../report/run-report.ts'
import type { Collected } from '../sources/collected.ts'
import { mergeTombstones, type StoreState, writeState } from '../store/state.ts'
import type { Store, StoredVersion } from '../store/store.ts'
import type { BuildOptions } from './build-options.ts'
import { type Prepared, prepareDataset } from './prepare-dataset.ts'
import { type Facts, readFacts, readRows } from './read-facts.ts'
import { trainBelow, validationBelow } from './write-params.ts'
import { writeStored } from './write-stored.ts'

export interface BuildOutcome {
  /** The newest version; null when there is nothing to make one of. */
  version: string | null
  /** Whether this run made it. */
  isNew: boolean
  /** The folder of the version in the work folder; null when it is not new. */
  folder: string | null
  description: DatasetDescription | null
  facts: Facts
  report: Report
  prepared: Pick<Prepared, 'collected' | 'mapped'>
}

/** Builds from `options` and commits the new version to `store`. An interrupted run leaves the store as it was. */
export async function buildDataset(options: BuildOptions, store: Store): Promise<BuildOutcome> {
  const { workFolder, signal, progress } = options
  await mkdir(workFolder, { recursive: true })
  const previous = await store.fetchLatest(join(workFolder, 'previous'), signal)
  const tombstones = await store.readTombstones(signal)
  const prepared = await prepareDataset(options, previous, tombstones)
  try {
    const { connection, collected, mapped, state, salt, build } = prepared
    const facts = await readFacts(connection)
    const results = await runReport((sql) => readRows(connection, sql))
    const before = previous && (await readBefore(previous))
    const isRedactedAnew = before !== null && before.ruleset !== ruleset
    const changes = {
      ...facts.changes,
      changed: isRedactedAnew ? 0 : facts.changes.changed,
      redacted: isRedactedAnew ? facts.changes.changed : 0,
    }
    // What the store must remember is a version too: artifacts expire, and need not be fetched twice.
    const mustRemember =
      options.renew === true ||
      facts.storedChanges > 0 ||
      collected.artifacts.length > 0 ||
      (collected.through ?? []).length > 0
    const version =
      decideVersion(previous?.version ?? null, { ...changes, added: changes.added + facts.newDiffs }) ??
      (previous !== null && mustRemember ? nextPatch(previous.version) : null)
    const report = renderReport(results, {
      datasetVersion: version ?? previous?.version ?? null,
      asOf: options.asOf,
    })
    const rest = { facts, report, prepared: { collected, mapped } }
    const isEmpty = previous === null && facts.storedChanges === 0
    if (version === null || isEmpty) {
      return { version: previous?.version ?? null, isNew: false, folder: null, description: null, ...rest }
    }

    const folder = join(workFolder, 'version', version)
    await rm(join(workFolder, 'version'), { recursive: true, force: true })
    const dataset = join(folder, 'dataset')
    await mkdir(dataset, { recursive: true })
    const description: DatasetDescription = {
      version,
      previousVersion: previous?.version ?? null,
      asOf: options.asOf,
      toolVersion,
      schemaVersion: '1.0',
      ruleset,
      authors: build.authors,
      audience: build.audience,
      tables: await writeTables(connection, dataset, { signal, progress }),
      ratios: {
        train: trainBelow / 10_000,
        validation: (validationBelow - trainBelow) / 10_000,
        test: (10_000 - validationBelow) / 10_000,
      },
      ...facts,
      changes,
      previousChangelog: before?.changelog ?? null,
    }
    for (const [path, text] of describeDataset(description)) await writeFile(join(dataset, path), text)
    await writeStored(connection, folder, signal)
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
      tombstones: mergeTombstones(state?.tombstones ?? [], tombstones),
    })
    await store.commit(folder, version, signal)
    return { version, isNew: true, folder, description, ...rest }
  } finally {
    prepared.close()
  }
}

/** What the next version says of the one before it. */
async function readBefore({ folder }: StoredVersion): Promise<{ changelog: string; ruleset: string | null }> {
  const manifest = join(folder, 'dataset', 'manifest.json')
  const { redaction } = readManifest(await readFile(manifest, 'utf8'), manifest)
  return {
    changelog: await readFile(join(folder, 'dataset', 'CHANGELOG.md'), 'utf8'),
    ruleset: redaction.ruleset,
  }
}

function mergeHistory(
  before: StoreState['history'],
  now: NonNullable<Collected['through']>,
): StoreState['history'] {
  const merged = new Map(before.map((row) => [row.repository_id, row.through]))
  for (const { repositoryId, time } of now) merged.set(repositoryId, time)
  return [...merged].map(([repository_id, through]) => ({ repository_id, through }))
}

/** The same data, said anew. */
function nextPatch(version: string): string {
  const [major, minor, patch] = version.split('.')
  return `${major}.${minor}.${Number(patch) + 1}`
}
