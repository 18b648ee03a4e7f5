// What the documentation says of the measurement, and what the command prints. Pure. Nothing of a session is in it.

import { createTable } from '../../scripts/docs/markdown-table.ts'
import { precisionOf, recallOf, type Tally } from '../measures.ts'

/** One run. */
export interface SessionResults {
  /** Full SHAs of entireio/cli: of its main branch and of the one with the checkpoints. */
  main: string
  checkpoints: string
  cases: number
  sessions: number
  /** Of `sessions`: those that made any of the branches. */
  behind: number
  /** Not in `sessions`, as the clone lacks a part of them or they are of another tool. */
  leftOut: number
  /** What each rule found; pairs of a branch and a session are counted. */
  rules: { draft: Tally; files: Tally; branch: Tally }
  /** Of those that `draft` missed: how many edited no file of the branch. */
  missedIdle: number
}

const names = {
  draft: '`ai-worklog draft`',
  files: 'edited any file of the branch, in the same time window',
  branch: 'ran on a branch of this name',
} as const

/** The text between the markers in docs/draft.md. */
export function createSessionsPart(results: SessionResults): string {
  const { main, checkpoints, cases, behind, sessions, leftOut, rules, missedIdle } = results
  return [
    `Measured by \`npm run eval:sessions\` on ${cases} branches of [entireio/cli](https://github.com/entireio/cli) (\`main\` at \`${main.slice(0, 7)}\`, checkpoints at \`${checkpoints.slice(0, 7)}\`) and ${sessions} sessions of its developers with Claude Code, ${behind} of which made those branches. ${leftOut} more were left out: the clone lacked a part of them, or they were of another tool.`,
    createTable(
      ['Rule', 'Precision', 'Recall', 'Right', 'Wrong', 'Missed'],
      (['draft', 'files', 'branch'] as const).map((rule) => toRow(names[rule], rules[rule])),
    ),
    `Counted are pairs of a branch and a session. Of the ${rules.draft.missed} that \`draft\` missed, ${missedIdle} edited no file of the branch.`,
  ].join('\n\n')
}

function toRow(name: string, tally: Tally): string[] {
  const { right, extra, missed } = tally
  return [name, share(precisionOf(tally)), share(recallOf(tally)), ...[right, extra, missed].map(String)]
}

/** Where `tally` is wrong, one pair a line. */
export function listWrong({ extras, misses }: Tally): string {
  return [...extras.map((what) => `wrong, ${what}`), ...misses.map((what) => `missed, ${what}`)].join('\n')
}

const share = (value: number) => `${(100 * value).toFixed(1)} %`
