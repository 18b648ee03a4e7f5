// The counts of a dataset as the engine gives them.

import type { DuckDBConnection } from '@duckdb/node-api'
import type { DatasetDescription } from '../publish/dataset-description.ts'

/** One count of the view `facts`. */
interface Fact {
  kind: string | null
  records: number
}

export type Facts = Pick<
  DatasetDescription,
  | 'licenses'
  | 'visibility'
  | 'consent'
  | 'sources'
  | 'repositories'
  | 'splitBy'
  | 'excluded'
  | 'redactionCounts'
> & {
  changes: Omit<DatasetDescription['changes'], 'redacted'>
  /** Records of the store that are new, changed or gone, in the dataset or not. */
  storedChanges: number
  /** Diffs that this run fetched. */
  newDiffs: number
  unsettled: number
  /** Records of private repositories that the store keeps, in the dataset or not. */
  privateRecords: number
}

/** Reads the small results of the plan. */
export async function readFacts(connection: DuckDBConnection): Promise<Facts> {
  const facts = new Map<string, Fact[]>()
  for (const row of await readRows(connection, 'SELECT fact, kind, records FROM facts ORDER BY fact, kind')) {
    const list = facts.get(String(row.fact)) ?? []
    list.push({ kind: row.kind === null ? null : String(row.kind), records: Number(row.records) })
    facts.set(String(row.fact), list)
  }
  const of = (fact: string) => facts.get(fact) ?? []
  const most = [...of('split_by')].sort((a, b) => b.records - a.records)[0]?.kind
  const [changes = {}] = await readRows(connection, 'SELECT added, changed, removed, stored FROM changes')
  const [last = {}] = await readRows(connection, 'SELECT unsettled FROM unsettled')
  const [mixture = {}] = await readRows(connection, 'SELECT private_rows FROM mixture')
  const [diffs = {}] = await readRows(
    connection,
    'SELECT CAST(COUNT(*) AS INTEGER) AS n FROM stored_diffs WHERE is_new',
  )
  const excluded = await readRows(connection, 'SELECT reason, rows_excluded FROM exclusions ORDER BY reason')
  // Of the records themselves; no SELECT of the portable ones can look into a list.
  const redactions = await readRows(
    connection,
    `SELECT c.rule AS rule, CAST(SUM(c.count) AS BIGINT) AS count
    FROM (SELECT unnest(redaction.counts) AS c FROM records) GROUP BY c.rule ORDER BY c.rule`,
  )
  return {
    licenses: of('license').map(({ kind, records }) => ({ license: kind, count: records })),
    visibility: of('visibility').map(({ kind, records }) => ({ visibility: kind, count: records })),
    consent: of('consent').map(({ kind, records }) => ({ training: kind ?? 'unset', count: records })),
    sources: of('source').map(({ kind, records }) => ({ kind: kind ?? 'file', name: null, count: records })),
    repositories: of('repositories')[0]?.records ?? 0,
    splitBy: most === 'repository' ? 'repository' : 'pull_request',
    excluded: excluded.map((row) => ({ reason: String(row.reason), count: Number(row.rows_excluded) })),
    redactionCounts: redactions.map((row) => ({ rule: String(row.rule), count: Number(row.count) })),
    changes: {
      added: Number(changes.added),
      changed: Number(changes.changed),
      removed: Number(changes.removed),
    },
    storedChanges: Number(changes.stored),
    newDiffs: Number(diffs.n),
    unsettled: Number(last.unsettled),
    privateRecords: Number(mixture.private_rows),
  }
}

/** All rows of a SELECT that gives few. */
export async function readRows(
  connection: DuckDBConnection,
  sql: string,
): Promise<Readonly<Record<string, unknown>>[]> {
  return (await connection.runAndReadAll(sql)).getRowObjectsJS()
}
