import type { Rule } from '../rule.ts'

/** Reports a template of the repository that could not be read. */
export const unreadableTemplate: Rule = {
  id: 'unreadable-template',
  summary:
    'A pull-request template of the repository could not be read; untouched template text may then pass for an answer.',
  examples: [
    {
      title: 'A template that can be read',
      body: 'Fixes a typo.',
      template: '## AI disclosure\n',
      findings: [],
    },
    {
      title: 'A template that nests too deep',
      body: 'Fixes a typo.',
      template: `${'> '.repeat(101)}deep`,
      findings: [
        'The template pull_request_template.md could not be read: it nests quotes or lists deeper than 100 levels',
      ],
    },
  ],
  check({ extraction }) {
    return extraction.template.problems.map(({ path, reason }) => ({
      reason: `The template ${path} could not be read: ${reason}`,
      place: null,
      expected: 'A template that can be read; the check goes on without it',
    }))
  },
}
