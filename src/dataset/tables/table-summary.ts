// What the writers say of what they wrote; card, Croissant, manifest and the summary on the terminal are made of it.

import type { Column } from './column.ts'

export type Split = 'train' | 'validation' | 'test'
export const splits: readonly Split[] = ['train', 'validation', 'test']

/** One file of a dataset. */
export interface FileSummary {
  /** From the dataset's folder, with `/`: `data/prompts/train-00000-of-00001.parquet`. */
  path: string
  bytes: number
  /** SHA-256 of the file, hex. */
  sha256: string
  rows: number
}

/** One table or training view. A split without rows has no files and is not listed. */
export interface TableSummary {
  name: string
  kind: 'table' | 'view'
  description: string
  columns: readonly Column[]
  splits: readonly {
    split: Split
    rows: number
    parquet: readonly FileSummary[]
    jsonl: readonly FileSummary[]
  }[]
}
