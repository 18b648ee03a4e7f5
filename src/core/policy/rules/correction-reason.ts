import type { Rule } from '../rule.ts'

/** Reports a manual correction without its reason, which is what others learn from. */
export const correctionReason: Rule = {
  id: 'correction-reason',
  summary: 'A manual correction does not say why it was made.',
  examples: [
    {
      title: 'With a reason',
      body: '## AI worklog\n\n### Manual corrections\n\n- Renamed `retry` because it clashed with the built-in',
      findings: [],
    },
    {
      title: 'Without',
      body: '## AI worklog\n\n### Manual corrections\n\n- Renamed `retry`',
      findings: ['Manual correction 1 has no reason'],
    },
  ],
  check({ record }) {
    return record.corrections
      .filter(({ reason, basis }) => reason === null && basis !== 'transcript')
      .map(({ seq, place }) => ({
        reason: `Manual correction ${seq} has no reason`,
        place,
        expected: 'a `Why:` line that says what was wrong with the AI’s version',
      }))
  },
}
