// Finds known names in a text by looking words up. One regular expression of all names, or a trie of their
// letters, would take longer to build than a pull request takes to read.

/** A set of names, each with a value. A space or hyphen in a name matches a space, newline, `-`, `_` or nothing. */
export class NameIndex<T> {
  private readonly names = new Map<string, { value: T; breaks: readonly number[] }>()
  private longest = 0

  /** Adds `name`; the first value of a name stays. */
  add(name: string, value: T): void {
    let key = ''
    const breaks: number[] = []
    for (const character of name.toLowerCase()) {
      if (isSeparator(character)) breaks.push(key.length)
      else key += character
    }
    if (!this.names.has(key)) this.names.set(key, { value, breaks })
    this.longest = Math.max(this.longest, key.length)
  }

  /** The longest name that starts at `start`, where a word starts, and ends where a word ends. */
  match(text: string, start: number): { value: T; end: number } | null {
    let key = ''
    let found: { value: T; end: number } | null = null
    const breaks: number[] = []
    for (let index = start; index < text.length && key.length <= this.longest; index++) {
      const character = text[index] ?? ''
      if (isSeparator(character)) {
        // Two separators in a row are not one.
        if (breaks.at(-1) === key.length) break
        breaks.push(key.length)
        continue
      }
      key += character.toLowerCase()
      if (isWordCharacter(text.charCodeAt(index + 1))) continue
      const name = this.names.get(key)
      if (name && breaks.every((position) => name.breaks.includes(position))) {
        found = { value: name.value, end: index + 1 }
      }
    }
    return found
  }
}

/** Latin letters and digits: what a name neither follows nor is followed by. */
export function isWordCharacter(code: number): boolean {
  if (code < 0x80) return (code >= 0x30 && code <= 0x39) || ((code | 0x20) >= 0x61 && (code | 0x20) <= 0x7a)
  return code >= 0xc0 && code <= 0x24f
}

function isSeparator(character: string): boolean {
  return character === ' ' || character === '-' || character === '_' || character === '\n'
}
