// What the file of a session that is behind a branch must hold: the name of a changed file or the start of a SHA.

import type { Branch } from '../branch/branch.ts'

/** Names are in so many texts when they are shorter that the search would say nothing. */
const leastName = 3
const abbreviation = 7

/** The words, as the bytes they have in JSON and Markdown; null when no search can tell. */
export function createWords({ files, commits }: Branch): Buffer[] | null {
  const names = new Set<string>()
  for (const file of files) {
    const name = file.slice(file.lastIndexOf('/') + 1)
    if (Buffer.byteLength(name) < leastName) return null
    for (const form of [name, name.normalize('NFC'), name.normalize('NFD')]) names.add(form)
  }
  const words = new Set(commits.map(({ sha }) => sha.slice(0, abbreviation)))
  for (const name of names) for (const form of writeInJson(name)) words.add(form)
  // A subject ties a rebased commit to its session when no SHA does.
  for (const { message } of commits) {
    const subject = message.split('\n', 1)[0] ?? ''
    if (subject.length >= 12) for (const form of writeInJson(subject)) words.add(form)
  }
  return [...words].map((word) => Buffer.from(word))
}

/** As JSON writers have it: other than ASCII plain or as escapes, of either case. */
function writeInJson(text: string): string[] {
  const plain = JSON.stringify(text).slice(1, -1)
  const escaped = plain.replace(
    /[^\u0000-\u007F]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
  const upper = escaped.replace(/\\u[0-9a-f]{4}/g, (form) => `\\u${form.slice(2).toUpperCase()}`)
  return [...new Set([text, plain, escaped, upper])]
}
