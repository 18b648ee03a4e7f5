// Compares texts with a glob. Written by hand because what is published turns globs into backtracking regular
// expressions, which a contributor's file name can hold up for minutes; here the work is the product of both lengths.

/** A path or branch that is longer, in UTF-16 units, matches nothing. */
export const longestText = 1024

// What a place in a glob takes; anything else is a code point that it takes itself. `folders` is at the start of a
// folder's name or of what follows the folders, `inside` in the middle of a name.
const one = -1
const some = -2
const any = -3
const folders = -4
const inside = -5

const slash = 47
/** No character, at the end of a text. */
const nothing = Number.NaN

/**
 * Tells whether `glob` matches the whole of a text: `?` is one character and `*` any number, but no `/`; `**` is any number
 * of any; and `**` + `/` as a part of its own is no folder, or some. All else, case too, stands for itself.
 */
export function createGlob(glob: string): (text: string) => boolean {
  const tokens = readTokens(glob)
  const end = tokens.length
  return (text) => {
    if (text.length > longestText) return false
    // The glob is run as a finite automaton: 1 for each place that the text so far may have led to.
    let places = new Uint8Array(end + 1)
    let next = new Uint8Array(end + 1)
    places[0] = 1
    for (const character of text) {
      if (!step(tokens, places, next, character.codePointAt(0) ?? 0)) return false
      ;[places, next] = [next, places]
      next.fill(0)
    }
    step(tokens, places, next, nothing)
    return places[end] === 1
  }
}

function readTokens(glob: string): Int32Array {
  let isPartStart = true
  const tokens = [...glob.matchAll(/\*\*\/|\*{2,}|[\s\S]/gu)].flatMap(([part]) => {
    const isFolders = isPartStart && part === '**/'
    isPartStart = part.endsWith('/')
    if (part === '?') return one
    if (part === '*') return some
    if (isFolders) return [folders, inside]
    if (part === '**/') return [any, slash]
    return part.startsWith('**') ? any : (part.codePointAt(0) ?? 0)
  })
  return Int32Array.from(tokens)
}

/** Fills `next` with where `character` leads from `places`; false when that is nowhere. */
function step(tokens: Int32Array, places: Uint8Array, next: Uint8Array, character: number): boolean {
  let isAlive = false
  for (let place = 0; place < tokens.length; place += 1) {
    if (places[place] !== 1) continue
    const token = tokens[place] ?? 0
    // What may also take nothing leads to what is behind it, which this loop has yet to come to.
    if (token === some || token === any) places[place + 1] = 1
    if (token === folders) places[place + 2] = 1
    const to = lead(token, place, character)
    if (to === -1) continue
    next[to] = 1
    isAlive = true
  }
  return isAlive
}

/** The place to which `character` leads from `place`, or -1. */
function lead(token: number, place: number, character: number): number {
  switch (token) {
    case one:
      return character === slash ? -1 : place + 1
    case some:
      return character === slash ? -1 : place
    case any:
      return place
    case folders:
      return character === slash ? -1 : place + 1
    case inside:
      return character === slash ? place - 1 : place
    default:
      return token === character ? place + 1 : -1
  }
}
