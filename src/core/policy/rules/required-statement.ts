import type { Rule } from '../rule.ts'

/** Reports silence about AI use, where the policy asks every pull request for a statement. */
export const requiredStatement: Rule = {
  id: 'required-statement',
  summary: 'Nothing says whether AI was used, and `require.statement` is true.',
  examples: [
    { title: 'Not asked for', body: 'Fixes a typo.', findings: [] },
    {
      title: 'Asked for and missing',
      body: 'Fixes a typo.',
      policy: { require: { statement: true, sections: [] } },
      findings: ['Nothing says whether AI was used'],
    },
    {
      title: 'Asked for and given',
      body: '## AI disclosure\n\nNo AI was used.',
      policy: { require: { statement: true, sections: [] } },
      findings: [],
    },
  ],
  check({ record, extraction, policy }) {
    if (!policy.require.statement || record.ai_use !== 'unknown' || extraction.contradictory) return []
    return [
      {
        reason: 'Nothing says whether AI was used',
        place: null,
        expected: 'An `AI worklog` section that names the tools, or says `No AI was used`',
      },
    ]
  },
}
