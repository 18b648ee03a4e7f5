import type { CommitMarks } from '../../signals/read-signals.ts'
import type { TrailerKind } from '../../signals/trailer-kind.ts'
import type { Rule, RuleFinding, Subject } from '../rule.ts'
import { attributionKinds, requirableKinds, trailerNames } from '../trailers/trailer-policy.ts'

const used = '## AI disclosure\n\nClaude Code wrote the tests.'
const claude = 'Add retry\n\nCo-authored-by: Claude <noreply@anthropic.com>'
const assisted = 'Add retry\n\nAssisted-by: Claude Code:claude-opus-4-6'

/** Reports AI work without the trailer that `trailers` requires. */
export const requiredTrailer: Rule = {
  id: 'required-trailer',
  summary:
    'AI was used, and neither the description nor the commits have a trailer that `trailers` requires; or a commit that shows AI use lacks it.',
  examples: [
    { title: 'Nothing is required', body: used, commits: ['Add retry'], findings: [] },
    {
      title: 'AI was used, and no commit says so',
      body: used,
      commits: ['Add retry', 'Fix a typo'],
      policy: { trailers: { 'assisted-by': 'require' } },
      findings: ['AI was used, and no commit has `Assisted-by:`'],
    },
    {
      title: 'One commit says so; the other shows nothing of AI',
      body: used,
      commits: [assisted, 'Fix a typo'],
      policy: { trailers: { 'assisted-by': 'require' } },
      findings: [],
    },
    {
      title: 'Another trailer than the one that is required',
      body: 'Adds a retry.',
      commits: [assisted, claude],
      policy: { trailers: { 'assisted-by': 'require' } },
      findings: ['Commit 2222222 shows AI use and lacks `Assisted-by:`'],
    },
    {
      title: 'Any trailer will do',
      body: used,
      commits: [claude],
      policy: { trailers: { any: 'require' } },
      findings: [],
    },
    {
      title: 'The description has it for all commits',
      body: `${used}\n\nAssisted-by: Claude Code`,
      commits: [claude],
      policy: { trailers: { 'assisted-by': 'require' } },
      findings: [],
    },
    {
      title: 'No AI was used',
      body: '## AI disclosure\n\nNone',
      commits: ['Add retry'],
      policy: { trailers: { any: 'require' } },
      findings: [],
    },
  ],
  check(subject) {
    const { trailers } = subject.policy
    if (subject.record.ai_use !== 'used') return []
    const wanted: [string, readonly TrailerKind[]][] = requirableKinds
      .filter((kind) => trailers[kind] === 'require')
      .map((kind) => [kind === 'session' ? `a ${trailerNames.session}` : trailerNames[kind], [kind]])
    if (trailers.any === 'require') wanted.push(['a trailer that credits the tool', attributionKinds])
    return wanted.flatMap(([name, kinds]) => findMissing(subject, name, kinds))
  },
}

function findMissing(
  { record, extraction }: Subject,
  name: string,
  kinds: readonly TrailerKind[],
): RuleFinding[] {
  const { marks, hasAllCommits } = extraction
  const isIn = (found: CommitMarks['marks']) => found.some(({ kind }) => kinds.includes(kind))
  if (isIn(marks.body)) return []
  const isAi = new Set(record.commits.filter(({ ai }) => ai === true).map(({ sha }) => sha))
  const expected = describeRemedy(kinds)
  const lacking = marks.commits
    // A tool that is the commit's author needs no second mention; nor does a merge, which changes nothing itself.
    .filter(({ sha, isByTool, isMerge }) => isAi.has(sha) && !isByTool && !isMerge)
    .filter((commit) => !isIn(commit.marks))
    .map(({ sha, marks: [first] }) => ({
      reason: `Commit ${sha.slice(0, 7)} shows AI use and lacks ${name}`,
      place: first?.place ?? null,
      expected,
    }))
  if (lacking.length > 0) return lacking
  // Nothing is known of commits that could not be read at all.
  if (marks.commits.length === 0) return []
  if (marks.commits.some((commit) => isIn(commit.marks) || commit.isByTool)) return []
  const count = marks.commits.length
  const seen =
    count === 1
      ? 'the one commit that could be read lacks'
      : `none of the ${count} commits that could be read has`
  const reason = `AI was used, and ${hasAllCommits ? 'no commit has' : seen} ${name}`
  return [{ reason, place: null, expected }]
}

function describeRemedy(kinds: readonly TrailerKind[]): string {
  const example = kinds[0] === undefined ? '' : (examples[kinds[0]] ?? '')
  return `Such as \`${example}\` as the last paragraph of the message of each commit that AI helped with (\`git commit --amend\`, or \`git rebase -i\` with \`reword\`), or of the description`
}

const examples: Readonly<Partial<Record<TrailerKind, string>>> = {
  'assisted-by': 'Assisted-by: Claude Code:claude-opus-4-6',
  'generated-by': 'Generated-by: Claude Code 2.1.40',
  'co-authored-by': 'Co-authored-by: Claude <noreply@anthropic.com>',
  session: 'Claude-Session: https://claude.ai/code/session_…',
}
