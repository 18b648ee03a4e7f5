// Undoes what a reader's cut left in pieces. Readers cut by length, in the middle of a word; half a secret is not found
// by the redaction, so both halves go.

const cut = '\n…\n'
const keys = /-----BEGIN [A-Z0-9 ]{0,40}-----[\s\S]*?(?:-----END [A-Z0-9 ]{0,40}-----|$)/g

/** `text` without the words that stand at a cut, and without key blocks, whose single lines look like words. */
export function withoutBrokenWords(text: string): string {
  return joinEnds(text.endsWith('…') ? withoutLastWord(text.slice(0, -1)) : text).replace(keys, '')
}

function joinEnds(text: string): string {
  const at = text.indexOf(cut)
  if (at === -1) return text
  const end = text.slice(at + cut.length)
  return `${withoutLastWord(text.slice(0, at))}${cut}${end.slice(Math.max(0, end.search(/\s|$/)))}`
}

function withoutLastWord(text: string): string {
  let end = text.length
  while (end > 0 && !/\s/.test(text.charAt(end - 1))) end--
  return text.slice(0, end)
}
