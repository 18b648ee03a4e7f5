// The hidden first line of our comment, by which a later run finds it again.

export interface Marker {
  /** The artifact's name: steps that check one pull request in different ways have a comment each. */
  name: string
  /** When the pull request was read, in milliseconds since 1970. */
  at: number
}

const pattern = /^<!-- ai-worklog:comment name=(\S{1,2000}) at=(\d{1,15}) -->[ \t]*\r?\n/

/** The line, with its newline. */
export function formatMarker({ name, at }: Marker): string {
  // Two hyphens could end the HTML comment.
  return `<!-- ai-worklog:comment name=${encodeURIComponent(name).replaceAll('--', '%2D%2D')} at=${at} -->\n`
}

/** The marker that `body` begins with and the text after it; null when it begins with none. */
export function parseMarker(body: string): (Marker & { text: string }) | null {
  const [line, name, at] = pattern.exec(body) ?? []
  if (line === undefined || name === undefined || at === undefined) return null
  try {
    return { name: decodeURIComponent(name), at: Number(at), text: body.slice(line.length) }
  } catch {
    return null
  }
}
