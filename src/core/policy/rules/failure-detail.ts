import type { Rule } from '../rule.ts'

/** Reports a failed attempt that does not say why it failed or what changed. */
export const failureDetail: Rule = {
  id: 'failure-detail',
  summary: 'A failed attempt says neither or only one of why it failed and what changed.',
  examples: [
    {
      title: 'Cause and resolution given',
      body: '## AI worklog\n\n### Failed attempts\n\n- **Error:** timeout\n  **Cause:** no retry\n  **Resolution:** added one',
      findings: [],
    },
    {
      title: 'No resolution',
      body: '## AI worklog\n\n### Failed attempts\n\n- **Error:** timeout\n  **Cause:** no retry\n- Mocked the clock',
      findings: ['Failed attempt 1 has no resolution', 'Failed attempt 2 has no cause and no resolution'],
    },
  ],
  check({ record }) {
    return record.failures.flatMap(({ seq, cause, resolution, place, basis }) => {
      // A transcript cannot be asked why.
      if (basis === 'transcript') return []
      const missing = [...(cause === null ? ['cause'] : []), ...(resolution === null ? ['resolution'] : [])]
      if (missing.length === 0) return []
      return [
        {
          reason: `Failed attempt ${seq} has no ${missing.join(' and no ')}`,
          place,
          expected: missing.map((field) => labels[field]).join(' and '),
        },
      ]
    })
  },
}

const labels: Readonly<Record<string, string>> = {
  cause: 'a `Cause:` line that says why it failed',
  resolution: 'a `Resolution:` line that says what you changed',
}
