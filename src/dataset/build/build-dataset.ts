// One build: a new version beside the old one, or none when nothing has changed.

import { mkdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { ruleset } from '../../core/redact/rules/rules.ts'
import { UsageError } from '../../report/usage-error.ts'
import type { DatasetDescription } from '../publish/dataset-description.ts'
import { decideVersion } from '../publish/decide-version.ts'
import { readManifest } from '../publish/manifest.ts'
import { type Report, renderReport } from '../report/render-report.ts'
import { runReport } from '../report/run-report.ts'
import type { Store, StoredVersion } from '../store/store.ts'
import type { BuildOptions } from './build-options.ts'
import { type Prepared, prepareDataset } from './prepare-dataset.ts'
import { type Facts, readFacts, readRows } from './read-facts.ts'
import { writeVersion } from './write-version.ts'

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
  const { workFolder, signal } = options
  await mkdir(workFolder, { recursive: true })
  const previous = await store.fetchLatest(join(workFolder, 'previous'), signal)
  const tombstones = await store.readTombstones(signal)
  const prepared = await prepareDataset(options, previous, tombstones)
  try {
    const { connection, collected, mapped } = prepared
    const facts = await readFacts(connection)
    const results = await runReport((sql) => readRows(connection, sql))
    const before = previous && (await readBefore(previous))
    const changes = countChanges(facts, before?.ruleset)
    const next = decideNext(previous?.version ?? null, changes, facts, prepared, options)
    const version = next ?? previous?.version ?? null
    const report = renderReport(results, { datasetVersion: version, asOf: options.asOf })
    const outcome = { version, facts, report, prepared: { collected, mapped } }
    if (next === null) return { ...outcome, isNew: false, folder: null, description: null }

    const folder = join(workFolder, 'version', next)
    const description = await writeVersion(folder, {
      version: next,
      previousVersion: previous?.version ?? null,
      changes,
      changelog: before?.changelog ?? null,
      facts,
      report,
      prepared,
      tombstones,
      options,
    })
    // Something may have been erased while this was building, and is in it.
    if ((await store.readTombstones(signal)).length !== tombstones.length) {
      throw new UsageError(
        `Something was erased from ${store.name} meanwhile; nothing was written. Run the build again`,
      )
    }
    await store.commit(folder, next, signal)
    return { ...outcome, isNew: true, folder, description }
  } finally {
    prepared.close()
  }
}

/** When the rules of redaction are others, what changed is taken to be redacted anew. */
function countChanges(
  { changes }: Facts,
  rulesetBefore: string | null | undefined,
): DatasetDescription['changes'] {
  const isRedactedAnew = rulesetBefore !== undefined && rulesetBefore !== ruleset
  return isRedactedAnew ? { ...changes, changed: 0, redacted: changes.changed } : { ...changes, redacted: 0 }
}

/** The version to make; null for none. */
function decideNext(
  previous: string | null,
  changes: DatasetDescription['changes'],
  { storedChanges, newDiffs }: Facts,
  { collected, state }: Prepared,
  { renew = false }: BuildOptions,
): string | null {
  // A store that would be empty is not begun.
  if (previous === null) return storedChanges > 0 ? '1.0.0' : null
  const next = decideVersion(previous, { ...changes, added: changes.added + newDiffs })
  if (next !== null) return next
  // What the store must remember is a version too: artifacts expire, and need not be fetched twice. That the history of a
  // repository was read once more and is as it was need not be remembered.
  const known = new Set(state?.history.map(({ repository_id }) => repository_id))
  const isFirstRead = (collected.through ?? []).some(({ repositoryId }) => !known.has(repositoryId))
  const mustRemember = renew || storedChanges > 0 || collected.artifacts.length > 0 || isFirstRead
  return mustRemember ? nextPatch(previous) : null
}

/** The same data, said anew. */
function nextPatch(version: string): string {
  const [major, minor, patch] = version.split('.')
  return `${major}.${minor}.${Number(patch) + 1}`
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
