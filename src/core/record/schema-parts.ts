// The structs inside a record. Every list holds structs of fixed shape; null means not said or not known.

import * as v from 'valibot'
import { categories } from '../vocabulary/categories.ts'
import { about, count, nullable, ordinal } from './schema-terms.ts'
import { sectionNames } from './section-name.ts'

const text = v.string()
const maybeText = nullable(v.string())
const maybeTime = nullable(v.pipe(v.string(), v.isoTimestamp()))
const seq = about(ordinal, 'Position in this list, from 1.')
export const point = v.object({
  line: about(ordinal, 'From 1.'),
  column: about(ordinal, 'From 1, in UTF-16 units.'),
  offset: about(count, 'From 0, in UTF-16 units of the text as written (CRLF counts as two).'),
})

export const place = about(
  v.object({
    source: about(
      v.picklist(['body', 'title', 'commit', 'branch', 'author', 'note', 'transcript']),
      'What the place is in. `transcript`: one that CI read, which the record does not hold.',
    ),
    commit_sha: about(maybeText, 'SHA of the commit, for `commit` and `note`.'),
    start: about(
      nullable(point),
      'First character. Null for `branch`, `author` and `transcript`, and for a prompt that privacy omits.',
    ),
    end: about(
      nullable(point),
      'Just after the last character. Null where `start` is, and in findings when privacy omits prompts.',
    ),
  }),
  'Where it stands.',
)

const basis = about(
  v.picklist(['declared', 'signal', 'transcript']),
  '`declared`: someone wrote it in the body or a commit. `signal`: a trace of AI use. `transcript`: read from a transcript in CI.',
)
const toolSeq = about(nullable(ordinal), 'The `seq` of the tool it belongs to, when stated.')
const promptSeq = about(nullable(ordinal), 'The `seq` of the prompt it belongs to, when stated.')
const category = about(nullable(v.picklist(categories)), 'Closed list; null unless the author states one.')

export const section = v.object({
  name: about(v.picklist(sectionNames), 'Which of the six.'),
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
  vendor: about(maybeText, 'Who makes it. Null for a tool the vocabulary does not know.'),
  version: about(maybeText, 'As written, without a leading `v`.'),
  model: about(maybeText, 'As written.'),
  model_id: about(maybeText, 'One id for all spellings of a model, such as `claude-opus-4-6`.'),
  used_for: about(maybeText, 'What the author says it was used for.'),
  places: about(v.array(place), 'Where it is named, the first first; at most 20.'),
  basis,
})

export const prompt = v.object({
  seq,
  kind: about(v.picklist(['initial', 'refinement']), 'The first prompt of a series, or one that steers it.'),
  text: about(
    maybeText,
    'Verbatim Markdown, without quote markers and indentation. Null when privacy omits it.',
  ),
  length: about(
    nullable(count),
    'Length of the text in UTF-16 units, known even when the text is omitted. Null when privacy omits it, too.',
  ),
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

export const context = about(
  v.object({
    domain: about(maybeText, 'The part of the product or of the world it is about.'),
    requirements: about(maybeText, 'What was asked for.'),
    constraints: about(maybeText, 'What had to hold.'),
    performance: about(maybeText, 'What it had to reach.'),
    notes: about(maybeText, 'What the section says outside its labels.'),
    linked_issues: about(v.array(text), 'As `#12` or `owner/name#12`, in order, each once; at most 1,000.'),
  }),
  'What the AI had to know.',
)

export const review = about(
  v.object({
    human_reviewed: about(nullable(v.boolean()), 'True or false only when someone says so.'),
    attestations: about(
      v.array(
        v.object({
          text: about(text, 'What the box says.'),
          checked: about(v.boolean(), 'Whether it is ticked.'),
          place,
        }),
      ),
      'The boxes of the review section, ticked or not; at most 1,000.',
    ),
    verification: about(maybeText, 'How the result was verified, in the author’s words.'),
    tests_run: about(nullable(v.boolean()), 'True or false only when someone says so.'),
  }),
  'What humans say they reviewed and tested.',
)

export const link = v.object({
  seq,
  kind: about(v.picklist(['transcript', 'session', 'checkpoint', 'share']), 'What it leads to.'),
  url: about(text, 'URL, or the id a trailer gives.'),
  tool_seq: toolSeq,
  place,
})

export const signal = v.object({
  seq,
  kind: about(
    v.picklist(['trailer', 'footer', 'bot_author', 'branch', 'note', 'session_file', 'transcript']),
    '`note`: a Git note of git-ai. `session_file`: a session committed as a file. `transcript`: one that CI read. `branch`: in `branch`, in the subject of a merge, or in a title that GitHub made of it. A branch name alone never makes `ai_use` `used`.',
  ),
  tool_id: about(maybeText, 'The tool it points to, when the vocabulary knows it.'),
  value: about(text, 'The trace, as written.'),
  place,
})

export const commit = v.object({
  sha: about(text, 'SHA of the commit.'),
  ai: about(nullable(v.boolean()), 'True when the commit carries a trace or statement of AI use, else null.'),
  tool_id: about(maybeText, 'The tool it names, when the vocabulary knows it.'),
})

export const file = v.object({
  path: about(text, 'From the root of the repository.'),
  additions: about(count, 'Lines added.'),
  deletions: about(count, 'Lines removed.'),
})

export const outcome = about(
  v.object({
    merged: about(nullable(v.boolean()), 'Whether it was merged. Null while it is open.'),
    closed_at: about(maybeTime, 'When it was closed or merged.'),
    reverted_by: about(maybeText, 'SHA or number of what reverted it.'),
    checks: about(maybeText, 'Conclusion of its checks.'),
    review_decision: about(maybeText, 'As GitHub says: `APPROVED`, `CHANGES_REQUESTED` ….'),
  }),
  'What became of the pull request; null until known.',
)

export const consent = about(
  v.object({
    training: about(
      v.picklist(['yes', 'no', 'unset']),
      'Whether the record may train models, as its author or the policy says. Nothing said is `unset`, never `yes`.',
    ),
    by: about(
      maybeText,
      'Who said so: the author’s login, or `policy`. Null when `unset`, and when the author is unknown or left out.',
    ),
    at: about(maybeTime, 'When it was read. Null when `unset`.'),
    scope: about(maybeText, 'What for, as worded by the author, the policy or both. Null without a limit.'),
  }),
  'Whether the record may be used for training.',
)

export const redaction = about(
  v.object({
    ruleset: about(maybeText, 'Version of the redaction rules. Null when none were applied.'),
    counts: about(
      v.array(
        v.object({
          rule: about(text, 'Id of the rule.'),
          count: about(ordinal, 'How many places it took out.'),
        }),
      ),
      'What each rule took out.',
    ),
  }),
  'What was taken out of the texts.',
)

export const finding = v.object({
  seq,
  rule: about(text, 'Id of the rule.'),
  severity: about(
    v.picklist(['info', 'warning', 'error']),
    'As the policy sets it; a mode never changes it.',
  ),
  reason: about(text, 'What is wrong, in one sentence.'),
  place: about(nullable(place), 'Where, when it is about a place.'),
  expected: about(maybeText, 'What was expected instead.'),
})

export const completeness = about(
  v.object({
    score: about(
      v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(100)),
      'Sections answered or denied, in percent of six. 100 when no AI was used.',
    ),
    present: about(v.array(v.picklist(sectionNames)), 'Answered or denied.'),
    missing: about(v.array(v.picklist(sectionNames)), 'The others; none when no AI was used.'),
  }),
  'How many of the six sections are documented.',
)
