// The training views: what their SELECTs give and how writers wrap it. A row is there only when its texts really exist, and
// only when the record’s consent is `yes`.

import type { PublishedColumn, PublishedTable, Wrap } from './published-table.ts'
import {
  categoryOf,
  flag,
  messageList,
  origins,
  recordId,
  seqOf,
  text,
  type ViewColumn,
} from './view-columns.ts'

/** The shape of a view all of whose rows can be given to a chat template. */
type ChatShape = 'messages' | 'prompt-completion' | 'preference' | 'unpaired-preference' | 'openai-preference'

/** A training view. */
export interface TrainingView extends PublishedTable {
  kind: 'view'
  /** Null when its rows are no chats. */
  chat: ChatShape | null
}

const user: Wrap = { messages: [{ role: 'user', text: 'prompt_text' }] }
const assistant = (column: string): Wrap => ({ messages: [{ role: 'assistant', text: column }] })

const rename = (flat: ViewColumn, name: string): PublishedColumn => ({
  ...flat,
  name,
  wrap: { column: flat.name },
})
const toMessages = (flat: ViewColumn, name: string, wrap: Wrap): PublishedColumn => ({
  ...flat,
  name,
  type: messageList,
  wrap,
})

const correctedPrompt = text(
  'prompt_text',
  'The prompt that the correction belongs to.',
  'corrections[].prompt_seq',
  'prompts[].text',
)
const pairedPrompt = text('prompt_text', 'The prompt.', 'prompts[].text', 'corrections[].prompt_seq')
const pairedCompletion = text(
  'completion_text',
  'What came of the prompt, in its author’s words, or the code as a human left it.',
  'prompts[].result',
  'corrections[].after',
)
const chosen = text('chosen_text', 'The code as a human left it.', 'corrections[].after')
const rejected = text('rejected_text', 'The code as the AI left it.', 'corrections[].before')
const judged = text(
  'completion_text',
  'The code as a human left it, or as the AI left it.',
  'corrections[].after',
  'corrections[].before',
)
const kept = flag(
  'label',
  'True for what a human left, false for what the AI left.',
  'corrections[].after',
  'corrections[].before',
)
const origin = text(
  'origin',
  '`prompt`: the completion is the result of the prompt. `correction`: it is the code after a correction.',
)

/** What a view is made of, besides `record_id`. */
interface Parts {
  key?: readonly string[]
  /** What the SELECT gives and what is written as it is. */
  plain: readonly ViewColumn[]
  /** What the SELECT gives to be wrapped. */
  texts: readonly ViewColumn[]
  wrapped: readonly PublishedColumn[]
  chat?: ChatShape
}

function view(name: string, description: string, parts: Parts): TrainingView {
  const { key = ['record_id', 'seq'], plain, texts, wrapped, chat = null } = parts
  return {
    name,
    kind: 'view',
    description,
    key,
    selected: [recordId, ...plain, ...texts],
    columns: [recordId, ...plain, ...wrapped],
    chat,
  }
}

const failureText = text(
  'prompt_text',
  'The summary and, where stated, the error and the cause, with a blank line between them.',
  'failures[].summary',
  'failures[].error',
  'failures[].cause',
)
const resolution = text('completion_text', 'What changed.', 'failures[].resolution')
const correctionText = text(
  'prompt_text',
  'The summary and, where shown, the code before and after, with a blank line between them.',
  'corrections[].summary',
  'corrections[].before',
  'corrections[].after',
)
const reason = text('completion_text', 'Why.', 'corrections[].reason')
const outcomeText = text('prompt_text', 'The prompt.', 'prompts[].text')

const mergedDiff = text('completion_text', 'The diff of the merged pull request.')

const pairs: Omit<Parts, 'wrapped'> = {
  key: ['record_id', 'origin', 'seq'],
  plain: [origin, seqOf('prompts', 'corrections'), ...origins('prompts', 'corrections')],
  texts: [pairedPrompt, pairedCompletion],
}
const preferences: Omit<Parts, 'wrapped'> = {
  plain: [seqOf('corrections'), ...origins('corrections'), categoryOf('corrections')],
  texts: [correctedPrompt, chosen, rejected],
}

const openAiInput: PublishedColumn = {
  name: 'input',
  description: 'The prompt as one message of the user, without tools.',
  type: {
    struct: [
      { name: 'messages', type: messageList, description: 'One message of the user.' },
      {
        name: 'tools',
        type: { list: 'string' },
        description: 'Always empty: records hold no tools for models.',
      },
      { name: 'parallel_tool_calls', type: 'boolean', description: 'Always true.' },
    ],
  },
  from: correctedPrompt.from,
  wrap: {
    struct: [
      { name: 'messages', wrap: user },
      { name: 'tools', wrap: { emptyList: true } },
      { name: 'parallel_tool_calls', wrap: { constant: true } },
    ],
  },
}

