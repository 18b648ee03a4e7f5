// Titles and labels as people write them to the form the vocabulary uses.

/** Lower case, straight quotes, no numbering, emoji, edge punctuation, or remark in parentheses at the end. */
export function normalizeTitle(text: string): string {
  if (text.length > maxTitleLength) return ''
  return toPlainLetters(text)
    .replace(/^[\s\d.)#:•*_-]+/, '')
    .replace(/\s*\([^()]*\)[\s:：?.!…-]*$/, (remark) =>
      /\(s\)/.test(remark) ? remark.replaceAll('(s)', 's') : '',
    )
    .replaceAll('(s)', 's')
    .replace(/[\s:：?.!…*_–—-]+$/, '')
    .replace(/\s*[&+]\s*/g, ' and ')
    .replace(/\s+/g, ' ')
    .replace(/didn't/g, 'did not')
    .trim()
}

// Unicode's tables take a millisecond to load, and most titles do without.
function toPlainLetters(text: string): string {
  if (/^[\n\x20-\x7e]*$/.test(text)) return text.toLowerCase()
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[‘’]/g, "'")
    .replace(/\p{Extended_Pictographic}|\u200d|\ufe0f/gu, '')
}

// Longer text is prose, not a title.
const maxTitleLength = 120
