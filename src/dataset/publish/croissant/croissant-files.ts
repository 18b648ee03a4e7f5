// The files of a dataset as Croissant’s distribution: each file with its checksum, and the Parquet files of a table as a set.

import { type FileSummary, splits, type TableSummary } from '../../tables/table-summary.ts'

/** The id of the set of Parquet files of a table. */
export function fileSetId(table: string): string {
  return `${table}-parquet`
}

/** Every file of `tables`, then the set of each. */
export function toDistribution(tables: readonly TableSummary[]): object[] {
  return [...tables.flatMap(toFileObjects), ...tables.map(toFileSet)]
}

function toFileObjects({ splits: parts }: TableSummary): object[] {
  return parts.flatMap(({ parquet, jsonl }) => [
    ...parquet.map((file) => toFileObject(file, 'application/x-parquet')),
    ...jsonl.map((file) => toFileObject(file, 'application/jsonlines')),
  ])
}

function toFileObject({ path, bytes, sha256 }: FileSummary, encodingFormat: string): object {
  return {
    '@type': 'cr:FileObject',
    '@id': path,
    name: path,
    contentUrl: path,
    contentSize: `${bytes} B`,
    encodingFormat,
    sha256,
  }
}

function toFileSet({ name, splits: parts }: TableSummary): object {
  const folders = new Set(
    parts.flatMap(({ parquet }) => parquet.map(({ path }) => path.replace(/[^/]*$/, '*.parquet'))),
  )
  const includes = [...folders]
  return {
    '@type': 'cr:FileSet',
    '@id': fileSetId(name),
    name: fileSetId(name),
    description: `The Parquet files of ${name}.`,
    encodingFormat: 'application/x-parquet',
    includes: includes.length === 1 ? includes[0] : includes,
  }
}

/**
 * How the split of a row is read off the path of its file. `mlcroissant` makes a glob of it to read one split only, and
 * applies it a second time to what it gave.
 */
export function splitPattern(table: string): string {
  return `(?:data/${table}/)?(${splits.join('|')})(?:-.+\\.parquet)?$`
}
