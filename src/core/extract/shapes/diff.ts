// A fenced diff to the code before and after it.

/** The removed and the added side of a unified diff with their context; null sides have no lines of their own. */
export function splitDiff(diff: string): { before: string | null; after: string | null } {
  const lines = diff.split('\n').filter((line) => !/^(?:diff |index |@@|\+\+\+ |--- )/.test(line))
  const side = (own: string, other: string) => {
    if (!lines.some((line) => line.startsWith(own))) return null
    return lines
      .filter((line) => !line.startsWith(other))
      .map((line) => (line.startsWith(own) || line.startsWith(' ') ? line.slice(1) : line))
      .join('\n')
  }
  return { before: side('-', '+'), after: side('+', '-') }
}
