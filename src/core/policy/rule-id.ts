// The ids of the rules, in the order their findings are reported. Data only, so that the policy schema
// can name them without loading the rules.

export const ruleIds = [
  'unreadable-source',
  'unreadable-template',
  'secret-in-body',
  'required-statement',
  'required-section',
  'stripped-template',
  'contradiction',
  'forbidden-trailer',
  'required-trailer',
  'failure-detail',
  'correction-reason',
  'human-review',
  'verbatim-prompt',
  'tool-version',
] as const

export type RuleId = (typeof ruleIds)[number]
