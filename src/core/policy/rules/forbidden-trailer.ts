import type { Mark } from '../../signals/text-signals.ts'
import { type TrailerKind, trailerKinds } from '../../signals/trailer-kind.ts'
import type { Rule, RuleFinding } from '../rule.ts'
import { trailerNames } from '../trailers/trailer-policy.ts'

const claude = 'Add retry\n\nCo-authored-by: Claude <noreply@anthropic.com>'

/** Reports each commit, and the description, with a trailer of an AI tool that `trailers` forbids. */
export const forbiddenTrailer: Rule = {
  id: 'forbidden-trailer',
  summary:
    'A commit message, or a description that may become one, has a trailer or footer of an AI tool that `trailers` forbids.',
  examples: [
    { title: 'Nothing is forbidden', body: 'Adds a retry.', commits: [claude], findings: [] },
    {
      title: 'A co-author where all trailers are forbidden',
      body: 'Adds a retry.',
      commits: [claude, 'Fix a typo'],
      policy: { trailers: { 'co-authored-by': 'forbid' } },
      findings: ['Commit 1111111 has what this project forbids: a `Co-authored-by:` of an AI tool'],
    },
    {
      title: 'A person as co-author, and a reviewing bot',
      body: 'Adds a retry.',
      commits: [
        'Add retry\n\nCo-authored-by: Ada Lovelace <ada@example.com>',
        'Apply a suggestion\n\nCo-authored-by: coderabbitai[bot] <136622811+coderabbitai[bot]@users.noreply.github.com>',
      ],
      policy: { trailers: { 'co-authored-by': 'forbid' } },
      findings: [],
    },
    {
      title: 'A footer in the description, which a squash merge would keep',
      body: 'Adds a retry.\n\n🤖 Generated with [Claude Code](https://claude.com/claude-code)',
      policy: { trailers: { footer: 'forbid' } },
      findings: ['The description has what this project forbids: a footer of an AI tool'],
    },
    {
      title: '`Assisted-by:` in the description, which is how to tell of AI there',
      body: 'Adds a retry.\n\nAssisted-by: Claude Code',
      policy: { trailers: { 'assisted-by': 'forbid' } },
      findings: [],
    },
  ],
  check({ extraction, policy }) {
    const { body, commits } = extraction.marks
    const forbids = ({ kind }: Mark) => policy.trailers[kind] === 'forbid'
    return [
      ...report(
        'The description',
        body.filter((mark) => forbids(mark) && !tells.has(mark.kind)),
        'The description without it: a squash merge would make it part of the history',
      ),
      ...commits.flatMap(({ sha, marks }) =>
        report(`Commit ${sha.slice(0, 7)}`, marks.filter(forbids), remedy),
      ),
    ]
  },
}

// In a description these are the disclosure itself.
const tells: ReadonlySet<TrailerKind> = new Set(['assisted-by', 'generated-by', 'session', 'other'])

const remedy =
  'A message without it: `git commit --amend` for the last commit, else `git rebase -i` with `reword`, then `git push --force-with-lease`. Say in the description which AI was used'

/** One finding for all `marks` of a text, at the first. */
function report(what: string, marks: readonly Mark[], expected: string): RuleFinding[] {
  const [first] = marks.toSorted((a, b) => offsetOf(a) - offsetOf(b))
  if (!first) return []
  const found = trailerKinds.filter((kind) => marks.some((mark) => mark.kind === kind))
  const names = found.map((kind) => `a ${trailerNames[kind]}`).join(' and ')
  return [
    { reason: `${what} has what this project forbids: ${names} of an AI tool`, place: first.place, expected },
  ]
}

function offsetOf({ place }: Mark): number {
  return place.start?.offset ?? 0
}
