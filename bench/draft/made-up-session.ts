// What is told of a session before its rows are made up.

import type { Talk } from './talk.ts'

export interface MadeUpSession {
  /** A UUID. */
  id: string
  talk: Talk
  /** Working folder. */
  folder: string
  branch: string
  /** Whole paths of files that it edits, and that it only reads. */
  edits: readonly string[]
  reads: readonly string[]
}

/** A UUID for `number`. */
export function toId(number: number): string {
  return `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`
}

/** The time of row `number` of a session, some seconds after the one before. */
export function timeOf(number: number): string {
  return new Date(Date.UTC(2026, 9, 1, 8) + number * 3_000).toISOString()
}
