// Reads one repository into its journal: its pull requests, those to refresh, and those that the others revert.

import { type JsonObject, readObject, readString } from '../../../core/json.ts'
import type { Progress } from '../../../runtime/progress.ts'
import type { Problem } from '../../input.ts'
import { Refused, TooHeavy } from './api-trouble.ts'
import { completeLists } from './complete-lists.ts'
import { findOwners } from './find-owners.ts'
import type { Journal } from './journal.ts'
import { repositoryQuery } from './queries.ts'
import { readBranch } from './read-branch.ts'
import { readNumbered } from './read-numbered.ts'
import { type Order, readPulls } from './read-pulls.ts'
import { ownedOf, type Repository, toRepository } from './repository.ts'
import { listTargets, type Owners, type RevertFacts } from './resolve-reverts.ts'
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
  /** What the commits that others revert belong to. */
  owners: Owners
  /** All that may revert something or be reverted. */
  facts: readonly RevertFacts[]
}

/** Rejects when GitHub does not give all; the journal then keeps what came. */
export async function readRepository(reading: Reading, problems: Problem[]): Promise<Read> {
  const { journal, onlyRefresh, refresh, repository, since } = reading
  problems.push(...journal.problems)
  const through = onlyRefresh ? null : await readAll(reading, problems)
  if (!onlyRefresh && isSinceOrUnknown(repository.pushedAt, since)) await tryBranch(reading, problems)
  await readThese(
    reading,
    refresh.filter((number) => !journal.facts.has(number)),
    problems,
  )
  const owners = await readTargets(reading, problems)
  return { through, owners, facts: listFacts(journal, owners) }
}

/** Without it what was reverted by a pull request is still known. */
async function tryBranch(
  { session, repository, journal, since }: Reading,
  problems: Problem[],
): Promise<void> {
  try {
    await readBranch(session, ownedOf(repository), journal, since)
  } catch (error) {
    if (!(error instanceof Refused || error instanceof TooHeavy)) throw error
    problems.push({
      place: repository.fullName,
      reason: 'unreadable-branch',
      message: `The commits of the default branch could not be read: ${error.message}. Reverts that were pushed without a pull request may be missing. Check that the token has \`contents: read\`.`,
    })
  }
}

async function readAll(reading: Reading, problems: Problem[]): Promise<string | null> {
  const { journal, repository, session, since } = reading
  const { main, mark } = journal.state
  let newest = repository.newest
  if (newest === null || !isSinceOrUnknown(newest, since)) return newest
  if (!main.isDone) {
    await readMain(reading, main.cursor, problems)
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

/** Where nothing was updated or pushed there is nothing to read. */
function isSinceOrUnknown(time: string | null, since: string | null): boolean {
  return since === null || time === null || time >= since
}

/** Reads what merged pull requests and commits say that they revert, and what those reverted, until nothing is new. */
async function readTargets(reading: Reading, problems: Problem[]): Promise<Owners> {
  const { journal, session, repository } = reading
  const owners = new Map<string, readonly string[]>()
  const asked = new Set<number>()
  for (let round = 0; round < mostRounds; round += 1) {
    const claiming = [...journal.facts.values(), ...journal.reverting.values()].filter(
      ({ mergedAt, claims }) => mergedAt !== null && claims.numbers.length + claims.shas.length > 0,
    )
    const shas = [...new Set([...claiming.flatMap(({ claims }) => claims.shas), ...journal.reverting.keys()])]
    const unowned = shas.filter((sha) => !owners.has(sha))
    for (const [sha, ids] of await findOwners(session, repository, journal, unowned)) owners.set(sha, ids)
    const missing = claiming
      .flatMap((facts) => [...listTargets(facts, owners), ...(owners.get(facts.id) ?? [])])
      .flatMap((id) => (id.startsWith('#') ? Number(id.slice(1)) : []))
      .filter((number) => !journal.facts.has(number) && !asked.has(number))
    if (missing.length === 0) break
    const numbers = [...new Set(missing)].sort((a, b) => a - b)
    for (const number of numbers) asked.add(number)
    await readThese(reading, numbers, problems)
  }
  return owners
}

/** A commit of a pull request speaks for it: what it claims, the pull request claims. */
function listFacts(journal: Journal, owners: Owners): RevertFacts[] {
  const facts = new Map<string, RevertFacts>([...journal.facts.values()].map((each) => [each.id, each]))
  for (const commit of journal.reverting.values()) {
    const [owner] = (owners.get(commit.id) ?? []).filter((id) => id.startsWith('#'))
    const pull = facts.get(owner ?? '')
    if (pull === undefined) {
      if (owner === undefined) facts.set(commit.id, commit)
      continue
    }
    const { numbers, shas } = pull.claims
    const claims = { numbers: [...numbers, ...commit.claims.numbers], shas: [...shas, ...commit.claims.shas] }
    facts.set(pull.id, { id: pull.id, mergedAt: pull.mergedAt, claims })
  }
  return [...facts.values()]
}

/** A revert of a revert of a revert … is seldom longer. */
const mostRounds = 10

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
