// Takes the author out of a record: the login, and what would lead back to it. What tells records apart stays, which
// is the number of the pull request and the SHAs; SECURITY.md says what that means.

import type { PullRequest } from '../pull-request.ts'
import type { WorklogRecord } from '../record/schema.ts'
import { listAuthorNames } from './author-names.ts'
import { mapTexts } from './map-texts.ts'
import { createPhrases, cutPhrases } from './phrases.ts'

const mark = '[OMITTED:author]'
const branchMark = '[OMITTED:branch]'

/** Longer names are found by any six words of theirs in a row. */
const mostWords = 6

/** `record`, which was made of `pullRequest`, without its author. */
export function omitAuthor(record: WorklogRecord, pullRequest: PullRequest): WorklogRecord {
  return leaveOutAuthor(record, createNameCut([...listAuthorNames(pullRequest), ...listMentioned(record)]))
}

/** Puts `by` into a text for each of `names`. */
export function createNameCut(names: readonly string[], by = mark): (text: string) => string {
  const phrases = createPhrases(names, mostWords)
  if (phrases.size === 0) return (text) => text
  // Of an address that began with a name the rest says where she works.
  const address = new RegExp(
    String.raw`${by.replace(/[[\]]/g, '\\$&')}(?:[+.][\w.+-]{0,64})?@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*`,
    'g',
  )
  return (text) => cutPhrases(text, phrases, by).replace(address, by)
}

/** `record` with `cut` done to its texts, and without the fields that tell its author. */
export function leaveOutAuthor(record: WorklogRecord, cut: (text: string) => string): WorklogRecord {
  const clean = mapTexts(record, cut)
  const { source, consent, policy } = clean
  return {
    ...clean,
    source: {
      ...source,
      url: null,
      author: null,
      // The owner of a repository is known by its name.
      author_association: null,
      // `octocat-patch-1`, `jd/fix-login`: people name branches after themselves.
      head_ref: null,
      head_repository_id:
        source.head_repository_id === source.repository_id ? source.head_repository_id : null,
      run: null,
    },
    policy: {
      ...policy,
      exemptions: policy.exemptions.map(({ kind, value }) => ({
        kind,
        value: personal.has(kind) ? null : value,
        by: null,
      })),
    },
    signals: clean.signals.map((signal) =>
      signal.kind === 'branch' ? { ...signal, value: branchMark } : signal,
    ),
    files: clean.files.map((file) => ({ ...file, path: cut(file.path) })),
    consent: { ...consent, by: consent.by === source.author ? null : consent.by },
  }
}

// What exempts these is who the author is, or a name of theirs.
const personal: ReadonlySet<string> = new Set([
  'bot',
  'author',
  'association',
  'permission',
  'team',
  'branch',
])

// Footers say on whose behalf a tool works: “started by @octocat”.
const mention = /(?<![\p{L}\p{N}])@[A-Za-z0-9][A-Za-z0-9-]*/gu

/** Whom footers and trailers of a record mention. */
export function listMentioned({ signals }: WorklogRecord): string[] {
  return signals.flatMap(({ kind, value }) =>
    kind === 'footer' || kind === 'trailer' ? (value.match(mention) ?? []) : [],
  )
}
