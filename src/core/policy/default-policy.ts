// The policy of a repository that has none. Data only: it is read on every run, so it must load nothing.

import type { Policy } from './policy.ts'

/** What applies where a policy file says nothing. */
export const defaultPolicy: Policy = {
  mode: 'warn',
  require: {
    statement: false,
    sections: ['tools', 'prompts', 'failures', 'corrections', 'review'],
  },
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
    'failure-detail': 'warning',
    'correction-reason': 'warning',
    'human-review': 'warning',
    'verbatim-prompt': 'info',
    'tool-version': 'info',
  },
}
