// Everything the texts beside a dataset are made of: facts only, no clock, no file, no environment.

import type { Split, TableSummary } from '../tables/table-summary.ts'
import type { DatasetChanges } from './decide-version.ts'

export interface DatasetDescription {
  /** Name for people, such as `AI worklog of octo`. Default: `AI worklog`. */
  name?: string
  /** Page of the dataset, when it has one. */
  url?: string
  /** Who made it. Default: the team that ran the program. */
  creator?: string
  /** `major.minor.patch`. */
  version: string
  previousVersion: string | null
  /** The moment the dataset describes, ISO 8601 in UTC. */
  asOf: string
  /** Of this program. */
  toolVersion: string
  /** Of the records. */
  schemaVersion: string
  /** Version of the redaction rules; null when none were applied. */
  ruleset: string | null
  /** How many places each rule took out of the records of this version. */
  redactionCounts: readonly { rule: string; count: number }[]
  authors: 'login' | 'pseudonym' | 'omit'
  audience: 'team' | 'public'
  /** Every table and view, also those without rows, in the order they are told. */
  tables: readonly TableSummary[]
  /** Why pull requests that were read are not in the dataset. */
  excluded: readonly { reason: string; count: number }[]
  /** `name` is a repository, `owner/name`, or null; it is told only when every record is public. */
  sources: readonly { kind: string; name: string | null; count: number }[]
  /** How many repositories the records are from. */
  repositories: number
  /** Records by SPDX identifier; null when the licence is not known. */
  licenses: readonly { license: string | null; count: number }[]
  splitBy: 'repository' | 'pull_request'
  /** Intended shares, from 0 to 1. */
  ratios: Readonly<Record<Split, number>>
  /** Records by `public`, `private`, `internal`; null when not known. */
  visibility: readonly { visibility: string | null; count: number }[]
  changes: DatasetChanges
  /** Records by consent to training. */
  consent: readonly { training: string; count: number }[]
  /** Text of the CHANGELOG.md of the previous version. */
  previousChangelog: string | null
}

/** Whether all records are known to be of public repositories. */
export function isPublic({ visibility }: DatasetDescription): boolean {
  return visibility.every(({ visibility, count }) => visibility === 'public' || count === 0)
}

/** Why the dataset should be handed on only to people who have asked; none when it need not be. */
export function reasonsToGate(description: DatasetDescription): string[] {
  return [
    ...(isPublic(description) ? [] : ['it holds records of repositories that are not known to be public']),
    ...(description.authors === 'login' ? ['it holds the logins of authors'] : []),
    ...(holds(description.consent, ({ training }) => training !== 'yes')
      ? ['it holds records of people who did not say yes to training']
      : []),
    ...(holds(description.licenses, ({ license }) => license === null)
      ? ['it holds records whose licence is not known']
      : []),
  ]
}

function holds<Kind extends { count: number }>(
  kinds: readonly Kind[],
  isOne: (kind: Kind) => boolean,
): boolean {
  return kinds.some((kind) => kind.count > 0 && isOne(kind))
}

/** How many rows the table or view has. */
export function countRows({ splits }: TableSummary): number {
  return splits.reduce((sum, { rows }) => sum + rows, 0)
}

/** The tables and views that have rows, and so files. */
export function filledTables({ tables }: DatasetDescription): TableSummary[] {
  return tables
    .map((table) => ({ ...table, splits: table.splits.filter(({ rows }) => rows > 0) }))
    .filter((table) => table.splits.length > 0)
}

/** How many records the dataset has. */
export function countRecords({ tables }: DatasetDescription): number {
  const records = tables.find(({ name }) => name === 'records')
  return records === undefined ? 0 : countRows(records)
}
