// Every row names the row before it. When a human goes back in a conversation, the next prompt names an earlier row:
// the prompts between are taken back. They stay in the file. Rows may be written before the one they follow. Where it
// goes on behind prompts that look taken back, two terminals are in the conversation at once, and none is.

import { RecentMap } from '../../session/recent-map.ts'

/** Rows that are remembered: a human goes back to what they can still see. */
const mostRows = 25_000
/** How many prompts one may go back. */
const mostSteps = 1000

export class PromptTree {
  /** By the id of a row: the row before it, or the prompt that it comes after, 0 for before the first. */
  private readonly rows = new RecentMap<string, string | number>(mostRows)
  /** The prompt before each prompt. */
  private readonly before: number[] = [-1]
  /** Of rows whose parent had not come when they did: the latest prompt then. */
  private readonly unseen = new RecentMap<string, number>(mostRows)
  /** By a prompt that looks taken back: the row of the prompt by which. */
  private readonly takers = new Map<number, string>()
  private latest = 0

  has(row: string): boolean {
    return this.rows.has(row)
  }

  /** Adds a row that is no prompt, after the row `parent`; null when it begins anew, as after a compaction. */
  follow(row: string, parent: string | null): void {
    if (parent !== null && !this.rows.has(parent)) this.unseen.set(row, this.latest)
    this.rows.set(row, parent ?? this.latest)
  }

  /** Adds a prompt after the row `parent`, null for none, and gives how many prompts that takes back. */
  branch(row: string, parent: string | null): number {
    const from = parent === null ? 0 : this.resolve(parent)
    const takenBack = this.countSince(from)
    for (let at = this.latest, left = takenBack; left > 0; at = this.before[at] ?? 0, left--) {
      this.takers.set(at, row)
    }
    this.latest = this.before.push(from) - 1
    this.rows.set(row, this.latest)
    return takenBack
  }

  /**
   * The row of the prompt by which that seemed taken back behind which the conversation goes on at `parent`; null when
   * none seemed so. What that prompt took back stands again.
   */
  revive(parent: string | null): string | null {
    if (parent === null || this.takers.size === 0) return null
    const taker = this.takers.get(this.resolve(parent)) ?? null
    for (const [prompt, by] of taker === null ? [] : this.takers) if (by === taker) this.takers.delete(prompt)
    return taker
  }

  /**
   * The prompt that `row` comes after, or is. A row on the way that was not read, such as a system prompt, stands where
   * the conversation was when the row after it came.
   */
  private resolve(row: string): number {
    const way: string[] = []
    let at: string | number = row
    let fallback = this.latest
    while (typeof at === 'string') {
      const next = this.rows.get(at)
      // More steps than rows: they lead in a circle.
      if (next === undefined || way.length > 2 * mostRows) at = fallback
      else {
        way.push(at)
        fallback = this.unseen.get(at) ?? this.latest
        at = next
      }
    }
    for (const passed of way) this.rows.set(passed, at)
    return at
  }

  /** 0 when `prompt` is no earlier one of the same branch. */
  private countSince(prompt: number): number {
    let at = this.latest
    for (let steps = 0; steps < mostSteps && at > prompt; steps++) {
      at = this.before[at] ?? -1
      if (at === prompt) return steps + 1
    }
    return 0
  }
}