/** Every training view; those that records can fill today come first. */
export const trainingViews: readonly TrainingView[] = [
  view('failure_resolution', 'What went wrong, and what resolved it: failures that say both.', {
    plain: [seqOf('failures'), ...origins('failures'), categoryOf('failures')],
    texts: [failureText, resolution],
    wrapped: [rename(failureText, 'prompt'), rename(resolution, 'completion')],
  }),
  view('correction_reason', 'What a human changed by hand, and why: corrections that say both.', {
    plain: [
      seqOf('corrections'),
      ...origins('corrections'),
      categoryOf('corrections'),
      text('path', 'File, as written.', 'corrections[].path'),
    ],
    texts: [correctionText, reason],
    wrapped: [rename(correctionText, 'prompt'), rename(reason, 'completion')],
  }),
  view(
    'prompt_outcome',
    'Each prompt whose text is kept of pull requests that are closed, and what became of those.',
    {
      plain: [
        seqOf('prompts'),
        ...origins('prompts'),
        text('kind', '`initial` or `refinement`.', 'prompts[].kind'),
        flag('merged', 'Whether it was merged.', 'outcome.merged'),
        flag(
          'reverted',
          'Whether it is known to be reverted; null when it was not merged.',
          'outcome.merged',
          'outcome.reverted_by',
        ),
        text('review_decision', 'As GitHub says.', 'outcome.review_decision'),
        text('checks', 'Conclusion of its checks.', 'outcome.checks'),
        flag(
          'label',
          'True when it was merged and is not known to be reverted, else false.',
          'outcome.merged',
          'outcome.reverted_by',
        ),
      ],
      texts: [outcomeText],
      // With a `label`, TRL would take a `prompt` for half of an unpaired preference.
      wrapped: [rename(outcomeText, 'text')],
    },
  ),
  view('sft', 'Conversations for supervised fine-tuning: a prompt and what came of it.', {
    ...pairs,
    wrapped: [
      {
        name: 'messages',
        type: messageList,
        description:
          'The prompt as a message of the user; what came of it, in its author’s words, or the code as a human left it, as one of the assistant.',
        from: ['prompts[].text', 'prompts[].result', 'corrections[].prompt_seq', 'corrections[].after'],
        wrap: {
          messages: [
            { role: 'user', text: 'prompt_text' },
            { role: 'assistant', text: 'completion_text' },
          ],
        },
      },
    ],
    chat: 'messages',
  }),
  view('prompt_completion', 'The rows of `sft` with prompt and completion apart, as TRL takes them.', {
    ...pairs,
    wrapped: [
      toMessages(pairedPrompt, 'prompt', user),
      toMessages(pairedCompletion, 'completion', assistant('completion_text')),
    ],
    chat: 'prompt-completion',
  }),
  view('preference', 'For one prompt, what a human left over what the AI left, as TRL takes it.', {
    ...preferences,
    wrapped: [
      toMessages(correctedPrompt, 'prompt', user),
      toMessages(chosen, 'chosen', assistant('chosen_text')),
      toMessages(rejected, 'rejected', assistant('rejected_text')),
    ],
    chat: 'preference',
  }),
  view('preference_openai', 'The rows of `preference` as OpenAI’s fine-tuning by preference takes them.', {
    ...preferences,
    wrapped: [
      openAiInput,
      toMessages(chosen, 'preferred_output', assistant('chosen_text')),
      toMessages(rejected, 'non_preferred_output', assistant('rejected_text')),
    ],
    chat: 'openai-preference',
  }),
  view('unpaired_preference', 'A prompt, an answer, and whether a human let it stand, as TRL takes it.', {
    key: ['record_id', 'seq', 'label'],
    plain: [seqOf('corrections'), ...origins('corrections'), kept],
    texts: [correctedPrompt, judged],
    wrapped: [
      toMessages(correctedPrompt, 'prompt', user),
      toMessages(judged, 'completion', assistant('completion_text')),
    ],
    chat: 'unpaired-preference',
  }),
  view(
    'prompt_diff',
    'The first prompt of a merged pull request, and what it changed; only with `--with-diff`.',
    {
      plain: [seqOf('prompts'), ...origins('prompts')],
      texts: [outcomeText, mergedDiff],
      wrapped: [
        toMessages(outcomeText, 'prompt', user),
        toMessages(mergedDiff, 'completion', assistant('completion_text')),
      ],
      chat: 'prompt-completion',
    },
  ),
]
