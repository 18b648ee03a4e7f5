// A record whose author has a pseudonym, without what would lead to the pull request: url, number, refs, SHAs, run, and
// times to the second, by which a list of the repository’s pull requests would show it. The name of the repository stays,
// and so do the texts: whoever searches a public repository for a sentence finds it, as docs/dataset.md says.

import { leaveOutAuthor } from '../../core/privacy/omit-author.ts'
import type { WorklogRecord } from '../../core/record/schema.ts'
import type { Pseudonym } from './pseudonyms.ts'
import { createTraceCut, linkMark } from './trace-cut.ts'

/** Digits of what stands for an id or a SHA. */
const digits = 32

/** `author` is the pseudonym; `cutNames` puts it, and marks for other people, into a text. */
export function pseudonymizeRecord(
  record: WorklogRecord,
  author: string | null,
  recordId: string,
  cutNames: (text: string) => string,
  pseudonym: Pseudonym,
): WorklogRecord {
  const toSha = (sha: string) => pseudonym('commit', sha, digits)
  const cutTraces = createTraceCut(record)
  const clean = leaveOutAuthor(record, (text) => cutNames(cutTraces(text)))
  const { by } = record.consent
  const named: WorklogRecord = {
    ...clean,
    record_id: pseudonym('record', recordId, digits),
    generated_at: toDay(record.generated_at),
    source: {
      ...clean.source,
      ...unknown,
      author,
      created_at: toDay(record.source.created_at),
      closed_at: toDay(record.source.closed_at),
      merged_at: toDay(record.source.merged_at),
    },
    policy: { ...clean.policy, sha: null },
    privacy: { ...record.privacy, author: 'omit' },
    context: { ...clean.context, linked_issues: [] },
    links: clean.links.map((link) => ({ ...link, url: linkMark })),
    commits: clean.commits.map((commit) => ({ ...commit, sha: toSha(commit.sha) })),
    outcome: {
      ...clean.outcome,
      closed_at: toDay(record.outcome.closed_at),
      // That it was reverted counts; the commit itself would lead back.
      reverted_by: record.outcome.reverted_by === null ? null : toSha(record.outcome.reverted_by),
    },
    consent: {
      ...clean.consent,
      by: by === 'policy' ? by : by !== null && by === record.source.author ? author : null,
      at: toDay(record.consent.at),
    },
    findings: clean.findings.map((finding) => ({
      ...finding,
      reason: cutTraces(finding.reason),
      expected: finding.expected === null ? null : cutTraces(finding.expected),
    })),
  }
  return mapCommitShas(named, toSha) as WorklogRecord
}

/** What goes without a trace. */
const unknown = {
  url: null,
  pr_number: null,
  base_ref: null,
  base_sha: null,
  head_ref: null,
  head_sha: null,
  head_repository_id: null,
  merge_sha: null,
  run: null,
} as const

/** Midnight of the same day, in UTC. */
function toDay<T extends string | null>(time: T): T {
  return (time === null ? null : `${time.slice(0, 10)}T00:00:00Z`) as T
}

/** Every `commit_sha` of places and sources; rows of one commit still belong together. */
function mapCommitShas(value: unknown, toSha: (sha: string) => string): unknown {
  if (Array.isArray(value)) return value.map((item) => mapCommitShas(item, toSha))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [
      key,
      key === 'commit_sha' && typeof item === 'string' ? toSha(item) : mapCommitShas(item, toSha),
    ]),
  )
}
