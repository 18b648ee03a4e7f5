// Remembers the last keys of many. A Map from which the oldest key is taken again and again gets slow: it steps over the
// gaps that were left before it. Here the older half goes at once.

export class RecentMap<K, V> {
  private readonly most: number
  private recent = new Map<K, V>()
  private older = new Map<K, V>()

  /** Keeps the `most` keys that were set last, and at most twice as many. */
  constructor(most: number) {
    this.most = most
  }

  has(key: K): boolean {
    return this.recent.has(key) || this.older.has(key)
  }

  get(key: K): V | undefined {
    return this.recent.has(key) ? this.recent.get(key) : this.older.get(key)
  }

  set(key: K, value: V): void {
    this.recent.set(key, value)
    if (this.recent.size < this.most) return
    this.older = this.recent
    this.recent = new Map()
  }

  delete(key: K): void {
    this.recent.delete(key)
    this.older.delete(key)
  }
}
