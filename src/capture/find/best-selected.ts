// The best of many sessions. Only so many are kept at any time, as each may hold megabytes.

import { combineSelected } from './combine-selected.ts'
import { compareSelected } from './rank-session.ts'
import type { Selected } from './selected.ts'

export class BestSelected {
  /** Whether some were left out. */
  isCut = false
  private readonly most: number
  private kept: Selected[] = []

  constructor(most: number) {
    this.most = most
  }

  get isEmpty(): boolean {
    return this.kept.length === 0
  }

  add(one: Selected): void {
    this.kept.push(one)
    if (this.kept.length > 1.5 * this.most) this.kept = this.list()
  }

  /** Each session once, best first. */
  list(): Selected[] {
    const sorted = combineSelected(this.kept).sort(compareSelected)
    this.isCut ||= sorted.length > this.most
    return sorted.slice(0, this.most)
  }
}
