// The structs inside a record. Every list holds structs of fixed shape; null means not said or not known.

import * as v from 'valibot'
import { categories } from '../vocabulary/categories.ts'
import { about, count, nullable, ordinal } from './schema-terms.ts'
import { sectionNames } from './section-name.ts'

const text = v.string()
const maybeText = nullable(v.string())
const maybeTime = nullable(v.pipe(v.string(), v.isoTimestamp()))
const seq = about(ordinal, 'Position in this list, from 1.')
const point = v.object({
  line: about(ordinal, 'From 1.'),
  column: about(ordinal, 'From 1, in UTF-16 units.'),
  offset: about(count, 'From 0, in UTF-16 units of the text as written (CRLF counts as two).'),
})

export const place = v.object({
  source: about(v.picklist(['body', 'commit', 'branch', 'author', 'note']), 'What the place is in.'),
  commit_sha: about(maybeText, 'SHA of the commit, for `commit` and `note`.'),
  start: about(nullable(point), 'First character. Null for `branch` and `author`.'),
  end: about(nullable(point), 'Just after the last character. Null for `branch` and `author`.'),
})

const basis = about(
  v.picklist(['declared', 'signal', 'transcript']),
  '`declared`: someone wrote it in the body or a commit. `signal`: a trace of AI use. `transcript`: read from a transcript in CI.',
)
const toolSeq = about(nullable(ordinal), 'The `seq` of the tool it belongs to, when stated.')
const promptSeq = about(nullable(ordinal), 'The `seq` of the prompt it belongs to, when stated.')
const category = about(nullable(v.picklist(categories)), 'Closed list; null unless the author states one.')

export const source = v.object({
  host: about(maybeText, 'Host name, such as `github.com`.'),
  repository: about(maybeText, '`owner/name`.'),
  repository_id: about(nullable(count), 'Numeric id: it survives renames.'),
  visibility: nullable(v.picklist(['public', 'private', 'internal'])),
  license: about(maybeText, 'SPDX identifier of the repository’s licence.'),
  pr_number: nullable(ordinal),
  url: maybeText,
  title: maybeText,
  author: about(maybeText, 'Login of the pull request’s author.'),
  author_type: about(maybeText, 'As GitHub says: `User`, `Bot`, `Organization`, `Mannequin`.'),
  author_association: about(maybeText, 'As GitHub says: `OWNER`, `MEMBER`, `FIRST_TIME_CONTRIBUTOR` ….'),
  state: nullable(v.picklist(['open', 'closed'])),
  draft: nullable(v.boolean()),
  base_ref: maybeText,
  base_sha: maybeText,
  head_ref: maybeText,
  head_sha: maybeText,
  head_repository_id: about(nullable(count), 'Differs from `repository_id` for a fork.'),
  merge_sha: maybeText,
  created_at: maybeTime,
  closed_at: maybeTime,
  merged_at: maybeTime,
  labels: v.array(text),
  body_from: about(
    v.picklist(['api', 'event', 'file']),
    'Where the body was read: the live pull request, the event payload, or a file.',
  ),
  run: about(
    nullable(v.object({ id: count, attempt: count, event: text, url: text })),
    'The workflow run that made the record.',
  ),
})

export const sourceState = v.object({
  source: v.picklist(['body', 'commit', 'branch', 'author', 'note']),
  commit_sha: maybeText,
  state: about(
    v.picklist(['read', 'unparsable', 'too_large', 'missing']),
    '`missing`: there is none. `too_large` and `unparsable`: over a size or nesting cap, not read.',
  ),
})

export const policyState = v.object({
  sha: about(maybeText, 'Blob SHA of the policy file. Null when there is none.'),
  mode: nullable(v.picklist(['observe', 'warn', 'enforce'])),
  result: about(
    nullable(v.picklist(['pass', 'warn', 'fail', 'skipped', 'error'])),
    'The verdict. Null when nothing was checked, as in `extract`.',
  ),
  exemptions: about(
    v.array(v.object({ kind: text, value: text })),
    'Why the policy did not apply, when it did not.',
  ),
})

export const privacy = v.object({
  prompts: about(v.picklist(['full', 'length', 'omit']), 'How much of a prompt the record carries.'),
  author: about(v.picklist(['login', 'omit']), 'Whether the record names the author.'),
})

export const section = v.object({
  name: v.picklist(sectionNames),
  state: about(
    v.picklist(['answered', 'denied', 'empty', 'template', 'absent']),
    '`denied`: the author says there is none. `empty`: a title without content. `template`: untouched placeholder text. `absent`: no such section.',
  ),
  place: about(nullable(place), 'The section from its title to its end. Null when absent.'),
})

