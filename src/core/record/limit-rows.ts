// How much a list of the record holds. Real pull requests fill a dozen rows; a text built to fill a record must not
// make one of a hundred megabytes.

/** Rows of one list. In 3,416 real pull requests a list has at most 30. */
export const maxRows = 1000

/** Tools, which are compared with each other. */
export const maxTools = 200

/** Places of one tool. */
export const maxPlaces = 20

/** Findings: as many as the log and the summary show. */
export const maxFindings = 500

/** Characters of one list as JSON without indentation: one text of 65,536 control characters still fits. */
const maxCharacters = 600_000

/** Fits the lists of one record, and remembers which of them had more rows. */
export class RowLimits {
  /** The lists that were cut, in the words given. */
  readonly cut: string[] = []

  /** The first of `rows` that fit, at most `most`; `name` is what a finding calls them. */
  fit<T>(name: string, rows: readonly T[], most: number = maxRows): T[] {
    let characters = 0
    const kept: T[] = []
    for (const row of rows.slice(0, most)) {
      characters += JSON.stringify(row).length
      if (characters > maxCharacters) break
      kept.push(row)
    }
    if (kept.length < rows.length) this.cut.push(name)
    return kept
  }
}
