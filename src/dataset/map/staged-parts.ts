// Turns mapped ranges into Parquet while others are still being mapped, so that the JSONL between never grows large.

import { rm } from 'node:fs/promises'
import type { DuckDBConnection } from '@duckdb/node-api'
import type { MappedRange } from './map-range.ts'
import { type StagedPart, writeStagedPart } from './write-staged.ts'

/** Ranges of one part: some 70 MB of input. */
const rangesPerPart = 64

interface OpenPart {
  index: number
  mapped: MappedRange[]
}

export class StagedParts {
  /** Spent on Parquet. */
  milliseconds = 0
  readonly #connection: DuckDBConnection
  readonly #folder: string
  readonly #shard: number
  readonly #signal: AbortSignal
  readonly #parts = new Map<number, OpenPart>()
  #ranges = 0
  #written = 0
  #writing: Promise<void> = Promise.resolve()

  /** Files go into `folder`, named after `shard`. */
  constructor(connection: DuckDBConnection, folder: string, shard: number, signal: AbortSignal) {
    this.#connection = connection
    this.#folder = folder
    this.#shard = shard
    this.#signal = signal
  }

  /** Says that one more range will come, and gives the part it belongs to. Ranges are expected in order. */
  expect(): number {
    const index = Math.floor(this.#ranges++ / rangesPerPart)
    const part = this.#parts.get(index) ?? { index, mapped: [] }
    this.#parts.set(index, part)
    return index
  }

  /** Adds a range to the part it was expected in. Waits while parts come faster than they can be written. */
  async add(index: number, mapped: MappedRange): Promise<void> {
    const part = this.#parts.get(index)
    if (!part) throw new Error(`Part ${index} is not expected`)
    part.mapped.push(mapped)
    if (part.mapped.length < rangesPerPart) return
    const before = this.#writing
    this.#write(part)
    await before
  }

  /** Writes what is left; afterwards each table has a file at least. */
  async finish(): Promise<void> {
    for (const part of this.#parts.values()) this.#write(part)
    if (this.#written === 0) this.#write({ index: 0, mapped: [] })
    await this.#writing
  }

  /** Resolves when nothing is being written any more. */
  async settle(): Promise<void> {
    await this.#writing.catch(() => {})
  }

  #write(part: OpenPart): void {
    this.#parts.delete(part.index)
    this.#written++
    this.#writing = this.#writing.then(() => this.#convert(part))
    // It is told to whoever waits for the next part.
    this.#writing.catch(() => {})
  }

  async #convert({ index, mapped }: OpenPart): Promise<void> {
    const start = performance.now()
    mapped.sort((a, b) => a.number - b.number)
    const part: StagedPart = {
      name: `${toShardName(this.#shard)}-${String(index).padStart(5, '0')}`,
      candidates: mapped.flatMap(({ candidates }) => candidates ?? []),
      records: mapped.flatMap(({ records }) => records ?? []),
      longest: Math.max(0, ...mapped.map(({ longest }) => longest)),
    }
    await writeStagedPart(this.#connection, this.#folder, part, this.#signal)
    for (const path of [...part.candidates, ...part.records]) await rm(path, { force: true })
    this.milliseconds += performance.now() - start
  }
}

/** What the names of the files of shard `index` begin with, and those of no other. */
export function toShardName(index: number): string {
  return String(index).padStart(4, '0')
}
