// The policy of a repository that has none. Data only: it is read on every run, so it must load nothing.

import type { Policy } from './policy.ts'

/** What applies where a policy file says nothing. */
export const defaultPolicy: Policy = {
  mode: 'warn',
  require: {
    statement: false,
    sections: ['tools', 'prompts', 'failures', 'corrections', 'review'],
  },
  trailers: {},
  privacy: { prompts: 'full', author: 'login' },
  consent: { training: 'unset', scope: null },
  vocabulary: { headings: {}, labels: {}, denials: [], placeholders: [] },
  exempt: {
    bots: true,
    authors: [],
    associations: [],
    permission: 'none',
    teams: [],
    labels: [],
    override: false,
    drafts: false,
    branches: [],
    paths: [],
    size: {},
    before: {},
  },
  redact: { patterns: [], allow: [] },
  rules: {
    'unreadable-source': 'error',
    'unreadable-template': 'info',
    'secret-in-body': 'warning',
    'required-statement': 'error',
    'required-section': 'error',
    'stripped-template': 'off',
    contradiction: 'warning',
    'forbidden-trailer': 'error',
    'required-trailer': 'error',
    'failure-detail': 'warning',
    'correction-reason': 'warning',
    'human-review': 'warning',
    'verbatim-prompt': 'info',
    'tool-version': 'info',
  },
}

/** What applies when a policy cannot be read: it may ask to keep anything private. */
export const unreadPolicy: Policy = {
  ...defaultPolicy,
  privacy: { prompts: 'omit', author: 'omit' },
  consent: { training: 'unreadable', scope: null },
}
