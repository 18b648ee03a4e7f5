// What a thread makes once of the settings, and needs for every line.

import { loadRedaction } from '../../core/redact/load-redaction.ts'
import type { Redaction } from '../../core/redact/redaction.ts'
import { createTombstoneMatcher } from '../erase/tombstones.ts'
import type { OutcomeUpdate } from '../input.ts'
import type { AuthorNaming } from '../privacy/apply-author-mode.ts'
import { createOptOutCheck } from '../privacy/opt-out-list.ts'
import { createPseudonym } from '../privacy/pseudonyms.ts'
import type { Retention } from '../privacy/retention.ts'
import { indexOutcomes } from './apply-trust.ts'
import { type MapSettings, type MapTimings, noTimings } from './map-options.ts'

export interface MapContext {
  redaction: Redaction
  outcomes: ReadonlyMap<string, OutcomeUpdate>
  naming: AuthorNaming
  isErased: ReturnType<typeof createTombstoneMatcher>
  isOptedOut: ReturnType<typeof createOptOutCheck>
  retention: Retention
  salt: string
  timings: MapTimings
}

/** Throws a UsageError when pseudonyms are wanted without a key. */
export async function createMapContext(settings: MapSettings): Promise<MapContext> {
  const { outcomes, salt, authors, pseudonymKey, optOut, tombstones, keepDays, toolAgeDays, asOf } = settings
  return {
    redaction: await loadRedaction(settings.ownPatterns ?? { patterns: [], allow: [] }),
    outcomes: indexOutcomes(outcomes),
    naming: authors === 'login' ? null : authors === 'omit' ? 'omit' : createPseudonym(pseudonymKey),
    isErased: createTombstoneMatcher(tombstones, salt),
    isOptedOut: createOptOutCheck(optOut),
    retention: { keepDays, toolAgeDays, asOf },
    salt,
    timings: { ...noTimings },
  }
}

/** Does `work` and adds its time to `stage`. */
export function timed<T>(timings: MapTimings, stage: keyof MapTimings, work: () => T): T {
  const start = performance.now()
  const result = work()
  timings[stage] += performance.now() - start
  return result
}
