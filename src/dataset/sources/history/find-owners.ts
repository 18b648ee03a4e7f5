// Which pull requests commits belong to: as far as the journal knows, else as GitHub does.

import { readObjects, readString } from '../../../core/json.ts'
import { type Journal, startLength } from './journal.ts'
import { readOwners } from './read-numbered.ts'
import type { Repository } from './repository.ts'
import type { Session } from './session.ts'

/**
 * By each of `shas`, perhaps abbreviated, the ids of what it belongs to: merged pull requests, or else a commit of the default
 * branch that itself reverts something.
 */
export async function findOwners(
  session: Session,
  repository: Repository,
  journal: Journal,
  shas: readonly string[],
): Promise<Map<string, string[]>> {
  if (shas.length === 0) return new Map()
  const local = await readJournal(journal, shas)
  const unknown = shas.filter((sha) => !local.has(sha))
  const told = await readOwners(session, repository, unknown)
  return new Map(
    shas.map((sha) => {
      const numbers = local.get(sha) ?? told.get(sha) ?? []
      if (numbers.length > 0) return [sha, numbers.map((number) => `#${number}`)]
      return [sha, [...journal.reverting.keys()].filter((commit) => commit.startsWith(sha))]
    }),
  )
}

/** The merged pull requests that were merged as one of `shas`, or else hold it. */
async function readJournal(journal: Journal, shas: readonly string[]): Promise<Map<string, number[]>> {
  const byStart = new Map<string, string[]>()
  for (const sha of shas) byStart.set(startOf(sha), [...(byStart.get(startOf(sha)) ?? []), sha])
  const match = (full: string | null) =>
    full === null ? [] : (byStart.get(startOf(full)) ?? []).filter((sha) => full.startsWith(sha))
  const asMerge = new Map<string, number[]>()
  const inside = new Map<string, number[]>()
  for (const { number, mergedAt, mergeSha, commitStarts } of journal.facts.values()) {
    if (mergedAt === null) continue
    for (const sha of match(mergeSha)) asMerge.set(sha, [...(asMerge.get(sha) ?? []), number])
    if (!hasAny(commitStarts, byStart)) continue
    const line = await journal.readLine(number)
    for (const commit of readObjects(line, 'commits')) {
      for (const sha of match(readString(commit, 'sha')))
        inside.set(sha, [...(inside.get(sha) ?? []), number])
    }
  }
  // Of stacked pull requests that hold the same commit the first is the one that brought it.
  const first = [...inside].map(([sha, numbers]): [string, number[]] => [sha, [Math.min(...numbers)]])
  return new Map([...first, ...asMerge])
}

function startOf(sha: string): string {
  return sha.slice(0, startLength)
}

function hasAny(starts: string, wanted: ReadonlyMap<string, unknown>): boolean {
  for (let at = 0; at < starts.length; at += startLength) {
    if (wanted.has(starts.slice(at, at + startLength))) return true
  }
  return false
}
