// How people say "none". Data only, lower case. An answer is a denial when all of it is one of these, or starts
// with one and goes on after a full stop, comma, dash or bracket.

/** Fit any section. */
export const denials: readonly string[] = [
  '-',
  '–',
  '—',
  '0',
  'n/a',
  'na',
  'nil',
  'no',
  'none',
  'none at all',
  'none needed',
  'none necessary',
  'none required',
  'none so far',
  'none this time',
  'none used',
  'not applicable',
  'nope',
  'nothing',
  'nothing to report',
  'was not needed',
  'were not needed',
]

/**
 * What may stand between a negation and the end of a denial, as in "no *failed attempts* were needed": the
 * nouns of each topic.
 */
export const deniedNouns = {
  disclosure: 'ai|ai tools?|ai assistance|ai use|ai usage|llms?|generative ai|genai|assistance|ai tooling',
  tools: 'ai|ai tools?|ai assistance|llms?|generative ai|genai|tools?|assistance|ai tooling',
  prompts: 'prompts?|ai|ai tools?',
  failures:
    'failures?|failed attempts?|attempts? failed|errors?|issues?|problems?|failed approaches|dead ends?|mistakes?',
  corrections:
    'corrections?|manual corrections?|(?:manual |hand )?edits?|(?:manual |human )?changes?|manual work|modifications?|(?:manual )?fixes|adjustments?|manual interventions?',
  context: 'context|constraints?|requirements?|special context',
  review: 'review|human review|review was done|verification',
} as const
