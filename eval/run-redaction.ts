// `npm run eval:redaction`: scores redaction and secretlint on made secrets and on what must stay, prints what was missed
// and writes docs/redaction.md. Exits with 1 when a target is missed.

import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { parsePullRequest } from '../src/core/parse-pull-request.ts'
import { redactText } from '../src/core/redact/redact-text.ts'
import { settings } from './redaction/kind.ts'
import { contextKinds } from './redaction/kinds-context.ts'
import { keyKinds } from './redaction/kinds-keys.ts'
import { negativeKinds, negatives } from './redaction/negatives.ts'
import { createRedactionPage } from './redaction/page.ts'
import { createRandom } from './redaction/random.ts'
import { readRealTexts } from './redaction/real-texts.ts'
import { scoreKind, seeds } from './redaction/score.ts'
import { countBySecretlint, redactBySecretlint } from './redaction/secretlint.ts'

const root = resolve(import.meta.dirname, '..')
const usage = `Usage: npm run eval:redaction -- [--data <dir>]

  --data <dir>  folder of pull-requests.jsonl (default ../shared/data; without it only made texts are scored)
  --help        show this text

Targets: 99 % of all secrets removed, 95 % of each kind, nothing touched that must stay.
Exit codes: 0 all targets met, 1 one missed, 2 wrong usage.`

try {
  await run()
} catch (error) {
  if (!(error instanceof Error) || !('code' in error) || !String(error.code).startsWith('ERR_PARSE_ARGS'))
    throw error
  console.error(error.message)
  process.exitCode = 2
}

async function run(): Promise<void> {
  const { values } = parseArgs({ options: { data: { type: 'string' }, help: { type: 'boolean' } } })
  if (values.help) {
    console.log(usage)
    return
  }
  const kinds = []
  for (const kind of [...keyKinds, ...contextKinds]) {
    kinds.push({
      ours: await scoreKind(kind, redactText),
      secretlint: await scoreKind(kind, redactBySecretlint),
    })
  }
  const kept = listNegatives()
  const touched = kept.filter((text) => redactText(text) !== text)
  // A second opinion on what is left: another detector, which knows nothing of our rules.
  const seen = await countBySecretlint(kinds.flatMap(({ ours }) => ours.redacted).join('\n\n'))
  const file = resolve(values.data ?? resolve(root, '../shared/data'), 'pull-requests.jsonl')
  if (!existsSync(file))
    console.error(`No \`${file}\`: real texts are left out (name their folder with --data <dir>)`)
  const real = existsSync(file) ? readRealTexts(readLines(file)) : null

  const page = createRedactionPage({ kinds, negatives: { total: kept.length, touched }, seen, real })
  console.log(page)
  for (const { ours } of kinds) for (const text of ours.missed) console.log(`left, ${ours.name}, ${text}`)
  for (const text of touched) console.log(`touched: ${text}`)
  for (const [name, { touched: hits }] of real?.kept ?? [])
    for (const hit of hits) console.log(`touched, ${name}, ${hit}`)
  if (real !== null) {
    writeFileSync(resolve(root, 'docs/redaction.md'), page)
    console.error('Wrote `docs/redaction.md`')
  }
  const all = kinds.map(({ ours }) => ours)
  const removed = all.reduce((sum, score) => sum + score.removed, 0)
  const total = all.reduce((sum, score) => sum + score.total, 0)
  const isMet = removed >= 0.99 * total && all.every((score) => score.removed >= 0.95 * score.total)
  if (!isMet || touched.length > 0 || seen > 0) process.exitCode = 1
}

function listNegatives(): string[] {
  const made = negativeKinds.flatMap(({ make }) =>
    Array.from({ length: seeds }, (_, seed) => make(createRandom(seed))),
  )
  return [...negatives, ...made].flatMap((text) => settings.flatMap(({ wrap }) => wrap(text) ?? []))
}

function* readLines(file: string) {
  for (const line of readFileSync(file, 'utf8').split('\n')) if (line !== '') yield parsePullRequest(line)
}
