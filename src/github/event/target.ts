// What a run is to check: one pull request, or the few that a push merged.

import type { JsonObject } from '../../core/json.ts'

/** The pull request to check. `payload` is the event's copy of it, which may be stale; null when it has none. */
export interface Target {
  number: number
  payload: JsonObject | null
}

export interface Targets {
  /** At least one, at most {@link mostTargets}. */
  targets: readonly Target[]
  /** True where a run may have several, even when this one has not: artifacts then carry the number in their name. */
  areMany: boolean
  /** What was left out. */
  notices: readonly string[]
}

/** Why there is nothing to check, as a sentence for people. */
export interface Skip {
  skipped: string
}

/** More would take minutes; a push that merges as many is not an everyday one. */
const mostTargets = 20

/** Targets without a payload, each once, by number. `numbers` must not be empty. */
export function toTargets(numbers: Iterable<number>, areMany: boolean): Targets {
  const sorted = [...new Set(numbers)].sort((a, b) => a - b)
  const rest = sorted.slice(mostTargets)
  return {
    targets: sorted.slice(0, mostTargets).map((number) => ({ number, payload: null })),
    areMany: areMany || sorted.length > 1,
    notices: rest.length === 0 ? [] : [describeRest(rest)],
  }
}

function describeRest(rest: readonly number[]): string {
  const named = rest.slice(0, 30).map((number) => `#${number}`)
  const more = rest.length > named.length ? ` and ${rest.length - named.length} more` : ''
  return `Only the first ${mostTargets} pull requests are checked. Check the others by the input \`pull-request\`: ${named.join(', ')}${more}.`
}
