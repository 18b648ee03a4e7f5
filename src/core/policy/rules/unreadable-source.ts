import { maxLines } from '../../document/count-lines.ts'
import { maxCharacters } from '../../document/parse-markdown.ts'
import { mostParsed, mostRead } from '../../extract/select-messages.ts'
import { maxRows } from '../../record/limit-rows.ts'
import type { Rule } from '../rule.ts'

/** Reports a body or commit message that is over a cap on size or nesting, and lists that a record has no room for. */
export const unreadableSource: Rule = {
  id: 'unreadable-source',
  summary:
    'A body or commit message is too large or nests too deep to be read, or tells more than a record holds.',
  examples: [
    { title: 'A body that can be read', body: '## AI disclosure\n\nNone', findings: [] },
    {
      title: 'A body that nests too deep',
      body: `${'> '.repeat(101)}deep`,
      findings: ['The body could not be read: it nests quotes or lists deeper than 100 levels'],
    },
    {
      title: 'A commit message that is too long',
      body: 'Adds a table.',
      commits: ['x'.repeat(maxCharacters + 1)],
      findings: [
        'The message of commit 1111111 could not be read: it is longer than 65536 characters, or the messages up to it are longer than 524288, or 131072 or 6000 lines of those that may tell of AI',
      ],
    },
    {
      title: 'More prompts than a record holds',
      body: `## AI worklog\n\n### Prompts\n\n${'1. > Fix it.\n'.repeat(maxRows + 1)}`,
      findings: ['Cut here: there are more prompts than a record holds, it has the first of them'],
    },
  ],
  check({ record, extraction }) {
    const unread = record.sources
      .filter(({ state }) => state === 'unparsable' || state === 'too_large')
      .map(({ source, commit_sha }) => {
        const name = source === 'body' ? 'body' : `message of commit ${commit_sha?.slice(0, 7)}`
        const document = extraction.documents.find(
          ({ ref }) => ref.source === source && ref.commitSha === commit_sha,
        )
        const why = document?.reason ?? tooLong
        return {
          reason: `The ${name} could not be read: ${why}`,
          place: null,
          expected: 'Text within these limits; move long logs to a file, a gist or a comment',
        }
      })
    const cut = extraction.cut.map((rows) => ({
      reason: `Cut here: there are more ${rows} than a record holds, it has the first of them`,
      place: null,
      expected: 'What matters of them; move long lists to a file, a gist or a comment',
    }))
    return [...unread, ...cut]
  },
}

// A message that is not parsed has no document to say which.
const tooLong = `it is longer than ${maxCharacters} characters, or the messages up to it are longer than ${mostRead}, or ${mostParsed} or ${maxLines} lines of those that may tell of AI`
