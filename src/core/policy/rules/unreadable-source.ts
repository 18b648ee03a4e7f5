import type { Rule } from '../rule.ts'

/** Reports a body or commit message that is over a cap on size or nesting. */
export const unreadableSource: Rule = {
  id: 'unreadable-source',
  summary: 'A body or commit message is too large or nests too deep to be read.',
  examples: [
    { title: 'A body that can be read', body: '## AI disclosure\n\nNone', findings: [] },
    {
      title: 'A body that nests too deep',
      body: `${'> '.repeat(101)}deep`,
      findings: ['The body could not be read: it nests quotes or lists deeper than 100 levels'],
    },
  ],
  check({ extraction }) {
    return extraction.documents
      .filter(({ state }) => state === 'unparsable' || state === 'too_large')
      .map(({ ref, reason }) => {
        const name = ref.source === 'body' ? 'body' : `message of commit ${ref.commitSha?.slice(0, 7)}`
        return {
          reason: `The ${name} could not be read: ${reason}`,
          place: null,
          expected: 'Text within these limits; move long logs to a file, a gist or a comment',
        }
      })
  },
}
