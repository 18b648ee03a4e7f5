import type { Rule } from '../rule.ts'

/** Reports AI work that nobody says they reviewed, in a review section that was answered. */
export const humanReview: Rule = {
  id: 'human-review',
  summary:
    'The review section says, or its unticked boxes show, that no human has reviewed the AI’s work yet.',
  examples: [
    {
      title: 'A ticked box',
      body: '## AI worklog\n\n### Tools\n\nCursor\n\n### Human review\n\n- [x] I have read every changed line',
      findings: [],
    },
    {
      title: 'One box ticked, not the one about reading',
      body: '## AI worklog\n\n### Tools\n\nCursor\n\n### Human review\n\n- [ ] I have read every changed line\n- [x] I ran the tests',
      findings: ['No human says to have reviewed the AI’s work'],
    },
  ],
  check({ record }) {
    const section = record.sections.find(({ name }) => name === 'review')
    if (record.ai_use !== 'used' || record.review.human_reviewed !== false) return []
    if (section?.state !== 'answered' && section?.state !== 'denied') return []
    return [
      {
        reason: 'No human says to have reviewed the AI’s work',
        place: section.place,
        expected: 'A ticked box, or a sentence that says who reviewed what',
      },
    ]
  },
}
