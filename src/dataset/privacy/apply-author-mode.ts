// A finished record as it is published, by how the dataset names authors.

import { createNameCut, leaveOutAuthor } from '../../core/privacy/omit-author.ts'
import type { WorklogRecord } from '../../core/record/schema.ts'
import { listMentionedNames, listOwnNames, selectPresent } from './find-names.ts'
import { pseudonymizeRecord } from './pseudonymize-record.ts'
import { type Pseudonym, toAuthorPseudonym } from './pseudonyms.ts'

/** `null`: authors are named by login; `omit`: not at all. */
export type AuthorNaming = null | 'omit' | Pseudonym

/** `record` with its author as `naming` says. `recordId` is its id, which stands for an unknown one too. */
export function applyAuthorMode(
  record: WorklogRecord,
  recordId: string,
  naming: AuthorNaming,
): WorklogRecord {
  if (naming === null) return record
  const names = listOwnNames(record)
  const [own, others] = selectPresent(record, names, listMentionedNames(record, names))
  const cutOthers = createNameCut(others)
  if (naming === 'omit') {
    const cutOwn = createNameCut(own)
    const clean = leaveOutAuthor(record, (text) => cutOthers(cutOwn(text)))
    return { ...clean, privacy: { ...record.privacy, author: 'omit' } }
  }
  const { author } = record.source
  const known = author === null ? null : toAuthorPseudonym(author, naming)
  const cutOwn = createNameCut(own, known ?? undefined)
  return pseudonymizeRecord(record, known, recordId, (text) => cutOthers(cutOwn(text)), naming)
}
