// The scores as Markdown: the tables and lists of misses of docs/accuracy.md, which the command prints too. Pure.

import { createTable } from '../scripts/docs/markdown-table.ts'
import { f1Of, precisionOf, recallOf, type Share, shareOf, type Tally } from './measures.ts'
import type { AgentScore } from './score-agents.ts'
import type { CaseScores } from './score-cases.ts'

const measures = [
  ['aiUse', '`ai_use` is an accepted answer'],
  ['aiUseStrict', '`ai_use` is the one best answer'],
  ['notInvented', 'AI use not invented where there is none'],
  ['tools', 'tools'],
  ['models', 'model of the tools found'],
  ['prompts', 'prompts'],
  ['failures', 'cases with failures'],
  ['failureCounts', 'number of failures accepted'],
  ['corrections', 'cases with corrections'],
  ['correctionCounts', 'number of corrections accepted'],
  ['attestation', 'attestation'],
  ['templates', 'nothing read from untouched templates'],
] as const satisfies readonly (readonly [keyof CaseScores, string])[]

const show = (value: number) => value.toFixed(3)
const isShare = (score: Share | Tally): score is Share => 'of' in score

/** One row a measure: the reader, then the baseline. */
export function createCaseTable(ours: CaseScores, gate: CaseScores): string {
  const rows = measures.map(([key, title]) => [title, toCell(ours[key]), toCell(gate[key])])
  return createTable(['measure', 'ai-worklog', 'regex gate'], rows)
}

function toCell(score: Share | Tally): string {
  if (isShare(score)) return `${show(shareOf(score))} (${score.right} of ${score.of})`
  return `F1 ${show(f1Of(score))} (precision ${show(precisionOf(score))}, recall ${show(recallOf(score))})`
}

/** One row an agent: found where it is named, another tool named, and the baseline's. */
export function createAgentTable(ours: readonly AgentScore[], gate: readonly AgentScore[]): string {
  const rows = ours.map((score, index) => {
    const other = gate[index]
    const cells = ({ found, noOther }: AgentScore) => [
      `${show(shareOf(found))} (${found.right} of ${found.of})`,
      show(1 - shareOf(noOther)),
    ]
    return [
      `\`${score.agent}\``,
      String(score.pullRequests),
      ...cells(score),
      show(1 - shareOf(score.tracedOthers)),
      ...(other ? cells(other) : []),
    ]
  })
  const head = [
    'agent',
    'pull requests',
    'found where named',
    'another tool',
    'another without a trace',
    'regex gate: found',
    'another tool',
  ]
  return createTable(head, rows)
}

/** What was missed or added, by case id; `isShort` leaves out everything but the ids. */
export function createMissList(scores: CaseScores, isShort: boolean): string {
  const toText = (what: string) => (isShort ? `\`${what.split(': ')[0]}\`` : what)
  const lines = measures.flatMap(([key, title]) => {
    const score = scores[key]
    const parts: [string, string[]][] = isShare(score)
      ? [['wrong', score.wrong]]
      : [
          ['missed', score.misses],
          ['extra', score.extras],
        ]
    return parts
      .filter(([, cases]) => cases.length > 0)
      .map(([word, cases]) => `- ${title}, ${word}: ${[...new Set(cases.map(toText))].join(', ')}`)
  })
  return lines.join('\n') || 'None.'
}
