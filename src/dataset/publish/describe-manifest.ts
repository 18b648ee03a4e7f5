// Makes manifest.json. Artifact ids, digests and the salt of the splits stay in the team’s store: ids and digests lead
// into private repositories, and with the salt one could tell which split a pseudonymous repository must be in.

import { countRows, type DatasetDescription, isPublic } from './dataset-description.ts'
import type { Manifest } from './manifest.ts'

/** A text file of the dataset, with its SHA-256 in hex. */
export interface DescribedFile {
  path: string
  bytes: number
  sha256: string
}

/** The text of manifest.json; `texts` are the files beside it that hold no rows. */
export function describeManifest(description: DatasetDescription, texts: readonly DescribedFile[]): string {
  return `${JSON.stringify(createManifest(description, texts), null, 2)}\n`
}

function createManifest(description: DatasetDescription, texts: readonly DescribedFile[]): Manifest {
  const { authors, audience, ratios } = description
  return {
    format_version: 1,
    name: description.name ?? 'AI worklog',
    version: description.version,
    previous_version: description.previousVersion,
    as_of: description.asOf,
    tool: { name: 'ai-worklog', version: description.toolVersion },
    schema_version: description.schemaVersion,
    redaction: {
      ruleset: description.ruleset,
      counts: description.redactionCounts.map(({ rule, count }) => ({ rule, count })),
    },
    options: {
      authors,
      audience,
      split_by: description.splitBy,
      ratios: { train: ratios.train, validation: ratios.validation, test: ratios.test },
    },
    repositories: description.repositories,
    sources: nameSources(description),
    visibility: description.visibility.map(({ visibility, count }) => ({ visibility, count })),
    licenses: description.licenses.map(({ license, count }) => ({ license, count })),
    consent: description.consent.map(({ training, count }) => ({ training, count })),
    changes: pickChanges(description),
    excluded: description.excluded.map(({ reason, count }) => ({ reason, count })),
    tables: description.tables.map((table) => ({
      name: table.name,
      kind: table.kind,
      rows: countRows(table),
      splits: table.splits.filter(({ rows }) => rows > 0).map(({ split, rows }) => ({ split, rows })),
    })),
    files: listFiles(description, texts),
  }
}

/** The sources as they may be told: without names, and one row a kind, unless all is public. */
export function nameSources(description: DatasetDescription): Manifest['sources'] {
  if (isPublic(description) && description.authors !== 'pseudonym') {
    return description.sources.map(({ kind, name, count }) => ({ kind, name, count }))
  }
  const counts = new Map<string, number>()
  for (const { kind, count } of description.sources) counts.set(kind, (counts.get(kind) ?? 0) + count)
  return [...counts].map(([kind, count]) => ({ kind, name: null, count }))
}

function pickChanges({ changes }: DatasetDescription): Manifest['changes'] {
  const { added, changed, removed, redacted } = changes
  return { added, changed, removed, redacted }
}

function listFiles({ tables }: DatasetDescription, texts: readonly DescribedFile[]): Manifest['files'] {
  const rows = tables.flatMap(({ splits }) =>
    splits.flatMap(({ parquet, jsonl }) =>
      [...parquet, ...jsonl].map(({ path, bytes, sha256, rows }) => ({ path, bytes, sha256, rows })),
    ),
  )
  const others = texts.map(({ path, bytes, sha256 }) => ({ path, bytes, sha256, rows: null }))
  return [...rows, ...others].sort((one, other) => (one.path < other.path ? -1 : 1))
}
