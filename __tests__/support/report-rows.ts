// Pull requests for the report's tests: as plain rows of the staged tables.

import type { StagedRows } from './staged-fixture.ts'

type Fields = Readonly<Record<string, unknown>>

/** One pull request: fields of its row of `candidates`, and rows of its lists without `row_id` and `seq`. */
export interface PullRequestRows extends Fields {
  tools?: readonly Fields[]
  prompts?: readonly Fields[]
  failures?: readonly Fields[]
  corrections?: readonly Fields[]
  findings?: readonly Fields[]
  sections?: Readonly<Record<string, string>>
  areas?: readonly Fields[]
}

const lists = ['tools', 'prompts', 'failures', 'corrections', 'findings'] as const

/** The rows of `pullRequests`; unless they say otherwise they are merged ones of `octo/app` with AI used, opened in 2026-10. */
export function toStagedRows(pullRequests: readonly PullRequestRows[]): StagedRows {
  const tables: Record<string, Fields[]> = { candidates: [], sections: [], areas: [] }
  for (const list of lists) tables[list] = []
  pullRequests.forEach((given, index) => {
    const number = index + 1
    const row_id = String(number).padStart(4, '0')
    const { tools, prompts, failures, corrections, findings, sections = {}, areas = [], ...fields } = given
    const rowsOf = { tools, prompts, failures, corrections, findings }
    tables.candidates?.push({ ...defaults, ...idsOf(number), row_id, ...fields })
    for (const list of lists) {
      rowsOf[list]?.forEach((row, at) => {
        tables[list]?.push({ row_id, seq: at + 1, ...row })
      })
    }
    for (const [name, state] of Object.entries(sections)) tables.sections?.push({ row_id, name, state })
    for (const area of areas) tables.areas?.push({ row_id, ...area })
  })
  return tables
}

function idsOf(number: number): Fields {
  return {
    record_key: `github.com/octo/app/${number}`,
    record_id: `github.com/1/${number}`,
    url: `https://github.com/octo/app/pull/${number}`,
  }
}

const defaults = {
  source: 'artifact',
  trust: 'base',
  trust_rank: 0,
  repository: 'octo/app',
  consent: 'unset',
  created_month: 202610,
  created_at: '2026-10-05T10:00:00Z',
  ai_use: 'used',
  completeness: 50,
  state: 'closed',
  merged: true,
}
