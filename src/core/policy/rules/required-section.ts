import { sectionHeadings } from '../../vocabulary/section-headings.ts'
import type { Rule } from '../rule.ts'

/** Reports each section the policy requires and the pull request does not answer, when AI was used. */
export const requiredSection: Rule = {
  id: 'required-section',
  summary:
    'AI was used, and a section of `require.sections` is missing, empty or untouched. “None” is an answer.',
  examples: [
    {
      title: 'Answered, one with “None”',
      body: '## AI worklog\n\n### Tools\n\nCursor 1.7\n\n### Failed attempts\n\nNone',
      policy: { require: { statement: false, sections: ['tools', 'failures'] } },
      findings: [],
    },
    {
      title: 'Missing and empty',
      body: '## AI worklog\n\n### Tools\n\nCursor 1.7\n\n### Prompts\n\n<!-- paste them here -->',
      policy: { require: { statement: false, sections: ['tools', 'prompts', 'failures'] } },
      findings: ['`Failed attempts` is missing', '`Prompts` is empty'],
    },
    {
      title: 'Nothing is required when no AI was used',
      body: '## AI worklog\n\nNo AI was used.',
      policy: { require: { statement: false, sections: ['tools', 'prompts'] } },
      findings: [],
    },
  ],
  check({ record, policy }) {
    if (record.ai_use !== 'used') return []
    return record.sections.flatMap(({ name, state, place }) => {
      if (!policy.require.sections.includes(name) || record.completeness.present.includes(name)) return []
      return [
        {
          reason: `\`${sectionHeadings[name].heading}\` ${state === 'absent' ? 'is missing' : (problems[state] ?? 'is missing')}`,
          place,
          expected: sectionHeadings[name].expected,
        },
      ]
    })
  },
}

const problems: Readonly<Record<string, string>> = {
  empty: 'is empty',
  template: 'still holds only the text of the template',
}
