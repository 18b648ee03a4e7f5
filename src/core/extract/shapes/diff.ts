// A fenced diff to the code before and after it.

/** The removed and the added side of a unified diff with their context; null sides have no lines of their own. */
export function splitDiff(diff: string): { before: string | null; after: string | null } {
  const lines = withoutHeads(diff.split('\n'))
  const side = (own: string, other: string) => {
    if (!lines.some((line) => line.startsWith(own))) return null
    return lines
      .filter((line) => !line.startsWith(other))
      .map((line) => (line.startsWith(own) || line.startsWith(' ') ? line.slice(1) : line))
      .join('\n')
  }
  return { before: side('-', '+'), after: side('+', '-') }
}

/**
 * `lines` without what names files and places. Below the head of a hunk `--- a` is a removed line `-- a`, unless the
 * heads of a file and of its hunk follow.
 */
function withoutHeads(lines: readonly string[]): string[] {
  let isInHunk = false
  let heads = 0
  return lines.filter((line, index) => {
    if (heads > 0) {
      heads--
      return false
    }
    if (line.startsWith('@@')) {
      isInHunk = true
      return false
    }
    if (/^(?:diff |index )/.test(line)) {
      isInHunk = false
      return false
    }
    const isFile = /^--- /.test(line) && /^\+\+\+ /.test(lines[index + 1] ?? '')
    if (isInHunk && isFile && lines[index + 2]?.startsWith('@@')) heads = 2
    return heads === 0 && (isInHunk || !/^(?:\+\+\+ |--- )/.test(line))
  })
}
