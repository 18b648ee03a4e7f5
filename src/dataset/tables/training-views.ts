// The training views: what their SELECTs give and how writers wrap it. A row is there only when its texts really exist, and
// only when the record’s consent is `yes`.

import type { ChatShape, PublishedColumn, PublishedTable, Wrap } from './published.ts'
import { labelColumn, messageList, type ViewColumn, viewColumns } from './view-columns.ts'

/** A training view; `chat` is the shape of its rows when they can be given to a chat template. */
export interface TrainingView extends PublishedTable {
  kind: 'view'
  chat: ChatShape | null
}

const {
  recordId,
  repository,
  license,
  seqOf,
  category,
  toolId,
  modelId,
  promptText,
  completionText,
  chosenText,
  rejectedText,
  completionFrom,
  outcome,
} = viewColumns

const user: Wrap = { messages: [{ role: 'user', text: 'prompt_text' }] }
const assistant = (text: string): Wrap => ({ messages: [{ role: 'assistant', text }] })

/** The column `name` as a list of one message that holds the text of `flat`. */
function messagesOf(name: string, flat: ViewColumn, wrap: Wrap, description: string): PublishedColumn {
  return { name, type: messageList, description, from: flat.from, wrap }
}

const promptMessages = messagesOf('prompt', promptText, user, 'The prompt, as one message of the user.')
const completionMessages = messagesOf(
  'completion',
  completionText,
  assistant('completion_text'),
  'The completion, as one message of the assistant.',
)
const chosenMessages = messagesOf(
  'chosen',
  chosenText,
  assistant('chosen_text'),
  'What the human left, as one message of the assistant.',
)
const rejectedMessages = messagesOf(
  'rejected',
  rejectedText,
  assistant('rejected_text'),
  'What the AI had written, as one message of the assistant.',
)

function view(
  name: string,
  description: string,
  parts: {
    key?: readonly string[]
    /** What the SELECT gives besides `record_id`, `repository` and `license`. */
    selected: readonly ViewColumn[]
    /** What is written in place of what is selected, when that differs. */
    written?: readonly PublishedColumn[]
    chat?: ChatShape
  },
): TrainingView {
  const { key = ['record_id', 'seq'], selected, written = selected, chat = null } = parts
  return {
    name,
    kind: 'view',
    description,
    key,
    selected: [recordId, ...selected, repository, license],
    columns: [recordId, ...written, repository, license],
    chat,
  }
}

const pairKey = ['record_id', 'completion_from', 'seq']
const pairSeq = seqOf('prompts', 'The `seq` of the prompt or of the correction, as `completion_from` says.', [
  'corrections[].seq',
])
const correctionSeq = seqOf('corrections')
const openAiInput: PublishedColumn = {
  name: 'input',
  description: 'The input, as OpenAI’s fine-tuning by preference takes it.',
  type: {
    struct: [
      { name: 'messages', type: messageList, description: 'The prompt, as one message of the user.' },
      { name: 'tools', type: 'string', description: 'Tools as JSON: an empty list, as records hold none.' },
      { name: 'parallel_tool_calls', type: 'boolean', description: 'Always true.' },
    ],
  },
  from: promptText.from,
  wrap: {
    struct: [
      { name: 'messages', wrap: user },
      { name: 'tools', wrap: { constant: '[]' } },
      { name: 'parallel_tool_calls', wrap: { constant: true } },
    ],
  },
}

/** Every training view; those that records can fill today come first. */
export const trainingViews: readonly TrainingView[] = [
  view('failure_resolution', 'What went wrong, and what resolved it: failures that say both.', {
    selected: [
      seqOf('failures'),
      {
        name: 'prompt',
        type: 'string',
        description:
          'The summary; then, where stated, `Error: ` with the error and `Cause: ` with the cause, each after a blank line.',
        from: ['failures[].summary', 'failures[].error', 'failures[].cause'],
      },
      {
        name: 'completion',
        type: 'string',
        description: 'What changed.',
        from: ['failures[].resolution'],
      },
      category('failures'),
      toolId('failures'),
    ],
  }),
  view('correction_reason', 'What a human changed by hand, and why: corrections that say both.', {
    selected: [
      correctionSeq,
      {
        name: 'prompt',
        type: 'string',
        description:
          'The summary; then, where shown, `Before: ` with the code before and `After: ` with the code after, each after a blank line.',
        from: ['corrections[].summary', 'corrections[].before', 'corrections[].after'],
      },
      { name: 'completion', type: 'string', description: 'Why.', from: ['corrections[].reason'] },
      category('corrections'),
      toolId('corrections'),
    ],
  }),
  view('prompt_outcome', 'Each prompt whose text is kept, and what became of the pull request.', {
    selected: [
      seqOf('prompts'),
      { name: 'text', type: 'string', description: 'The prompt.', from: ['prompts[].text'] },
      { name: 'kind', type: 'string', description: '`initial` or `refinement`.', from: ['prompts[].kind'] },
      toolId('prompts'),
      modelId('prompts'),
      ...outcome,
      labelColumn(
        'True when it was merged and not reverted, false when it was reverted or closed unmerged.',
        ['outcome.merged', 'outcome.reverted_by'],
      ),
    ],
  }),
  view('sft', 'Conversations for supervised fine-tuning: a prompt and its answer.', {
    key: pairKey,
    selected: [pairSeq, completionFrom, promptText, completionText],
    written: [
      pairSeq,
      completionFrom,
      {
        name: 'messages',
        type: messageList,
        description: 'The prompt as a message of the user, the completion as one of the assistant.',
        from: [...promptText.from, ...completionText.from],
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
  view('prompt_completion', 'The rows of `sft`, with prompt and completion apart, as TRL takes them.', {
    key: pairKey,
    selected: [pairSeq, completionFrom, promptText, completionText],
    written: [pairSeq, completionFrom, promptMessages, completionMessages],
    chat: 'prompt-completion',
  }),
  view('preference', 'What a human left over what the AI had written, for one prompt, as TRL takes it.', {
    selected: [correctionSeq, promptText, chosenText, rejectedText],
    written: [correctionSeq, promptMessages, chosenMessages, rejectedMessages],
    chat: 'preference',
  }),
  view('preference_openai', 'The rows of `preference`, as OpenAI’s fine-tuning by preference takes them.', {
    selected: [correctionSeq, promptText, chosenText, rejectedText],
    written: [
      correctionSeq,
      openAiInput,
      { ...chosenMessages, name: 'preferred_output' },
      { ...rejectedMessages, name: 'non_preferred_output' },
    ],
    chat: 'openai-preference',
  }),
  view('unpaired_preference', 'A prompt, an answer, and whether it was good, as TRL takes it.', {
    key: pairKey,
    selected: [
      pairSeq,
      completionFrom,
      promptText,
      { ...completionText, from: ['prompts[].result', 'corrections[].after', 'corrections[].before'] },
      labelColumn(
        'True for what a human left, false for what the AI had written; for the result of a prompt, as in `prompt_outcome`.',
        ['outcome.merged', 'outcome.reverted_by'],
      ),
    ],
    written: [
      pairSeq,
      completionFrom,
      promptMessages,
      { ...completionMessages, from: ['prompts[].result', 'corrections[].after', 'corrections[].before'] },
      labelColumn(
        'True for what a human left, false for what the AI had written; for the result of a prompt, as in `prompt_outcome`.',
        ['outcome.merged', 'outcome.reverted_by'],
      ),
    ],
    chat: 'unpaired-preference',
  }),
]
