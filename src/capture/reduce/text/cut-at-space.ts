// Cuts a text that is not redacted yet. Half a secret is not found by the redaction and is still half a secret, so a
// cut falls between words and never inside quotes, and the word it would fall into is left out whole.

const mark = '…'
/** Quotes that close further away than this are taken for apostrophes. */
const longestQuote = 500

/** The first `most` UTF-16 units of `text` at most, with a mark when words are left out. */
export function cutAtSpace(text: string, most: number): string {
  if (text.length <= most) return text
  const kept = keepWords(text, most - 2)
  return kept === '' ? mark : `${kept} ${mark}`
}

/** The longest start of `text` of at most `most` units that ends with a whole word outside quotes. */
export function keepWords(text: string, most: number): string {
  let end = Math.min(most, text.length)
  if (end < text.length) while (end > 0 && !/\s/.test(text.charAt(end))) end--
  const kept = text.slice(0, end)
  const quote = findOpenQuote(kept)
  return (quote === -1 ? kept : kept.slice(0, quote)).trimEnd()
}

/** Where the quote stands that the last line of `text` leaves open; -1 when there is none. */
function findOpenQuote(text: string): number {
  const from = Math.max(text.lastIndexOf('\n') + 1, text.length - longestQuote)
  let open = -1
  for (let at = from; at < text.length; at++) {
    const sign = text.charAt(at)
    if (open !== -1) {
      if (sign === text.charAt(open)) open = -1
    } else if (sign === '"' || sign === '`' || (sign === "'" && !/\w/.test(text.charAt(at - 1)))) open = at
  }
  return open
}
