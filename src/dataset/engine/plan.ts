// What an engine runs, as a list: each step is one SELECT over the staged tables, `previous`, `params` and earlier steps.

import { loadSql } from '../sql/load-sql.ts'

export interface Step {
  /** The table or view it becomes; snake_case. */
  name: string
  /** One SELECT, in the portable subset that docs/dataset.md names. */
  sql: string
  /** `table`: read more than once and worth keeping. `view`: read once. */
  kind: 'table' | 'view'
}

/** Rounds of label spreading: each halves the way to the smallest label, so chains of over a hundred rows settle. */
const rounds = 7

const labels = (round: number) => `labels_${round}`

/** The steps, in order: every table and view of the dataset, what the store keeps, and what the report counts. */
export function createPlan(): readonly Step[] {
  const last = labels(rounds)
  const lastSql = (path: string) => loadSql(path).replaceAll('{{labels}}', last)
  return [
    ...tables('aliases'),
    ...views('steps', ['keyed']),
    ...tables('former', 'barred', 'chosen', 'mixture', 'judged', 'buckets', 'links'),
    { name: labels(0), sql: loadSql('steps/labels-first'), kind: 'table' },
    ...Array.from(
      { length: rounds },
      (_, round): Step => ({
        name: labels(round + 1),
        sql: loadSql('steps/labels-next').replaceAll('{{labels}}', labels(round)),
        kind: 'table',
      }),
    ),
    {
      name: 'unsettled',
      sql: lastSql('steps/unsettled').replaceAll('{{before}}', labels(rounds - 1)),
      kind: 'table',
    },
    { name: 'placed', sql: lastSql('steps/placed'), kind: 'table' },
    ...tables('ranked', 'roots', 'decided', 'published', 'exclusions', 'changes', 'facts'),
    { name: 'kept_diffs', sql: loadSql('steps/kept-diffs'), kind: 'table' },
    ...views('steps', [
      'stored',
      'stored_diffs',
      'test_list',
      'trainable',
      'pairs',
      'preferences',
      ...reported,
    ]),
    ...views('tables', ['records', 'prompts', 'tools', 'failures', 'corrections', 'findings', 'diffs']),
    ...views('views', viewNames),
  ]
}

const viewNames = [
  'failure_resolution',
  'correction_reason',
  'prompt_outcome',
  'sft',
  'prompt_completion',
  'preference',
  'preference_openai',
  'unpaired_preference',
  'prompt_diff',
]

const reported = [
  'chosen_candidates',
  'chosen_prompts',
  'chosen_tools',
  'chosen_failures',
  'chosen_corrections',
  'chosen_findings',
  'chosen_sections',
  'chosen_areas',
]

const tables = (...names: string[]): Step[] => steps('steps', names, 'table')
const views = (folder: string, names: readonly string[]): Step[] => steps(folder, names, 'view')

function steps(folder: string, names: readonly string[], kind: Step['kind']): Step[] {
  return names.map((name) => ({ name, sql: loadSql(`${folder}/${name.replaceAll('_', '-')}`), kind }))
}
