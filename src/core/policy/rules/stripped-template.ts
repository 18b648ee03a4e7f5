import type { Rule } from '../rule.ts'

const template = '## AI disclosure\n\n- [ ] AI was used\n- [ ] No AI was used\n'

/** Reports a body from which the template's part about AI was deleted. */
export const strippedTemplate: Rule = {
  id: 'stripped-template',
  summary:
    'The repository’s pull-request template asks about AI, and the description holds none of that part any more.',
  examples: [
    { title: 'A template that was kept', body: template, template, findings: [] },
    { title: 'A repository without a template', body: 'Fixes a typo.', findings: [] },
    {
      title: 'A template whose part about AI was deleted',
      body: 'Fixes a typo.',
      template,
      findings: ['The part of the pull-request template that asks about AI was deleted'],
    },
  ],
  check({ extraction }) {
    if (extraction.template.state !== 'stripped') return []
    return [
      {
        reason: 'The part of the pull-request template that asks about AI was deleted',
        place: null,
        expected: 'That part of the template, answered; “No AI was used” is an answer',
      },
    ]
  },
}
