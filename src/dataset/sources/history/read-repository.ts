// Reads one repository into its journal: its pull requests, those to refresh, and those that the others revert.

import { type JsonObject, readObject, readObjects, readString } from '../../../core/json.ts'
import type { Problem } from '../../input.ts'
import type { Progress } from '../../progress.ts'
import { completeLists, type Owned } from './complete-lists.ts'
import type { Journal } from './journal.ts'
import { repositoryQuery } from './queries.ts'
import { readNumbered, readOwners } from './read-numbered.ts'
import { type Order, readPulls } from './read-pulls.ts'
import { type Repository, toRepository } from './repository.ts'
import { listTargets, type Owners } from './resolve-reverts.ts'
import type { Session } from './session.ts'
import { type Row, toRow } from './to-row.ts'

export interface Reading {
  session: Session
  repository: Repository
  journal: Journal
  host: string
  /** Only what was updated at this time or later; null for everything. */
  since: string | null
  /** Numbers whose outcome is to be read again. */
  refresh: readonly number[]
  /** True to read nothing but those. */
  onlyRefresh: boolean
  progress: Progress
}

export interface Read {
  /** What was updated at this time or before has been read; null when nothing says. */
  through: string | null
  /** The pull requests of the commits that others revert. */
  owners: Owners
}

/** Rejects when GitHub does not give all; the journal then keeps what came. */
export async function readRepository(reading: Reading, problems: Problem[]): Promise<Read> {
  const { journal, onlyRefresh, refresh } = reading
  const through = onlyRefresh ? null : await readAll(reading, problems)
  await readThese(
    reading,
    refresh.filter((number) => !journal.facts.has(number)),
    problems,
  )
  return { through, owners: await readTargets(reading, problems) }
}

async function readAll(reading: Reading, problems: Problem[]): Promise<string | null> {
  const { journal, repository, session, since } = reading
  const { cursor, isDone, mark } = journal.state
  let newest = repository.newest
  if (since !== null && (newest === null || newest < since)) return newest
  if (!isDone) {
    await readMain(reading, cursor, problems)
    const { data } = await session.ask(repositoryQuery, { ...ownedOf(repository) })
    newest = toRepository(readObject(data, 'repository'))?.newest ?? newest
  }
  // What was updated meanwhile may have moved from a page that was not read yet to one that was.
  if (newest !== null && newest > (mark ?? '')) await readNewest(reading, mark ?? '', problems)
  return newest
}

/** All in the order in which they were opened, or, with `since`, back to it. */
async function readMain(reading: Reading, cursor: string | null, problems: Problem[]): Promise<void> {
  const { journal, repository, since, session, progress } = reading
  const order: Order = since === null ? 'created' : 'updated'
  for await (const page of readPulls(session, ownedOf(repository), order, cursor)) {
    const nodes = page.nodes.filter((node) => isSince(node, since))
    const isDone = !page.hasNext || nodes.length < page.nodes.length
    problems.push(...page.problems)
    await journal.add(await toRows(reading, nodes), page.problems, { cursor: page.cursor, isDone })
    progress.step(
      `history of ${repository.fullName}`,
      journal.facts.size,
      since === null ? page.total : null,
      session.note,
    )
    if (isDone) return
  }
}

/** What was updated after `mark`. */
async function readNewest(reading: Reading, mark: string, problems: Problem[]): Promise<void> {
  for await (const page of readPulls(reading.session, ownedOf(reading.repository), 'updated', null)) {
    const nodes = page.nodes.filter((node) => (readString(node, 'updatedAt') ?? '') > mark)
    problems.push(...page.problems)
    await reading.journal.add(await toRows(reading, nodes), page.problems)
    if (nodes.length < page.nodes.length) return
  }
}

async function readThese(reading: Reading, numbers: readonly number[], problems: Problem[]): Promise<void> {
  for await (const page of readNumbered(reading.session, ownedOf(reading.repository), numbers)) {
    problems.push(...page.problems)
    await reading.journal.add(await toRows(reading, page.nodes), page.problems)
  }
}

/** Reads what merged pull requests say that they revert, and what those reverted, until nothing is new. */
async function readTargets(reading: Reading, problems: Problem[]): Promise<Owners> {
  const { journal, session, repository } = reading
  const owners = new Map<string, readonly number[]>()
  const asked = new Set<number>()
  for (let round = 0; round < mostRounds; round += 1) {
    const merged = [...journal.facts.values()].filter(({ mergedAt }) => mergedAt !== null)
    const shas = [...new Set(merged.flatMap(({ claims }) => claims.shas))].filter((sha) => !owners.has(sha))
    if (shas.length > 0) {
      const local = await findOwners(journal, shas)
      const unknown = shas.filter((sha) => !local.has(sha))
      const told = await readOwners(session, ownedOf(repository), unknown)
      for (const sha of shas) owners.set(sha, local.get(sha) ?? told.get(sha) ?? [])
    }
    const missing = merged
      .flatMap((facts) => listTargets(facts, owners))
      .filter((number) => !journal.facts.has(number) && !asked.has(number))
    if (missing.length === 0) break
    const numbers = [...new Set(missing)].sort((a, b) => a - b)
    for (const number of numbers) asked.add(number)
    await readThese(reading, numbers, problems)
  }
  return owners
}

/** A revert of a revert of a revert … is seldom longer. */
const mostRounds = 10

/** The merged pull requests in the journal that were merged as one of `shas`, or else hold it. */
async function findOwners(journal: Journal, shas: readonly string[]): Promise<Map<string, number[]>> {
  const byStart = new Map<string, string[]>()
  for (const sha of shas) byStart.set(sha.slice(0, 7), [...(byStart.get(sha.slice(0, 7)) ?? []), sha])
  const match = (full: string | null) =>
    full === null ? [] : (byStart.get(full.slice(0, 7)) ?? []).filter((sha) => full.startsWith(sha))
  const asMerge = new Map<string, number[]>()
  const inside = new Map<string, number[]>()
  for (const { number, mergedAt, mergeSha } of journal.facts.values()) {
    if (mergedAt === null) continue
    for (const sha of match(mergeSha)) asMerge.set(sha, [...(asMerge.get(sha) ?? []), number])
    const line = await journal.readLine(number)
    for (const commit of readObjects(line, 'commits')) {
      for (const sha of match(readString(commit, 'sha')))
        inside.set(sha, [...(inside.get(sha) ?? []), number])
    }
  }
  // Of stacked pull requests that hold the same commit the first is the one that brought it.
  const first = [...inside].map(([sha, numbers]): [string, number[]] => [sha, [Math.min(...numbers)]])
  return new Map([...first, ...asMerge])
}

async function toRows({ session, repository, host }: Reading, nodes: readonly JsonObject[]): Promise<Row[]> {
  const rows: Row[] = []
  for (const node of nodes) {
    const lists = await completeLists(session, ownedOf(repository), node)
    rows.push(toRow(node, lists, repository, host))
  }
  return rows
}

function isSince(node: JsonObject, since: string | null): boolean {
  return since === null || (readString(node, 'updatedAt') ?? '') >= since
}

function ownedOf({ fullName }: Repository): Owned {
  const [owner = '', name = ''] = fullName.split('/')
  return { owner, name }
}
