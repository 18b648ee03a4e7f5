// By what names the author of a finished record goes. Names and addresses of its commits are not in it any more: what is
// known is the login, and whom the footers of tools mention.

import { listAuthorNames } from '../../core/privacy/author-names.ts'
import { mapTexts } from '../../core/privacy/map-texts.ts'
import { listMentioned } from '../../core/privacy/omit-author.ts'
import { splitWords } from '../../core/privacy/words.ts'
import { createPullRequest } from '../../core/pull-request.ts'
import type { WorklogRecord } from '../../core/record/schema.ts'

/** The author’s login, when it is a person’s and no word that anybody uses. */
export function listOwnNames({ source: { author, author_type } }: WorklogRecord): string[] {
  if (author === null) return []
  const known = { login: author, id: null, name: null, email: null }
  return listAuthorNames(createPullRequest({ author: known, authorType: author_type }))
}

/** Whom else footers and trailers mention, such as who started a tool. */
export function listMentionedNames(record: WorklogRecord, own: readonly string[]): string[] {
  const known = new Set(own.map((name) => name.toLowerCase()))
  return [...new Set(listMentioned(record))].filter((name) => !known.has(name.slice(1).toLowerCase()))
}

/**
 * Of each list the names that may stand in a text of `record`. Looking for a name word by word takes long, and most texts
 * hold none.
 */
export function selectPresent<const Lists extends readonly (readonly string[])[]>(
  record: WorklogRecord,
  ...lists: Lists
): { [Index in keyof Lists]: readonly string[] } {
  type Selected = { [Index in keyof Lists]: readonly string[] }
  if (lists.every((names) => names.length === 0)) return lists as Selected
  const texts: string[] = record.files.map(({ path }) => path)
  mapTexts(record, (text) => {
    texts.push(text)
    return text
  })
  const joined = texts.join('\n')
  // In an address a name may be written in another way.
  if (/%[0-9a-f]{2}/i.test(joined)) return lists as Selected
  const folded = joined.normalize('NFKC').toLowerCase()
  const isPresent = (name: string) => splitWords(name).every(({ word }) => folded.includes(word))
  return lists.map((names) => names.filter(isPresent)) as unknown as Selected
}
