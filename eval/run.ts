// `npm run eval`: scores the reader and a regex baseline on the evaluation data, prints the figures with what was
// missed and writes them to docs/accuracy.md.

import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { parsePullRequest } from '../src/core/parse-pull-request.ts'
import { createAccuracyPage, type Results } from './accuracy-page.ts'
import { createMissList } from './accuracy-tables.ts'
import { parseLabelledCases } from './labelled-case.ts'
import { predict, toPullRequest } from './prediction.ts'
import { readByRegex } from './regex-gate.ts'
import { type AgentPullRequest, scoreAgents } from './score-agents.ts'
import { scoreCases } from './score-cases.ts'
import { scoreTrailers } from './score-trailers.ts'

const root = resolve(import.meta.dirname, '..')
const usage = `Usage: npm run eval -- [--data <dir>]

  --data <dir>  folder of labelled-cases.jsonl, pull-requests.jsonl and ai-trailers.tsv (default ../shared/data)
  --help        show this text

Exit codes: 0 measured, 2 wrong usage or no data.`

try {
  run()
} catch (error) {
  if (!(error instanceof Error) || !('code' in error) || !String(error.code).startsWith('ERR_PARSE_ARGS'))
    throw error
  fail(error.message)
}

function run(): void {
  const { values } = parseArgs({
    options: { data: { type: 'string' }, help: { type: 'boolean' } },
  })
  if (values.help) {
    console.log(usage)
    return
  }
  const data = values.data === undefined ? resolve(root, '../shared/data') : resolve(values.data)
  const files = ['labelled-cases.jsonl', 'pull-requests.jsonl', 'ai-trailers.tsv']
  const absent = files.filter((file) => !existsSync(resolve(data, file)))
  if (absent.length > 0) {
    fail(`Cannot read ${absent.join(', ')} in \`${data}\`: name the folder with --data <dir>`)
    return
  }
  const results = measure((file) => readFileSync(resolve(data, file), 'utf8'))
  const page = createAccuracyPage(results)
  console.log(page)
  for (const { form, ours } of results.forms) {
    console.log(`## Details, ${form}\n\n${createMissList(ours, false)}\n`)
  }
  for (const { agent, noOther } of results.agents.ours) {
    for (const what of noOther.wrong) console.log(`another tool than ${agent}: ${what}`)
  }
  writeFileSync(resolve(root, 'docs/accuracy.md'), page)
  console.error('Wrote `docs/accuracy.md`')
}

function measure(readFile: (name: string) => string): Results {
  const cases = parseLabelledCases(readFile('labelled-cases.jsonl'))
  const forms = (['as written', 'as body'] as const).map((form) => {
    console.error(`Labelled cases ${form} …`)
    return {
      form,
      ours: scoreCases(cases, (labelled) => predict(toPullRequest(labelled, form))),
      gate: scoreCases(cases, (labelled) => readByRegex(toPullRequest(labelled, form))),
    }
  })
  console.error('Pull requests …')
  const lines = readFile('pull-requests.jsonl').split('\n').filter(Boolean)
  const rows = lines.map((line): AgentPullRequest => {
    const { repository, number, agent }: { repository: string; number: number; agent: string } =
      JSON.parse(line)
    return { id: `${repository}#${number}`, agent, pullRequest: parsePullRequest(line) }
  })
  const agents = { ours: scoreAgents(rows, predict), gate: scoreAgents(rows, readByRegex) }
  console.error('Trailers …')
  return { forms, agents, trailers: scoreTrailers(readFile('ai-trailers.tsv')) }
}

function fail(message: string): void {
  console.error(message)
  process.exitCode = 2
}
