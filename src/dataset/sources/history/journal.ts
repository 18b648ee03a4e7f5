// What was read of one repository so far, on disk: a killed run goes on from its last page.

import { createHash } from 'node:crypto'
import { join } from 'node:path'
import {
  isJsonObject,
  type JsonObject,
  readCount,
  readObject,
  readObjects,
  readString,
} from '../../../core/json.ts'
import type { Problem } from '../../input.ts'
import { KeyedLines } from './keyed-lines.ts'
import type { RevertFacts } from './resolve-reverts.ts'
import type { Row } from './to-row.ts'

/** What is kept in memory of every pull request. */
export interface Facts extends RevertFacts {
  number: number
  state: 'open' | 'closed'
  closedAt: string | null
  mergeSha: string | null
  checks: string | null
  reviewDecision: string | null
  /** The first seven digits of each commit, one after the other: enough to know where to look. */
  commitStarts: string
}

/** What a journal was begun with; another beginning makes it worthless. */
export interface Beginning {
  host: string
  repositoryId: number
  since: string | null
  onlyRefresh: boolean
}

/** Where a reading goes on. */
export interface Place {
  cursor: string | null
  isDone: boolean
}

export interface JournalState {
  /** The reading of the pull requests. */
  main: Place
  /** The reading of the default branch. */
  branch: Place
  /** What was updated later than this the main reading may have missed. */
  mark: string | null
  /** When the journal was begun. */
  begun: string
}

const begin: Place = { cursor: null, isDone: false }

/** A journal older than this many milliseconds is begun anew: checks change without the pull request being updated. */
const maxAge = 24 * 3_600_000

interface Kept {
  facts: Map<number, Facts>
  reverting: Map<string, RevertFacts>
  problems: Problem[]
}

export class Journal {
  readonly #kept: Kept
  readonly #lines: KeyedLines
  #state: JournalState

  private constructor(lines: KeyedLines, kept: Kept, state: JournalState) {
    this.#lines = lines
    this.#kept = kept
    this.#state = state
  }

  /**
   * Opens the journal of a repository in `folder`, or begins it at `now`, with `mark`, the time of its newest update. One that
   * the disk has damaged is begun anew too.
   */
  static async open(
    folder: string,
    beginning: Beginning,
    mark: string | null,
    now: number,
  ): Promise<Journal> {
    const name = createHash('sha256').update(JSON.stringify(beginning)).digest('hex').slice(0, 24)
    const facts = new Map<number, Facts>()
    let head: JsonObject | null = null
    let kept = 0
    const reverting = new Map<string, RevertFacts>()
    const problems: Problem[] = []
    const fresh: JournalState = { main: begin, branch: begin, mark, begun: new Date(now).toISOString() }
    let state = fresh
    const lines = await KeyedLines.open(join(folder, `${name}.jsonl`), (key, value) => {
      if (key === 'head' && isJsonObject(value)) head = value
      else if (isPageKey(key) && isJsonObject(value)) {
        state = { ...state, [key]: { cursor: readString(value, 'cursor'), isDone: value.isDone === true } }
        kept = readCount(value, 'kept') ?? kept
      } else if (key.startsWith('#') && isRow(value)) facts.set(value.number, toFacts(value))
      else if (key.startsWith('^') && isReverting(value)) reverting.set(value.id, value)
      else if (key.startsWith('!') && isProblem(value)) problems.push(value)
    })
    const begunText = readString(head, 'begun') ?? ''
    const begun = Date.parse(begunText)
    if (now - begun >= 0 && now - begun < maxAge && facts.size >= kept) {
      const known = { ...state, mark: readString(head, 'mark'), begun: begunText }
      return new Journal(lines, { facts, reverting, problems }, known)
    }
    await lines.clear()
    await lines.append([['head', { ...beginning, mark, begun: fresh.begun }]])
    return new Journal(lines, { facts: new Map(), reverting: new Map(), problems: [] }, fresh)
  }

  get state(): Readonly<JournalState> {
    return this.#state
  }

  get facts(): ReadonlyMap<number, Facts> {
    return this.#kept.facts
  }

  /** Commits of the default branch that claim to revert something, by SHA. */
  get reverting(): ReadonlyMap<string, RevertFacts> {
    return this.#kept.reverting
  }

  /** What an earlier run met. */
  get problems(): readonly Problem[] {
    return this.#kept.problems
  }

  /** Keeps rows and problems, and with `page` where the main reading goes on. */
  async add(rows: readonly Row[], problems: readonly Problem[], page: Place | null = null): Promise<void> {
    const fresh = new Set(rows.map(({ number }) => number).filter((number) => !this.#kept.facts.has(number)))
    await this.#lines.append([
      ...rows.map((row) => [`#${row.number}`, row] as const),
      ...problems.map((problem) => [`!${problem.place} ${problem.reason}`, problem] as const),
      ...(page === null ? [] : [['main', { ...page, kept: this.#kept.facts.size + fresh.size }] as const]),
    ])
    for (const row of rows) this.#kept.facts.set(row.number, toFacts(row))
    if (page !== null) this.#state = { ...this.#state, main: page }
  }

  /** Keeps commits of the default branch, and where the reading of it goes on. */
  async addReverting(commits: readonly RevertFacts[], page: Place): Promise<void> {
    await this.#lines.append([
      ...commits.map((commit) => [`^${commit.id}`, commit] as const),
      ['branch', page] as const,
    ])
    for (const commit of commits) this.#kept.reverting.set(commit.id, commit)
    this.#state = { ...this.#state, branch: page }
  }

  /** The line of pull request `number`, for the map; null when it was not read. */
  async readLine(number: number): Promise<JsonObject | null> {
    const row = await this.#lines.read(`#${number}`)
    return isJsonObject(row) ? readObject(row, 'line') : null
  }

  /** Lets go of its file until something is asked again. */
  close(): Promise<void> {
    return this.#lines.close()
  }
}

function isPageKey(key: string): key is 'main' | 'branch' {
  return key === 'main' || key === 'branch'
}

/** Our own file, but one that a disk may have damaged. */
function isRow(value: unknown): value is Row {
  return hasClaims(value) && readCount(value, 'number') !== null && readObject(value, 'line') !== null
}

function isReverting(value: unknown): value is RevertFacts {
  return hasClaims(value) && readString(value, 'id') !== null && readString(value, 'mergedAt') !== null
}

function isProblem(value: unknown): value is Problem {
  return isJsonObject(value) && ['place', 'reason', 'message'].every((key) => readString(value, key) !== null)
}

function hasClaims(value: unknown): value is JsonObject {
  if (!isJsonObject(value)) return false
  const claims = readObject(value, 'claims')
  return Array.isArray(claims?.numbers) && Array.isArray(claims.shas)
}

function toFacts({ number, line, checks, reviewDecision, claims }: Row): Facts {
  return {
    id: `#${number}`,
    number,
    state: readString(line, 'state') === 'open' ? 'open' : 'closed',
    closedAt: readString(line, 'closed_at'),
    mergedAt: line.merged === true ? readString(line, 'merged_at') : null,
    mergeSha: readString(line, 'merge_sha'),
    checks,
    reviewDecision,
    commitStarts: readObjects(line, 'commits')
      .map((commit) => (readString(commit, 'sha') ?? '').slice(0, startLength).padEnd(startLength))
      .join(''),
    claims: claims.numbers.length + claims.shas.length === 0 ? noClaims : claims,
  }
}

/** Of a SHA, in digits: git shows no fewer. */
export const startLength = 7

const noClaims = { numbers: [], shas: [] }
