// Tells what a machine made at random from what people write: words, names, versions, paths.

// What people write in the place of a secret.
const placeholder =
  /^(?:<|\$[A-Za-z_({]|%|\{|\[|\*|#\{|process\.|os\.|env\.|self\.|this\.|null|none$|nil$|true|false|undefined|string|your|my[-_]|change|insert|enter|put|replace|placeholder|redact|dummy|fake|sample|example|xxx|\.\.\.|…)/i
const stand =
  /your|placeholder|example|dummy|redacted|changeme|change_me|x{4,}|\*{3,}|\.{3}|<\w|abcdef|12345678|…|^(.)\1+$/i

/** True for what stands in the place of a secret: `<your-key>`, `$API_KEY`, `${{ secrets.X }}`, `xxxx`. */
export function isPlaceholder(value: string): boolean {
  return placeholder.test(value) || stand.test(value)
}

/**
 * True for a value that looks as if a machine made it: letters and digits mixed within one piece of it. Words, also
 * with a number behind them, versions, dates and paths are none.
 */
export function looksMade(value: string): boolean {
  return !isPlaceholder(value) && value.split(/[^A-Za-z0-9]+/).some((piece) => isMixed(piece, 3, 6))
}

/** As `looksMade`, for what stands behind an issuer's prefix: separators do not matter there, and less mixing will do. */
export function looksIssued(value: string): boolean {
  return !isPlaceholder(value) && isMixed(value.replace(/[^A-Za-z0-9]+/g, ''), 2, 10)
}

// `sha256`, `node20`, `v2beta1` are words with numbers; `a1b2c3d4`, `7f9Kq2LmX` are not: they change between small
// letters, capitals and digits at least `least` times, and once in `every` characters.
function isMixed(piece: string, least: number, every: number): boolean {
  if (piece.length < 8) return false
  const changes =
    piece.match(/(?<=[a-z])(?=[A-Z\d])|(?<=[A-Z])(?=\d)|(?<=\d)(?=[A-Za-z])|(?<=[A-Z])(?=[a-z])/g)?.length ??
    0
  if (/\d/.test(piece)) return changes >= least && changes * every >= piece.length
  return (
    piece.length >= 16 &&
    /[a-z]/.test(piece) &&
    /[A-Z]/.test(piece) &&
    changes * Math.sqrt(every * 1.5) >= piece.length
  )
}
