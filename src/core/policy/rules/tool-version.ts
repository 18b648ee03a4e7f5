import type { Rule } from '../rule.ts'

/** Reports a tool named without version and model. */
export const toolVersion: Rule = {
  id: 'tool-version',
  summary: 'A tool is named without its version and without a model.',
  examples: [
    { title: 'With a model', body: '## AI worklog\n\n### Tools\n\n- Cursor 1.7 (GPT-5)', findings: [] },
    {
      title: 'Bare',
      body: '## AI worklog\n\n### Tools\n\n- Cursor',
      findings: ['Cursor is named without version and model'],
    },
  ],
  check({ record }) {
    return record.tools
      .filter(({ basis, version, model }) => basis === 'declared' && version === null && model === null)
      .map(({ name, places }) => ({
        reason: `${name} is named without version and model`,
        place: places[0] ?? null,
        expected: 'Such as `Claude Code 2.1.40 (claude-opus-4-6)`',
      }))
  },
}
