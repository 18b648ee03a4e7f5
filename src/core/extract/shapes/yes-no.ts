// Yes and no as people answer a question with them.

/** True for yes, false for no, null when `text` starts with neither or with both. */
export function readYesNo(text: string): boolean | null {
  const lower = text.trim().toLowerCase()
  if (!hasOnlyAscii.test(lower)) return readWord(lower.replace(/^[^\p{L}\p{N}]+/u, ''), anyWord)
  return readWord(lower.replace(/^[^a-z0-9]+/, ''), asciiWord)
}

function readWord(text: string, word: RegExp): boolean | null {
  if (/^yes\s*(?:\/|or|\|)\s*no\b/.test(text)) return null
  const first = word.exec(text)?.[0] ?? ''
  if (yes.has(first)) return true
  return no.has(first) ? false : null
}

// Unicode's tables take a millisecond to load, and most answers do without.
const hasOnlyAscii = /^[\n\x20-\x7e]*$/
const asciiWord = /^[a-z0-9]+/
const anyWord = /^[\p{L}\p{N}]+/u

const yes = new Set(['yes', 'y', 'yep', 'yeah', 'true', 'done', 'ja', 'oui', 'sí', 'si', 'да', '是'])
const no = new Set(['no', 'n', 'nope', 'not', 'none', 'false', 'nein', 'non', 'нет', '否'])
