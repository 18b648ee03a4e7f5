// A line that holds more than one row: whoever wrote it was stopped within a row, and the next began where that ended.

import { isJsonObject, type JsonObject } from '../../core/json.ts'

/** Ways in which rows begin, rows that are looked at for it, and places of one line at which a row is tried. */
const most = { starts: 8, rows: 200, tries: 200 }

const firstKey = /^\{"\w{1,40}":/

export class GluedRows {
  /** How the rows of the file begin, with the keys that all of them have: what stands within a row begins so, too. */
  private readonly starts = new Map<string, Set<string>>()
  private noted = 0
  private tries = 0

  /** Notes how `text` looks, which is the whole of `row`; of the first rows. */
  note(text: string, row: JsonObject): void {
    if (++this.noted > most.rows) return
    const start = firstKey.exec(text.slice(0, 50))?.[0]
    if (start === undefined) return
    const keys = this.starts.get(start)
    if (keys) {
      for (const key of keys) if (!Object.hasOwn(row, key)) keys.delete(key)
    } else if (this.starts.size < most.starts) this.starts.set(start, new Set(Object.keys(row)))
  }

  /** The whole rows in `text`, which is none itself, and whether there is more in it. */
  split(text: string): { rows: JsonObject[]; isBroken: boolean } {
    const rows: JsonObject[] = []
    this.tries = 0
    let left = text
    while (left !== '') {
      const at = this.findLast(left)
      if (at === null) break
      rows.unshift(at.row)
      left = left.slice(0, at.start)
    }
    return { rows, isBroken: left !== '' }
  }

  /** The row that ends `text`, and where it starts. */
  private findLast(text: string): { row: JsonObject; start: number } | null {
    for (let start = this.next(text, -1); start !== -1; start = this.next(text, start)) {
      if (++this.tries > most.tries) return null
      const row = parse(text.slice(start))
      const keys = this.starts.get(firstKey.exec(text.slice(start, start + 50))?.[0] ?? '')
      if (row && [...(keys ?? [])].every((key) => Object.hasOwn(row, key))) return { row, start }
    }
    return null
  }

  /** The next place behind `at` where a row may start; quotes within a row's texts are escaped. -1 when there is none. */
  private next(text: string, at: number): number {
    const places = [...this.starts.keys()]
      .map((start) => text.indexOf(start, at + 1))
      .filter((place) => place !== -1)
    return places.length === 0 ? -1 : Math.min(...places)
  }
}

function parse(text: string): JsonObject | null {
  try {
    const row: unknown = JSON.parse(text)
    return isJsonObject(row) ? row : null
  } catch {
    return null
  }
}
