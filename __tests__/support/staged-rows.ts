// Staged rows as the map would write them, small and nasty: rivals for one pull request, clusters of near duplicates that are
// long chains, repositories that change their names, nulls everywhere they may be.

import { diffColumns, previousColumns } from '../../src/dataset/engine/inputs.ts'
import type { Column } from '../../src/dataset/tables/column.ts'
import { flatColumns, flatLists, stagedTables } from '../../src/dataset/tables/staged.ts'
import { type Row, randomRow } from './random-rows.ts'
import { RandomSource } from './random-source.ts'

const trusts = ['base', 'local', 'history', 'fork'] as const

/** Rows by table: every staged table, `previous` and `diffs`. */
export type StagedRows = Map<string, Row[]>

/** `count` candidates of 40 repositories, three for two pull requests. */
export function createStagedRows(count: number, seed: number): StagedRows {
  const random = new RandomSource(seed)
  const tables: StagedRows = new Map([...stagedTables.keys(), 'previous', 'diffs'].map((name) => [name, []]))
  const add = (table: string, row: Row) => tables.get(table)?.push(row)
  for (let index = 0; index < count; index += 1) {
    const candidate = createCandidate(index, count, random)
    const row_id = candidate.row_id
    add('candidates', candidate)
    add('records', {
      ...randomRow(columnsOf('records'), random),
      row_id,
      record_id: candidate.record_id,
    })
    for (const list of flatLists) {
      for (let seq = 1; seq <= random.below(4); seq += 1) {
        add(list, { ...randomRow(flatColumns(list), random), ...pointers(random), row_id, seq })
      }
    }
    for (const band of createBands(index, random)) add('bands', { row_id, ...band })
    for (const area of ['.', 'src', 'src/core'].slice(random.below(4))) {
      add('areas', {
        row_id,
        area,
        files: random.below(9),
        additions: random.below(9_000),
        deletions: random.below(900),
      })
    }
    if (random.chance(0.3)) add('diffs', createDiff(candidate, random))
    if (random.chance(0.3)) add('previous', createPrevious(candidate, random))
  }
  // One row a key, as in a store.
  tables.set('previous', [...new Map(tables.get('previous')?.map((row) => [row.record_key, row])).values()])
  return tables
}

function columnsOf(table: string): readonly Column[] {
  return stagedTables.get(table) ?? []
}

function createCandidate(index: number, count: number, random: RandomSource): Row {
  const repository = random.below(40)
  const isChained = isInChain(index)
  const number = isChained ? 100_000 + index : random.below(Math.ceil(count / 60))
  // The repositories 30 to 39 are the repositories 0 to 9 under a former name.
  const name = `octo/app-${repository}`
  const rank = random.below(4)
  const time = () => new Date(Date.UTC(2026, random.below(10), 1 + random.below(28))).toISOString()
  const knowsId = random.chance(0.6)
  return {
    ...randomRow(columnsOf('candidates'), random),
    row_id: `0001/0001/${String(index).padStart(8, '0')}`,
    record_key: `github.com/${name}/${number}`,
    record_id: `github.com/${repository % 30}/${number}`,
    host: random.chance(0.98) ? 'github.com' : null,
    repository_name: random.chance(0.98) ? name : null,
    repository_id: knowsId ? 1_000_000_000_000 + (repository % 30) : null,
    pr_number: random.chance(0.98) ? number : null,
    trust: trusts[rank],
    trust_rank: rank,
    generated_at: random.chance(0.9) ? time() : null,
    run_attempt: random.below(3),
    content_hash: `hash-${random.below(count)}`,
    repository: name,
    visibility: repository < 6 ? 'private' : random.pick(['public', 'public', 'public', 'internal', null]),
    license: random.pick(['MIT', 'Apache-2.0', null]),
    consent: random.pick(['yes', 'yes', 'no', 'unset']),
    dropped: !isChained && random.chance(0.05) ? random.pick(['tombstone', 'opt_out', 'retention']) : null,
    words: random.below(400),
    text_hash: random.chance(0.7) ? `text-${random.below(count / 3)}` : null,
    repository_bucket: (repository * 2_711) % 10_000,
    pull_request_bucket: (repository * 2_711 + number * 13) % 10_000,
    created_month: random.chance(0.9) ? 202601 + random.below(10) : null,
    created_at: random.chance(0.9) ? time() : null,
    ai_use: random.pick(['used', 'none', 'unknown']),
    result: random.pick(['pass', 'warn', 'fail', null]),
    completeness: random.below(101),
    state: random.pick(['open', 'closed', null]),
    merged: random.pick([true, true, false, null]),
  }
}

/** A quarter of the rows: each of a pull request of its own, so that no other row takes its place. */
function isInChain(index: number): boolean {
  return index % 4 === 0
}

/** These rows are in chains of 60, in which each row is near only to the one before and the one after. */
function createBands(index: number, random: RandomSource): Row[] {
  const bands = Array.from({ length: 14 }, (_, band) => ({ band, hash: 1_000_000 + random.below(2 ** 40) }))
  if (!isInChain(index)) return bands
  const place = index / 4
  const chain = Math.floor(place / 60)
  const at = place % 60
  const link = (from: number) => chain * 1_000 + from
  bands[at % 2] = { band: at % 2, hash: link(at) }
  bands[(at + 1) % 2] = { band: (at + 1) % 2, hash: link(at + 1) }
  return bands
}

function createPrevious(candidate: Row, random: RandomSource): Row {
  const split = random.pick(['train', 'validation', 'test', null])
  const known = Object.fromEntries(previousColumns.map(({ name }) => [name, candidate[name] ?? null]))
  return { ...known, split, split_by: split === null ? null : random.pick(['repository', 'pull_request']) }
}

function createDiff(candidate: Row, random: RandomSource): Row {
  const { host, repository_name, repository_id, pr_number } = candidate
  const diff = randomRow(diffColumns, random)
  return { ...diff, host, repository_name, repository_id, pr_number }
}

/** Some point at a row that exists, some at none. */
function pointers(random: RandomSource): Row {
  return { tool_seq: random.pick([1, 2, 9, null]), prompt_seq: random.pick([1, 2, 9, null]) }
}
