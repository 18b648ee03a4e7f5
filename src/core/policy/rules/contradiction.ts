import type { Rule } from '../rule.ts'

/** Reports a denial of AI use beside a statement or a trace of it. It does not say which is right. */
export const contradiction: Rule = {
  id: 'contradiction',
  summary: 'The pull request denies AI use, and says or shows the opposite elsewhere.',
  examples: [
    {
      title: 'A denial and a trailer',
      body: '## AI disclosure\n\nNo AI was used.',
      commits: ['Add retry\n\nCo-authored-by: Cursor <cursoragent@cursor.com>'],
      findings: ['The description says that no AI was used, but a commit trailer points to Cursor'],
    },
    {
      title: 'A denial and a prompt',
      body: '## AI worklog\n\n### Tools\n\nNone\n\n### Prompts\n\n> Add a retry',
      findings: ['The pull request says both that AI was used and that it was not'],
    },
    { title: 'A plain denial', body: '## AI disclosure\n\nNone', findings: [] },
  ],
  check({ record, extraction }) {
    if (extraction.contradictory) {
      return [
        {
          reason: 'The pull request says both that AI was used and that it was not',
          place: record.sections.find(({ state }) => state === 'denied')?.place ?? null,
          expected: 'Either what was used, or that nothing was',
        },
      ]
    }
    if (record.ai_use !== 'none') return []
    const seen = new Set<string | null>()
    return record.signals.flatMap(({ kind, tool_id, place }) => {
      const traceName = traceNames[kind]
      if (traceName === undefined || seen.has(tool_id)) return []
      seen.add(tool_id)
      const tool = record.tools.find((row) => row.tool_id === tool_id)?.name ?? 'an AI tool'
      const where = kind === 'trailer' && place.source === 'commit' ? 'a commit trailer' : traceName
      return [
        {
          reason: `The description says that no AI was used, but ${where} points to ${tool}`,
          place,
          expected: 'A description that names the tool, or a commit without its mark',
        },
      ]
    })
  },
}

// A branch name alone never counts.
const traceNames: Readonly<Record<string, string>> = {
  trailer: 'a trailer',
  footer: 'a footer',
  bot_author: 'its author',
  note: 'a Git note',
  session_file: 'a session file',
  transcript: 'a transcript in the job',
}
