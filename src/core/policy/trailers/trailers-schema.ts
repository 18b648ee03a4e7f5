// The part of the policy schema about the trailers of AI tools: one word for all kinds, or a word a kind.

import * as v from 'valibot'
import type { TrailerKind } from '../../signals/trailer-kind.ts'
import { expectOneOf } from '../expect-value.ts'
import { quoteValue } from '../quote-value.ts'
import { documented, mapping } from '../schema-mapping.ts'
import { suggestValue } from '../suggest-value.ts'
import { trailerWords } from './trailer-policy.ts'

const anyWords = ['require', 'allow'] as const
// Nobody may be asked for a signature or a footer of a tool.
const unrequired = ['allow', 'forbid'] as const

function word<const T extends readonly string[]>(words: T, title: string, description: string) {
  return documented(v.picklist(words, expectOneOf(words)), title, description, ...words)
}

const kinds = {
  'assisted-by': word(
    trailerWords,
    'Assistants',
    '`Assisted-by:` and its like, as the Linux kernel has them.',
  ),
  'generated-by': word(
    trailerWords,
    'Generators',
    '`Generated-by:` and its like, as the Apache projects have them.',
  ),
  'co-authored-by': word(trailerWords, 'Co-authors', '`Co-authored-by:` with a tool.'),
  'co-developed-by': word(unrequired, 'Co-developers', '`Co-developed-by:` with a tool.'),
  'signed-off-by': word(
    unrequired,
    'Signatures',
    '`Signed-off-by:` with a tool, which cannot sign for anything.',
  ),
  session: word(
    trailerWords,
    'Sessions',
    'Links to sessions, such as `Claude-Session:` and `Agent-Logs-Url:`.',
  ),
  footer: word(unrequired, 'Footers', 'Lines such as “Generated with Claude Code”.'),
  other: word(
    unrequired,
    'Others',
    'Every other trailer of a tool, such as `Made-with:` and `Coding-Agent:`.',
  ),
} satisfies Record<TrailerKind, unknown>

/** `trailers` of a policy file. */
export const trailers = documented(
  v.union(
    [
      v.picklist(trailerWords),
      mapping({
        any: word(anyWords, 'Any kind', 'Any trailer that credits a tool, whatever its kind.'),
        ...kinds,
      }),
    ],
    expectTrailers,
  ),
  'Trailers of AI tools',
  'Which trailers of AI tools commits must have, may have or must not have: one word for all, or a word for each kind.',
  'forbid',
  { 'assisted-by': 'require', 'co-authored-by': 'forbid' },
)

function expectTrailers({ input }: { input: unknown }): string {
  const meant = typeof input === 'string' ? suggestValue(input, trailerWords) : null
  const hint = meant === null ? '' : `: did you mean \`${meant}\`?`
  return `must be \`require\`, \`allow\`, \`forbid\` or a mapping of kinds of trailers, got ${quoteValue(input)}${hint}`
}
