// Every row names the row before it. When a human goes back in a conversation, the next prompt names an earlier row:
// the prompts between are taken back. They stay in the file.

/** Rows that are remembered: a human goes back to what they can still see. */
const mostRows = 50_000
/** How far back a prompt is looked for. */
const mostSteps = 1000

export class PromptTree {
  /** The prompt each row came after, by the row's id; 0 is before the first. */
  private readonly rows = new Map<string, number>()
  /** The prompt before each prompt. */
  private readonly before: number[] = [-1]
  private latest = 0

  has(row: string): boolean {
    return this.rows.has(row)
  }

  /** Adds a row that is no prompt, after the row `parent`. */
  follow(row: string, parent: string | null): void {
    this.remember(row, (parent === null ? undefined : this.rows.get(parent)) ?? this.latest)
  }

  /** Adds a prompt after the row `parent`, null for none, and gives how many prompts that takes back. */
  branch(row: string, parent: string | null): number {
    // A parent that was not read, such as a system prompt, stands where the conversation was.
    const from = parent === null ? 0 : (this.rows.get(parent) ?? this.latest)
    const takenBack = this.countSince(from)
    this.latest = this.before.push(from) - 1
    this.remember(row, this.latest)
    return takenBack
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

  private remember(row: string, prompt: number): void {
    this.rows.set(row, prompt)
    if (this.rows.size <= mostRows) return
    for (const oldest of this.rows.keys()) {
      this.rows.delete(oldest)
      break
    }
  }
}
