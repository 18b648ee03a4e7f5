// What is reverted in the end: a revert counts when it was merged, after what it reverts, and was not itself reverted.

import type { RevertClaims } from './find-reverts.ts'

/** A pull request, or a commit that was pushed without one. */
export interface RevertFacts {
  /** `#12`, or the SHA of the commit. */
  id: string
  /** When it came to the base branch, ISO 8601 in UTC; null when it did not. */
  mergedAt: string | null
  claims: RevertClaims
}

/** The ids of what commits belong to, by the SHA as it was claimed; none when not known. */
export type Owners = ReadonlyMap<string, readonly string[]>

/**
 * By the id of what is reverted the id of what reverted it, the latest when several did. `known` are such pairs of an earlier
 * reading, for reverts that are not among `facts`.
 */
export function resolveReverts(
  facts: readonly RevertFacts[],
  owners: Owners,
  known: ReadonlyMap<string, string> = new Map(),
): Map<string, string> {
  const byId = new Map(facts.map((each) => [each.id, each]))
  const reverters = listReverters(facts, byId, owners)
  for (const [reverted, by] of known) {
    if (byId.get(by)?.mergedAt !== null) add(reverters, reverted, by)
  }
  const compare = (a: string, b: string) => compareMerged(byId.get(a), byId.get(b)) || compareIds(a, b)
  const settled = new Map<string, string | null>()
  const settle = (id: string): string | null => {
    const done = settled.get(id)
    if (done !== undefined) return done
    // Times forbid circles, except among what is only known from before.
    settled.set(id, null)
    const standing = (reverters.get(id) ?? []).filter((by) => settle(by) === null)
    const last = standing.sort(compare).at(-1) ?? null
    settled.set(id, last)
    return last
  }
  const result = new Map<string, string>()
  // The newest first: what may have reverted one is then settled, and no chain is long.
  for (const id of [...reverters.keys()].sort((a, b) => compare(b, a))) {
    const by = settle(id)
    if (by !== null) result.set(id, by)
  }
  return result
}

/** The ids of what `facts` claim to revert, itself left out. */
export function listTargets({ id, claims }: RevertFacts, owners: Owners): string[] {
  const bySha = claims.shas.flatMap((sha) => owners.get(sha) ?? [])
  const all = new Set([...claims.numbers.map((number) => `#${number}`), ...bySha])
  return [...all].filter((target) => target !== id)
}

function listReverters(
  facts: readonly RevertFacts[],
  byId: ReadonlyMap<string, RevertFacts>,
  owners: Owners,
): Map<string, string[]> {
  const reverters = new Map<string, string[]>()
  for (const each of facts) {
    if (each.mergedAt === null) continue
    for (const target of listTargets(each, owners)) {
      if (isAfter(each, byId.get(target))) add(reverters, target, each.id)
    }
  }
  return reverters
}

function add(reverters: Map<string, string[]>, reverted: string, by: string): void {
  const all = reverters.get(reverted) ?? []
  if (!all.includes(by)) reverters.set(reverted, [...all, by])
}

/** Only what is merged can be reverted; what is not known must be taken at its word. */
function isAfter(revert: RevertFacts, target: RevertFacts | undefined): boolean {
  return target === undefined || (target.mergedAt !== null && compareMerged(target, revert) <= 0)
}

function compareMerged(a: RevertFacts | undefined, b: RevertFacts | undefined): number {
  const [left, right] = [Date.parse(a?.mergedAt ?? ''), Date.parse(b?.mergedAt ?? '')]
  return (Number.isNaN(left) ? 0 : left) - (Number.isNaN(right) ? 0 : right)
}

/** `#9` before `#12`, and both before a SHA. */
function compareIds(a: string, b: string): number {
  const [left, right] = [a, b].map((id) =>
    id.startsWith('#') ? Number(id.slice(1)) : Number.MAX_SAFE_INTEGER,
  )
  return (left ?? 0) - (right ?? 0) || (a < b ? -1 : a > b ? 1 : 0)
}
