// Which pull requests are reverted in the end: a revert counts when it was merged, after what it reverts, and was not itself
// reverted.

import type { RevertClaims } from './find-reverts.ts'

/** What must be known of a pull request of one repository. */
export interface RevertFacts {
  number: number
  /** Null when it was not merged. ISO 8601 in UTC. */
  mergedAt: string | null
  claims: RevertClaims
}

/** The pull requests that commits belong to, by the SHA as it was claimed; none when not known. */
export type Owners = ReadonlyMap<string, readonly number[]>

/**
 * By the number of each reverted pull request, `#` and the number of what reverted it, the latest when several did. `known` are
 * such pairs of an earlier reading, for reverts that are not among `pulls`.
 */
export function resolveReverts(
  pulls: readonly RevertFacts[],
  owners: Owners,
  known: ReadonlyMap<number, string> = new Map(),
): Map<number, string> {
  const facts = new Map(pulls.map((pull) => [pull.number, pull]))
  const reverters = new Map<number, number[]>()
  const add = (reverted: number, by: number) => {
    const all = reverters.get(reverted) ?? []
    if (!all.includes(by)) reverters.set(reverted, [...all, by])
  }
  for (const pull of pulls) {
    if (pull.mergedAt === null) continue
    for (const target of listTargets(pull, owners)) {
      if (isAfter(pull, facts.get(target))) add(target, pull.number)
    }
  }
  for (const [reverted, by] of known) {
    const number = /^#(\d+)$/.exec(by)?.[1]
    const isMerged = facts.get(Number(number))?.mergedAt !== null
    if (number !== undefined && isMerged) add(reverted, Number(number))
  }
  const settled = new Map<number, number | null>()
  const settle = (number: number): number | null => {
    const done = settled.get(number)
    if (done !== undefined) return done
    // Times forbid circles, except among what is only known from before.
    settled.set(number, null)
    const standing = (reverters.get(number) ?? []).filter((by) => settle(by) === null)
    const last = standing.sort((a, b) => compareMerged(facts.get(a), facts.get(b)) || a - b).at(-1) ?? null
    settled.set(number, last)
    return last
  }
  const result = new Map<number, string>()
  for (const [reverted, by] of known) if (!by.startsWith('#')) result.set(reverted, by)
  // The newest first: what may have reverted one is then settled, and no chain is long.
  const newestFirst = [...reverters.keys()].sort((a, b) => compareMerged(facts.get(b), facts.get(a)) || b - a)
  for (const number of newestFirst) {
    const by = settle(number)
    if (by !== null) result.set(number, `#${by}`)
  }
  return result
}

/** The pull requests that `pull` claims to revert, itself left out. */
export function listTargets({ number, claims }: RevertFacts, owners: Owners): number[] {
  const bySha = claims.shas.flatMap((sha) => owners.get(sha) ?? [])
  return [...new Set([...claims.numbers, ...bySha])].filter((target) => target !== number)
}

/** Only what is merged can be reverted; what is not known must be taken at its word. */
function isAfter(pull: RevertFacts, target: RevertFacts | undefined): boolean {
  if (target === undefined) return true
  return target.mergedAt !== null && compareMerged(target, pull) <= 0 && target.number !== pull.number
}

function compareMerged(a: RevertFacts | undefined, b: RevertFacts | undefined): number {
  const [left, right] = [Date.parse(a?.mergedAt ?? ''), Date.parse(b?.mergedAt ?? '')]
  return (Number.isNaN(left) ? 0 : left) - (Number.isNaN(right) ? 0 : right)
}
