// Cuts long texts without breaking a character in two, and lets go of the rest: a slice would keep the whole in memory.

/** The first `most` UTF-16 units of `text`, with a mark when there are more. */
export function cutStart(text: string, most: number): string {
  return text.length <= most ? text : copyText(`${takeStart(text, most - 1)}…`)
}

/** Both ends of `text`, `most` UTF-16 units in all, with a line `…` between: errors stand at either end. */
export function cutEnds(text: string, most: number): string {
  if (text.length <= most) return text
  const half = Math.floor((most - 3) / 2)
  const end = text.slice(text.length - half)
  return copyText(`${takeStart(text, half)}\n…\n${/^[\uDC00-\uDFFF]/.test(end) ? end.slice(1) : end}`)
}

/** The same text in memory of its own, so that what it was taken from can be let go of. */
export function copyText(text: string): string {
  const encoding = isLatin.test(text) ? 'latin1' : 'utf16le'
  return Buffer.from(text, encoding).toString(encoding)
}

/** Such a text takes one byte a character. */
const isLatin = /^[\0-\xFF]*$/

function takeStart(text: string, most: number): string {
  const start = text.slice(0, most)
  return /[\uD800-\uDBFF]$/.test(start) ? start.slice(0, -1) : start
}
