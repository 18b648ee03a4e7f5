// Finds known names in a text without a pattern: one regular expression of all names would take longer to
// compile than a pull request takes to read.

/** A set of names, each with a value. A space or hyphen in a name matches a space, newline, `-`, `_` or nothing. */
export class NameTrie<T> {
  private readonly root: TrieNode<T> = { next: new Map(), isBreak: false, value: null }

  /** Adds `name`; the first value of a name stays. */
  add(name: string, value: T): void {
    let node = this.root
    for (const character of name.toLowerCase()) {
      if (isSeparator(character)) {
        node.isBreak = true
        continue
      }
      let next = node.next.get(character)
      if (!next) {
        next = { next: new Map(), isBreak: false, value: null }
        node.next.set(character, next)
      }
      node = next
    }
    node.value ??= { value }
  }

  /** The longest name that starts at `start` and passes `accepts`, which is given its end and value. */
  match(
    text: string,
    start: number,
    accepts: (end: number, value: T) => boolean,
  ): { value: T; end: number } | null {
    let node: TrieNode<T> | undefined = this.root
    let longest: { value: T; end: number } | null = null
    let index = start
    while (node && index < text.length) {
      const character: string = (text[index] ?? '').toLowerCase()
      const next: TrieNode<T> | undefined = node.next.get(character)
      if (!next && !(node.isBreak && isSeparator(character))) break
      // A separator stands only between two parts of a name, and only once.
      if (!next) {
        node = node.next.get((text[index + 1] ?? '').toLowerCase())
        index += 2
      } else {
        node = next
        index++
      }
      if (node?.value && accepts(index, node.value.value)) longest = { value: node.value.value, end: index }
    }
    return longest
  }
}

interface TrieNode<T> {
  next: Map<string, TrieNode<T>>
  /** Whether some name has a separator here. */
  isBreak: boolean
  value: { value: T } | null
}

function isSeparator(character: string): boolean {
  return character === ' ' || character === '-' || character === '_' || character === '\n'
}