export const tool = v.object({
  seq,
  tool_id: about(
    maybeText,
    'Id in the tool vocabulary, such as `claude-code`. Null for a tool it does not know.',
  ),
  name: about(text, 'The vocabulary’s name, or the name as written.'),
  vendor: maybeText,
  version: about(maybeText, 'As written, without a leading `v`.'),
  model: about(maybeText, 'As written.'),
  model_id: about(maybeText, 'One id for all spellings of a model, such as `claude-opus-4-6`.'),
  used_for: about(maybeText, 'What the author says it was used for.'),
  places: v.array(place),
  basis,
})

export const prompt = v.object({
  seq,
  kind: about(v.picklist(['initial', 'refinement']), 'The first prompt of a series, or one that steers it.'),
  text: about(
    maybeText,
    'Verbatim Markdown, without quote markers and indentation. Null when privacy omits it.',
  ),
  length: about(count, 'Length of the text in UTF-16 units, known even when the text is omitted.'),
  tool_seq: toolSeq,
  result: about(maybeText, 'What came of it, when stated.'),
  place,
  basis,
})

export const failure = v.object({
  seq,
  summary: about(text, 'What was tried or went wrong, in the author’s words.'),
  error: about(maybeText, 'The error or symptom.'),
  cause: about(maybeText, 'Why it happened.'),
  resolution: about(maybeText, 'What changed.'),
  category,
  tool_seq: toolSeq,
  prompt_seq: promptSeq,
  place,
  basis,
})

export const correction = v.object({
  seq,
  summary: about(text, 'What a human changed, in the author’s words.'),
  reason: about(maybeText, 'Why.'),
  category,
  path: about(maybeText, 'File, as written.'),
  before: about(maybeText, 'Code as the AI left it, when shown.'),
  after: about(maybeText, 'Code after the correction, when shown.'),
  tool_seq: toolSeq,
  prompt_seq: promptSeq,
  place,
  basis,
})

export const context = v.object({
  domain: maybeText,
  requirements: maybeText,
  constraints: maybeText,
  performance: maybeText,
  notes: about(maybeText, 'What the section says outside its labels.'),
  linked_issues: about(v.array(text), 'As `#12` or `owner/name#12`, in order, each once.'),
})

export const review = v.object({
  human_reviewed: about(nullable(v.boolean()), 'True or false only when someone says so.'),
  attestations: about(
    v.array(v.object({ text, checked: v.boolean(), place })),
    'The boxes of the review section, ticked or not.',
  ),
  verification: about(maybeText, 'How the result was verified, in the author’s words.'),
  tests_run: about(nullable(v.boolean()), 'True or false only when someone says so.'),
})

export const link = v.object({
  seq,
  kind: v.picklist(['transcript', 'session', 'checkpoint', 'share']),
  url: about(text, 'URL, or the id a trailer gives.'),
  tool_seq: toolSeq,
  place,
})

export const signal = v.object({
  seq,
  kind: v.picklist(['trailer', 'footer', 'bot_author', 'branch', 'note']),
  tool_id: maybeText,
  value: about(text, 'The trace, as written.'),
  place,
})

export const commit = v.object({
  sha: text,
  ai: about(nullable(v.boolean()), 'True when the commit carries a trace or statement of AI use, else null.'),
  tool_id: maybeText,
})

export const file = v.object({ path: text, additions: count, deletions: count })

export const outcome = v.object({
  merged: nullable(v.boolean()),
  closed_at: maybeTime,
  reverted_by: maybeText,
  checks: maybeText,
  review_decision: maybeText,
})

export const consent = v.object({
  training: about(v.picklist(['yes', 'no', 'unset']), 'Whether the author lets the record train models.'),
  by: maybeText,
  at: maybeTime,
  scope: maybeText,
})

export const redaction = v.object({
  ruleset: about(maybeText, 'Version of the redaction rules. Null when none were applied.'),
  counts: v.array(v.object({ rule: text, count: ordinal })),
})

export const finding = v.object({
  seq,
  rule: about(text, 'Id of the rule.'),
  severity: v.picklist(['info', 'warning', 'error']),
  reason: about(text, 'What is wrong, in one sentence.'),
  place: nullable(place),
  expected: about(maybeText, 'What was expected instead.'),
})

export const completeness = v.object({
  score: about(
    v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(100)),
    'Sections answered or denied, in percent of six. 100 when no AI was used.',
  ),
  present: v.array(v.picklist(sectionNames)),
  missing: v.array(v.picklist(sectionNames)),
})
