// What the map is asked and what it answers. All but the signal and the progress crosses to worker threads as plain data.

import type { OwnPatterns } from '../../core/redact/compile-patterns.ts'
import type { Progress } from '../../runtime/progress.ts'
import type { OutcomeUpdate, Problem } from '../input.ts'
import type { OptOutList } from '../privacy/opt-out-list.ts'
import type { Tombstone } from '../store/state.ts'

/** How a dataset names authors. */
type AuthorMode = 'login' | 'pseudonym' | 'omit'

/** What every thread needs. */
export interface MapSettings {
  /** What the API says of pull requests now. */
  outcomes: readonly OutcomeUpdate[]
  /** Of the dataset’s state: hashes for splits and tombstones begin with it. */
  salt: string
  authors: AuthorMode
  /** `AI_WORKLOG_PSEUDONYM_KEY`; wanted for pseudonyms only. */
  pseudonymKey?: string | undefined
  optOut: OptOutList
  tombstones: readonly Tombstone[]
  /** Days; null: for ever. */
  keepDays: number | null
  /** Days; null: for ever. */
  toolAgeDays: number | null
  /** ISO 8601: the clock of this run. */
  asOf: string
  /** Patterns of the team’s own, to be taken out beside what the rules know. Each has passed `checkPattern`. */
  ownPatterns?: OwnPatterns | undefined
}

export interface MapOptions extends MapSettings {
  /** Staged tables and what is passing go here. */
  workFolder: string
  /** This run takes every `count`-th part of the inputs; `index` is from 1. Default 1 of 1. */
  shard?: { index: number; count: number } | undefined
  /** Default: as many as can run at once. */
  threads?: number | undefined
  signal: AbortSignal
  progress: Progress
}

/** Milliseconds of processor time, summed over the threads; by the clock where Node cannot tell it, and where it says so. */
export interface MapTimings {
  /** Waiting for the disk, in the main thread, by the clock. */
  read: number
  parse: number
  /** Pull requests to records. */
  extract: number
  validate: number
  redact: number
  /** Author mode, opt-outs, retention. */
  privacy: number
  hash: number
  minhash: number
  stringify: number
  write: number
  /** JSONL to Parquet, by the clock; runs beside the threads. */
  parquet: number
}

/** What was mapped, of a part or of all. */
export interface MapCounts {
  /** Candidates staged, those to be dropped included. */
  rows: number
  /** Of these, by why: `tombstone`, `opt_out`, `retention`, `tool_age`. */
  dropped: Record<string, number>
  /** Lines left out, by the reason of their problem. */
  problems: Record<string, number>
  /** Records of which a list was longer than a record’s may be, and cut. */
  cut: number
}

export interface MapResult {
  /** The folder of the staged tables: `<table>/<shard>-<part>.parquet`, at least one file for each table. */
  staged: string
  counts: MapCounts
  /** The first ones by input and line, at most 1,000; `counts.problems` has all. */
  problems: readonly Problem[]
  timings: MapTimings
}

export const noTimings: Readonly<MapTimings> = {
  read: 0,
  parse: 0,
  extract: 0,
  validate: 0,
  redact: 0,
  privacy: 0,
  hash: 0,
  minhash: 0,
  stringify: 0,
  write: 0,
  parquet: 0,
}

/** `timings` with `change` done to each. */
export function mapTimings(
  timings: MapTimings,
  change: (milliseconds: number, stage: keyof MapTimings) => number,
): MapTimings {
  const stages = Object.keys(timings) as (keyof MapTimings)[]
  return Object.fromEntries(
    stages.map((stage) => [stage, change(timings[stage], stage)]),
  ) as unknown as MapTimings
}

export function createCounts(): MapCounts {
  return { rows: 0, dropped: {}, problems: {}, cut: 0 }
}

/** Adds `more` to `counts`. */
export function addCounts(counts: MapCounts, more: MapCounts): void {
  counts.rows += more.rows
  counts.cut += more.cut
  for (const key of ['dropped', 'problems'] as const) {
    for (const [reason, count] of Object.entries(more[key])) addTo(counts[key], reason, count)
  }
}

/** `reason` is always a word of ours. */
export function addTo(counts: Record<string, number>, reason: string, count = 1): void {
  counts[reason] = (counts[reason] ?? 0) + count
}
