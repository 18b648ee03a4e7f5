import type { Rule } from '../rule.ts'

/** Reports a prompts section that tells of prompts without giving one. */
export const verbatimPrompt: Rule = {
  id: 'verbatim-prompt',
  summary: 'The prompts section holds neither the text of a prompt nor a link to the session.',
  examples: [
    { title: 'Quoted', body: '## AI worklog\n\n### Prompts\n\n> Add a retry to the client', findings: [] },
    {
      title: 'Told',
      body: '## AI worklog\n\n### Prompts\n\nI asked Cursor to add a retry.',
      findings: ['`Prompts` gives no prompt in its own words'],
    },
  ],
  check({ record, policy }) {
    // What no record may hold need not stand in the description either.
    if (policy.privacy.prompts !== 'full') return []
    const section = record.sections.find(({ name }) => name === 'prompts')
    if (section?.state !== 'answered' || record.prompts.length > 0 || record.links.length > 0) return []
    return [
      {
        reason: '`Prompts` gives no prompt in its own words',
        place: section.place,
        expected: 'Each prompt as a quote (`> …`), a fence or a list item, or a link to the session',
      },
    ]
  },
}
