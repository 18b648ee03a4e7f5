// The comments by which a drafted section is known again: what drafted it, which of its items is which and how it read,
// and which items were ever drafted. They are nobody's words; whatever else such a comment holds makes it any comment.

/** What stands at the start of a drafted item. */
export interface ItemMark {
  /** The item's key: eight hexadecimal digits. */
  key: string
  /** {@link hashContent} of the item as it was drafted. */
  hash: string
}

/** Above the section; `version` is ours. */
export function writeStartMark(version: string): string {
  return `<!-- ai-worklog:draft ${version} -->`
}

export function writeItemMark({ key, hash }: ItemMark): string {
  return `<!-- ai-worklog:item ${key} ${hash} -->`
}

/** Below the section: the keys of all items that were ever drafted into it. */
export function writeEndMark(keys: readonly string[]): string {
  return `<!-- ${['ai-worklog:end', ...keys].join(' ')} -->`
}

/** The version in `html`, when it is the mark above a section. */
export function readStartMark(html: string): string | null {
  return start.exec(html.trim())?.[1] ?? null
}

export function readItemMark(html: string): ItemMark | null {
  const [, key, hash] = item.exec(html.trim()) ?? []
  return key === undefined || hash === undefined ? null : { key, hash }
}

/** The keys in `html`, when it is the mark below a section. */
export function readEndMark(html: string): string[] | null {
  const keys = end.exec(html.trim())?.[1]
  return keys === undefined ? null : keys.split(' ').filter((key) => key !== '')
}

/** `line` as its author sees it: without marks. */
export function hideMarks(line: string): string {
  return mayHoldMarks(line) ? line.replace(/<!-- ai-worklog:(?:draft|item|end)\b[^<>]*-->/g, '') : line
}

/** Whether `text` may hold any of them: one cheap test. */
export function mayHoldMarks(text: string): boolean {
  return text.includes('<!-- ai-worklog:')
}

const start = /^<!-- ai-worklog:draft (\d{1,5}\.\d{1,5}\.\d{1,5}(?:[-+][\w.+-]{1,40})?) -->$/
const item = /^<!-- ai-worklog:item ([0-9a-f]{8}) ([0-9a-f]{8}) -->$/
const end = /^<!-- ai-worklog:end((?: [0-9a-f]{8}){0,5000}) -->$/

/**
 * A short hash of an item's Markdown, behind its mark, that stays when lines are wrapped anew, indented or end in CRLF.
 * It tells edits, nothing more: 32 bits of FNV-1a.
 */
export function hashContent(markdown: string): string {
  const words = markdown.replace(/[\s>]+/g, ' ').trim()
  let hash = 0x811c9dc5
  for (let index = 0; index < words.length; index++) {
    hash = Math.imul(hash ^ words.charCodeAt(index), 0x01000193)
  }
  return (hash >>> 0).toString(16).padStart(8, '0')
}
