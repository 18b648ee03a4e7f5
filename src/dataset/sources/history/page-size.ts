// How many pull requests to ask for at a time: what GitHub can compute in its ten seconds differs from repository to
// repository, and from hour to hour.

/** Half of what GitHub answered without an error when it was measured. */
const first = 25
const most = 50
/** Pages in a row that must come before more is asked. */
const patience = 3

/** Halves at once, grows by a quarter after three pages in a row. */
export class PageSize {
  #current: number
  #answered = 0

  constructor(start: number = first) {
    this.#current = start
  }

  get current(): number {
    return this.#current
  }

  /** False when it cannot be less. */
  shrink(): boolean {
    this.#answered = 0
    if (this.#current === 1) return false
    this.#current = Math.max(1, Math.floor(this.#current / 2))
    return true
  }

  answered(): void {
    this.#answered += 1
    if (this.#answered < patience) return
    this.#answered = 0
    this.#current = Math.min(most, this.#current + Math.ceil(this.#current / 4))
  }
}
