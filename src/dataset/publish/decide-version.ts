// The version of a dataset, by what Croissant asks of one: additions are minor, and what changes or takes away is major.

/** How many records differ from the previous version, each counted once. */
export interface DatasetChanges {
  /** New ones. */
  added: number
  /** Replaced by a newer run, or by what became of the pull request. */
  changed: number
  /** Erased, opted out, expired, or no longer wanted. */
  removed: number
  /** The same, but for what today’s redaction rules take out. */
  redacted: number
}

/**
 * The next version: `1.0.0` for the first, the next major or minor one after `previous`, or null when nothing changed.
 * Throws when `previous` is no `major.minor.patch`.
 */
export function decideVersion(previous: string | null, changes: DatasetChanges): string | null {
  if (previous === null) return '1.0.0'
  const [, major, minor] = /^(0|[1-9]\d{0,8})\.(0|[1-9]\d{0,8})\.(?:0|[1-9]\d{0,8})$/.exec(previous) ?? []
  if (major === undefined || minor === undefined) {
    throw new Error(`Unexpected version \`${previous}\` of the previous dataset, expected \`1.2.0\``)
  }
  if (isMajor(changes)) return `${Number(major) + 1}.0.0`
  return changes.added > 0 ? `${major}.${Number(minor) + 1}.0` : null
}

/** Whether something that was handed on is replaced or gone. */
export function isMajor({ changed, removed, redacted }: DatasetChanges): boolean {
  return changed + removed + redacted > 0
}
