// Finds known names in a text by looking words up. One regular expression of all names, or a trie of their
// letters, would take longer to build than a pull request takes to read.

/** A set of names, each with a value. A space or hyphen in a name matches a space, newline, `-`, `_` or nothing. */
export class NameIndex<T> {
  /** Names by their first two characters: most are never asked for, and taking them apart is what costs. */
  private readonly added = new Map<string, { name: string; value: T }[]>()
  private readonly groups = new Map<string, Group<T>>()

  /** Adds `name`, at least two characters without its separators; the first value of a name stays. */
  add(name: string, value: T): void {
    const head = headOf(name)
    const known = this.added.get(head)
    if (known) known.push({ name, value })
    else this.added.set(head, [{ name, value }])
  }

  /** The longest name that starts at `start`, where a word starts, and ends where a word ends. */
  match(text: string, start: number): { value: T; end: number } | null {
    const group = this.groupOf(headOf(text.slice(start, start + 3)))
    if (!group) return null
    let key = ''
    let found: { value: T; end: number } | null = null
    const breaks: number[] = []
    for (let index = start; index < text.length && key.length <= group.longest; index++) {
      const character = text[index] ?? ''
      if (isSeparator(character)) {
        // Two separators in a row are not one.
        if (breaks.at(-1) === key.length) break
        breaks.push(key.length)
        continue
      }
      key += character.toLowerCase()
      if (isWordCharacter(text.charCodeAt(index + 1))) continue
      const name = group.names.get(key)
      if (name && breaks.every((position) => name.breaks.includes(position))) {
        found = { value: name.value, end: index + 1 }
      }
    }
    return found
  }

  private groupOf(head: string): Group<T> | undefined {
    const known = this.groups.get(head)
    if (known) return known
    const added = this.added.get(head)
    if (!added) return undefined
    const group: Group<T> = { names: new Map(), longest: 0 }
    for (const { name, value } of added) addToGroup(group, name, value)
    this.groups.set(head, group)
    return group
  }
}

/** The names that begin with the same two characters. */
interface Group<T> {
  names: Map<string, { value: T; breaks: readonly number[] }>
  longest: number
}

function addToGroup<T>(group: Group<T>, name: string, value: T): void {
  let key = ''
  const breaks: number[] = []
  for (const character of name.toLowerCase()) {
    if (isSeparator(character)) breaks.push(key.length)
    else key += character
  }
  if (!group.names.has(key)) group.names.set(key, { value, breaks })
  group.longest = Math.max(group.longest, key.length)
}

/** The first two characters but for separators, in lower case. */
function headOf(name: string): string {
  const head = name.slice(0, 2).toLowerCase()
  if (!isSeparator(head[1] ?? '')) return head
  const second = [...name.slice(2)].find((character) => !isSeparator(character)) ?? ''
  return `${head[0] ?? ''}${second.toLowerCase()}`
}

/** Latin letters and digits: what a name neither follows nor is followed by. */
export function isWordCharacter(code: number): boolean {
  if (code < 0x80) return (code >= 0x30 && code <= 0x39) || ((code | 0x20) >= 0x61 && (code | 0x20) <= 0x7a)
  return code >= 0xc0 && code <= 0x24f
}

function isSeparator(character: string): boolean {
  return character === ' ' || character === '-' || character === '_' || character === '\n'
}
