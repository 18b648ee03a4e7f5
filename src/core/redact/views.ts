// The other ways to read a text: a secret that is written with escapes or invisible characters is one all the same.

/** A text read in one way. */
export interface View {
  text: string
  /** Where each character of `text`, and its end, stand in what it was read from; null: in the same place. */
  offsets: Uint32Array | null
}

const invisible = /[\u00AD\u200B-\u200D\u2060\uFEFF]+/g
const percent = /(?:%[0-9A-Fa-f]{2})+/g
// Of JSON and of Markdown: `\n`, `\u0040`, `\"`, `\_`.
const backslash = /\\(?:u([0-9A-Fa-f]{4})|([nrt])|([!-/:-@[-`{-~]))/g

/** `text` as it is, and, where it holds any, without invisible characters, URL encoding or backslashes. */
export function viewText(text: string): View[] {
  const views: View[] = [{ text, offsets: null }]
  add(views, text, invisible, () => '')
  if (text.includes('%')) add(views, text, percent, decodePercent)
  if (text.includes('\\')) add(views, text, backslash, decodeBackslash)
  return views
}

function add(
  views: View[],
  text: string,
  pattern: RegExp,
  decode: (match: RegExpMatchArray) => string,
): void {
  const parts: string[] = []
  const offsets = new Uint32Array(text.length + 1)
  let length = 0
  let end = 0
  const copy = (to: number) => {
    parts.push(text.slice(end, to))
    for (let index = end; index < to; index += 1) offsets[length++] = index
  }
  for (const match of text.matchAll(pattern)) {
    copy(match.index)
    const decoded = decode(match)
    parts.push(decoded)
    // Every character of what was decoded stands for the whole: half an escape cannot be taken out.
    for (let index = 0; index < decoded.length; index += 1) offsets[length++] = match.index
    end = match.index + match[0].length
  }
  if (end === 0) return
  copy(text.length)
  offsets[length] = text.length
  views.push({ text: parts.join(''), offsets: offsets.subarray(0, length + 1) })
}

function decodePercent([text]: RegExpMatchArray): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

function decodeBackslash([, code, letter, sign]: RegExpMatchArray): string {
  if (code) return String.fromCharCode(parseInt(code, 16))
  if (letter) return { n: '\n', r: '\r', t: '\t' }[letter] ?? letter
  return sign ?? ''
}
