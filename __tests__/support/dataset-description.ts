// A description of a dataset for tests, to be changed where a test is about it.

import type { DatasetDescription } from '../../src/dataset/publish/dataset-description.ts'
import { publishedTables } from '../../src/dataset/tables/published.ts'
import { type Split, splits, type TableSummary } from '../../src/dataset/tables/table-summary.ts'

/** Every table with `rows` rows in each split and made-up files, or without any. */
export function createSummaries(rows: Readonly<Partial<Record<Split, number>>>): TableSummary[] {
  return publishedTables.map(({ name, kind, description, columns }) => ({
    name,
    kind,
    description,
    columns,
    splits: splits.flatMap((split) => {
      const count = rows[split] ?? 0
      if (count === 0) return []
      const file = (path: string) => ({ path, bytes: 1000 + count, sha256: '0'.repeat(64), rows: count })
      return [
        {
          split,
          rows: count,
          parquet: [file(`data/${name}/${split}-00000-of-00001.parquet`)],
          jsonl: [file(`jsonl/${name}/${split}-00000-of-00001.jsonl`)],
        },
      ]
    }),
  }))
}

/** A dataset of public records of one repository, with 18 records in two splits. */
export function createDescription(change: Partial<DatasetDescription> = {}): DatasetDescription {
  return {
    version: '1.1.0',
    previousVersion: '1.0.0',
    asOf: '2026-11-26T00:00:00Z',
    toolVersion: '1.0.0',
    schemaVersion: '1.0',
    ruleset: '1.2',
    redactionCounts: [{ rule: 'email', count: 3 }],
    authors: 'omit',
    audience: 'public',
    tables: createSummaries({ train: 16, test: 2 }),
    excluded: [
      { reason: 'exact_duplicate', count: 4 },
      { reason: 'consent_unset', count: 1204 },
    ],
    sources: [
      { kind: 'store', name: null, count: 12 },
      { kind: 'artifact', name: 'octo/app', count: 6 },
    ],
    repositories: 1,
    licenses: [{ license: 'MIT', count: 18 }],
    splitBy: 'pull_request',
    ratios: { train: 0.9, validation: 0.05, test: 0.05 },
    visibility: [{ visibility: 'public', count: 18 }],
    changes: { added: 6, changed: 0, removed: 0, redacted: 0 },
    consent: [{ training: 'yes', count: 18 }],
    previousChangelog: '# Changelog\n\n## 1.0.0 (2026-11-19)\n\nThe first version.\n\n- 12 records added\n',
    ...change,
  }
}
