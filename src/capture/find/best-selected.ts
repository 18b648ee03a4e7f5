// The best of many sessions. Only so many are kept at any time, and so much of them, as each may hold megabytes.

import { measureSession } from '../session/measure-session.ts'
import { combineSelected } from './combine-selected.ts'
import { compareSelected } from './rank-session.ts'
import type { Selected } from './selected.ts'

/** UTF-16 units of all that are kept: some of the longest sessions, or a hundred long ones. */
const mostUnits = 64 * 1024 * 1024

export class BestSelected {
  /** Whether some were left out. */
  isCut = false
  private readonly most: number
  private readonly mostUnits: number
  private kept: Selected[] = []
  private units = 0

  /** The best one is kept however long it is. */
  constructor(most: number, units: number = mostUnits) {
    this.most = most
    this.mostUnits = units
  }

  get isEmpty(): boolean {
    return this.kept.length === 0
  }

  add(one: Selected): void {
    this.kept.push(one)
    this.units += measureSession(one.session)
    const isTooMuch = this.kept.length > 1.5 * this.most || this.units > 1.5 * this.mostUnits
    if (isTooMuch && this.kept.length > 1) this.kept = this.list()
  }

  /** Each session once, best first. */
  list(): Selected[] {
    const sorted = combineSelected(this.kept).sort(compareSelected)
    const best: Selected[] = []
    let units = 0
    for (const one of sorted.slice(0, this.most)) {
      const more = measureSession(one.session)
      if (best.length > 0 && units + more > this.mostUnits) break
      best.push(one)
      units += more
    }
    this.isCut ||= best.length < sorted.length
    this.units = units
    return best
  }
}

/** That of the sessions `which` no more than `count` were kept, in a sentence. */
export function tellMost(count: number, which: string): string {
  return count === 1
    ? `Only the best session ${which} is taken.`
    : `Only the best ${count} sessions ${which} are taken.`
}
