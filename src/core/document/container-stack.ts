// The block quotes and list items that are open from line to line, as CommonMark has them, without parsing what is in
// them. Where only a parse could tell, it takes what makes more work: a container counts as left, and stays open.

/** What one line does to the containers. */
export interface LineContainers {
  /** How many are open, this line's own included. */
  open: number
  /** How many markers of new quotes and items it has. */
  markers: number
  /** Whether it goes on without a container that was open: by closing it, or as text that lazily continues it. */
  isLeaving: boolean
}

/** A quote, or an item by the columns its content is indented. */
type Container = { kind: 'quote' } | { kind: 'item'; indent: number; isEmpty: boolean }

const thematicBreak = /^ {0,3}(?:[-*_][ \t]*){3,}$/
const bullet = /^[-*+](?= |$)/
const number = /^\d{1,9}[.)](?= |$)/

export class ContainerStack {
  private stack: Container[] = []
  private isAfterBlank = true

  /** Reads the next line, without its newline. */
  readLine(line: string): LineContainers {
    const { rest, continued, isItem } = this.continueWith(line)
    const isBlank = rest.trim() === ''
    const isLeft = continued < this.stack.length
    // Tabs are columns to a parser; here they are a reason to count the line.
    const hasTab = /^[ >]*\t/.test(line) || line.includes('- \t')
    const isBreak = thematicBreak.test(rest)
    if (isLeft && this.isAfterBlank && !isBlank) this.stack.length = continued
    else if (isLeft && isBlank) this.stack.length = continued
    const markers = isBlank || isBreak ? Number(isItem) : this.open(rest, continued, isItem)
    this.isAfterBlank = line.trim() === ''
    return {
      open: this.stack.length,
      markers,
      isLeaving: isLeft || ((hasTab || isBreak) && this.stack.length > 0),
    }
  }

  /** What is left of `line` after the marks of the containers that it continues. */
  private continueWith(line: string): { rest: string; continued: number; isItem: boolean } {
    let rest = line
    for (const [index, container] of this.stack.entries()) {
      if (container.kind === 'quote') {
        const found = /^ {0,3}> ?/.exec(rest)
        if (!found) return { rest, continued: index, isItem: false }
        rest = rest.slice(found[0].length)
      } else if (rest.trim() === '') {
        // An item that starts with an empty line ends at the next one.
        if (container.isEmpty) return { rest, continued: index, isItem: false }
      } else if (indentOf(rest) >= container.indent) {
        rest = rest.slice(container.indent)
        container.isEmpty = false
      } else {
        const isItem = !thematicBreak.test(rest) && readItem(rest) !== null
        // The next item goes on with the list, and leaves what stands in the last one.
        if (isItem && index === this.stack.length - 1) this.stack.length = index
        return { rest, continued: index, isItem }
      }
    }
    return { rest, continued: this.stack.length, isItem: false }
  }

  /** Opens the containers at the start of `text`, after the first `continued`; counts them. */
  private open(text: string, continued: number, isItem: boolean): number {
    let rest = text
    let markers = 0
    while (this.stack.length < maxOpen) {
      const quote = /^ {0,3}> ?/.exec(rest)
      const item = quote ? null : readItem(rest)
      if (!quote && item === null) break
      // Only a parse could tell whether a number or an empty item goes on with a paragraph.
      const isSure = quote || isItem || this.isAfterBlank || markers > 0 || item?.interrupts
      if (!isSure) break
      if (markers === 0) this.stack.length = Math.min(this.stack.length, continued)
      markers++
      if (quote) {
        this.stack.push({ kind: 'quote' })
        rest = rest.slice(quote[0].length)
      } else if (item) {
        this.stack.push({ kind: 'item', indent: item.indent, isEmpty: item.isEmpty })
        rest = rest.slice(item.indent)
      }
    }
    return markers
  }
}

/** Deeper texts are refused for their nesting. */
const maxOpen = 200

function indentOf(text: string): number {
  return text.length - text.replace(/^ +/, '').length
}

function readItem(text: string): { indent: number; isEmpty: boolean; interrupts: boolean } | null {
  const before = indentOf(text)
  if (before > 3) return null
  const rest = text.slice(before)
  const marker = (bullet.exec(rest) ?? number.exec(rest))?.[0]
  if (marker === undefined) return null
  const content = rest.slice(marker.length)
  const spaces = indentOf(content)
  const isEmpty = content.trim() === ''
  const width = isEmpty || spaces > 4 ? 1 : spaces
  const interrupts = !isEmpty && (marker.length === 1 || /^0*1[.)]$/.test(marker))
  return { indent: before + marker.length + width, isEmpty, interrupts }
}
