// What was read of one repository so far, on disk: a killed run goes on from its last page.

import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { isJsonObject, type JsonObject, readCount, readObject, readString } from '../../../core/json.ts'
import type { Problem } from '../../input.ts'
import { KeyedLines } from './keyed-lines.ts'
import type { RevertFacts } from './resolve-reverts.ts'
import type { Row } from './to-row.ts'

/** What is kept in memory of every pull request. */
export interface Facts extends RevertFacts {
  state: 'open' | 'closed'
  closedAt: string | null
  mergeSha: string | null
  checks: string | null
  reviewDecision: string | null
}

/** What a journal was begun with; another beginning makes it worthless. */
export interface Beginning {
  host: string
  repositoryId: number
  since: string | null
  onlyRefresh: boolean
}

/** A journal older than this many milliseconds is begun anew: checks change without the pull request being updated. */
const maxAge = 24 * 3_600_000

export class Journal {
  readonly facts: ReadonlyMap<number, Facts>
  readonly #facts: Map<number, Facts>
  readonly #lines: KeyedLines
  #state: { cursor: string | null; isDone: boolean; mark: string | null }

  private constructor(lines: KeyedLines, facts: Map<number, Facts>, state: Journal['state']) {
    this.#lines = lines
    this.#facts = facts
    this.facts = facts
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
    let state = { cursor: null as string | null, isDone: false, mark }
    const lines = await KeyedLines.open(join(folder, `${name}.jsonl`), (key, value) => {
      if (key === 'head' && isJsonObject(value)) head = value
      else if (key === 'page' && isJsonObject(value)) {
        state = { ...state, cursor: readString(value, 'cursor'), isDone: value.isDone === true }
        kept = readCount(value, 'kept') ?? 0
      } else if (key.startsWith('#') && isRow(value)) facts.set(value.number, toFacts(value))
    })
    const begun = Date.parse(readString(head, 'begun') ?? '')
    if (now - begun >= 0 && now - begun < maxAge && facts.size >= kept) {
      return new Journal(lines, facts, { ...state, mark: readString(head, 'mark') })
    }
    await lines.clear()
    await lines.append([['head', { ...beginning, mark, begun: new Date(now).toISOString() }]])
    return new Journal(lines, new Map(), { cursor: null, isDone: false, mark })
  }

  /** Where the main reading stands. `mark`: what was updated later than this it may have missed. */
  get state(): Readonly<{ cursor: string | null; isDone: boolean; mark: string | null }> {
    return this.#state
  }

  /** Keeps rows and problems, and with `page` where the main reading goes on. */
  async add(
    rows: readonly Row[],
    problems: readonly Problem[],
    page: { cursor: string | null; isDone: boolean } | null = null,
  ): Promise<void> {
    const fresh = new Set(rows.map(({ number }) => number).filter((number) => !this.#facts.has(number)))
    await this.#lines.append([
      ...rows.map((row) => [`#${row.number}`, row] as const),
      ...problems.map((problem) => [`!${problem.place} ${problem.reason}`, problem] as const),
      ...(page === null ? [] : [['page', { ...page, kept: this.#facts.size + fresh.size }] as const]),
    ])
    for (const row of rows) this.#facts.set(row.number, toFacts(row))
    if (page !== null) this.#state = { ...this.#state, ...page }
  }

  /** The line of pull request `number`, for the map; null when it was not read. */
  async readLine(number: number): Promise<JsonObject | null> {
    const row = await this.#lines.read(`#${number}`)
    return isJsonObject(row) ? readObject(row, 'line') : null
  }

  close(): Promise<void> {
    return this.#lines.close()
  }
}

/** Our own file, but one that a disk may have damaged. */
function isRow(value: unknown): value is Row {
  if (!isJsonObject(value)) return false
  const claims = readObject(value, 'claims')
  return (
    readCount(value, 'number') !== null &&
    readObject(value, 'line') !== null &&
    Array.isArray(claims?.numbers) &&
    Array.isArray(claims.shas)
  )
}

function toFacts({ number, line, checks, reviewDecision, claims }: Row): Facts {
  return {
    number,
    state: readString(line, 'state') === 'open' ? 'open' : 'closed',
    closedAt: readString(line, 'closed_at'),
    mergedAt: line.merged === true ? readString(line, 'merged_at') : null,
    mergeSha: readString(line, 'merge_sha'),
    checks,
    reviewDecision,
    claims: claims.numbers.length + claims.shas.length === 0 ? noClaims : claims,
  }
}

const noClaims = { numbers: [], shas: [] }
