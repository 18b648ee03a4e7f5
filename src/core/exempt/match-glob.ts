// Compares a text with a glob. Written by hand because what is published turns globs into backtracking regular
// expressions, which a contributor's file name can hold up for minutes; here the work is the product of both lengths.

/** A path or branch that is longer, in UTF-16 units, matches nothing. */
export const longestText = 1024

/** `folders` is at the start of a folder's name or of what follows the folders, `inside` in the middle of a name. */
type Token = { text: string } | 'one' | 'some' | 'any' | 'folders' | 'inside'

/**
 * Whether `glob` matches the whole of `text`: `?` is one character and `*` any number, but no `/`; `**` is any number of
 * any; and `**` + `/` as a part of its own is no folder, or some. All else, case too, stands for itself.
 */
export function matchesGlob(glob: string, text: string): boolean {
  if (text.length > longestText) return false
  const tokens = readTokens(glob)
  // The glob is run as a finite automaton: 1 for each place in `tokens` that the text so far may have led to.
  let places = new Uint8Array(tokens.length + 1)
  places[0] = 1
  skipEmpty(tokens, places)
  for (const character of text) {
    const next = new Uint8Array(tokens.length + 1)
    for (const [place, token] of tokens.entries()) {
      const to = places[place] === 1 ? step(token, place, character) : null
      if (to !== null) next[to] = 1
    }
    if (!next.includes(1)) return false
    skipEmpty(tokens, next)
    places = next
  }
  return places[tokens.length] === 1
}

function readTokens(glob: string): Token[] {
  let isPartStart = true
  return [...glob.matchAll(/\*\*\/|\*{2,}|[\s\S]/gu)].flatMap(([part]): Token[] => {
    const isFolders = isPartStart && part === '**/'
    isPartStart = part.endsWith('/')
    if (part === '?') return ['one']
    if (part === '*') return ['some']
    if (isFolders) return ['folders', 'inside']
    if (part === '**/') return ['any', { text: '/' }]
    return part.startsWith('**') ? ['any'] : [{ text: part }]
  })
}

/** Adds where a place leads without a character: to what is behind it. */
function skipEmpty(tokens: readonly Token[], places: Uint8Array): void {
  for (const [place, token] of tokens.entries()) {
    if (places[place] !== 1) continue
    if (token === 'some' || token === 'any') places[place + 1] = 1
    if (token === 'folders') places[place + 2] = 1
  }
}

/** The place to which `character` leads from `place`, or null. */
function step(token: Token, place: number, character: string): number | null {
  switch (token) {
    case 'one':
      return character === '/' ? null : place + 1
    case 'some':
      return character === '/' ? null : place
    case 'any':
      return place
    case 'folders':
      return character === '/' ? null : place + 1
    case 'inside':
      return character === '/' ? place - 1 : place
    default:
      return token.text === character ? place + 1 : null
  }
}
