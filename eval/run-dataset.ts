// `npm run eval:dataset`: builds the dataset of real pull requests, as they are and as if everybody had said yes to
// training, and writes what comes out to docs/dataset-counts.md.

import { createReadStream, createWriteStream, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { parseArgs } from 'node:util'
import { createRecord } from '../src/core/create-record.ts'
import { extractPullRequest } from '../src/core/extract/extract-pull-request.ts'
import { parsePullRequest } from '../src/core/parse-pull-request.ts'
import type { WorklogRecord } from '../src/core/record/schema.ts'
import { version } from '../src/core/record/version.ts'
import { buildDataset } from '../src/dataset/build/build-dataset.ts'
import { collectFiles } from '../src/dataset/sources/files/collect-files.ts'
import { openStore } from '../src/dataset/store/open-store.ts'
import { silent } from '../src/runtime/progress.ts'
import { readLines } from '../src/runtime/read-lines.ts'
import { createCountsPage, type Measured } from './dataset-page.ts'

const root = resolve(import.meta.dirname, '..')
const usage = `Usage: npm run eval:dataset -- [--data <dir>]

  --data <dir>  folder of pull-requests.jsonl (default ../shared/data)
  --help        show this text

Exit codes: 0 measured, 2 wrong usage or no data.`

/** The same bytes at every run. */
const asOf = '2026-11-01T00:00:00.000Z'

try {
  await run()
} catch (error) {
  if (!(error instanceof Error) || !('code' in error) || !String(error.code).startsWith('ERR_PARSE_ARGS'))
    throw error
  fail(error.message)
}

async function run(): Promise<void> {
  const { values } = parseArgs({ options: { data: { type: 'string' }, help: { type: 'boolean' } } })
  if (values.help) {
    console.log(usage)
    return
  }
  const data = resolve(values.data ?? join(root, '../shared/data'), 'pull-requests.jsonl')
  if (!existsSync(data)) {
    fail(`Cannot read \`${data}\`: name its folder with --data <dir>`)
    return
  }
  const folder = mkdtempSync(join(tmpdir(), 'ai-worklog-eval-'))
  try {
    const agreed = join(folder, 'agreed.jsonl')
    await writeAgreed(data, agreed)
    const page = createCountsPage({
      asTheyAre: await measure(data, join(folder, 'as-they-are')),
      hadAllSaidYes: await measure(agreed, join(folder, 'had-all-said-yes')),
      example: await measure(join(root, 'examples/dataset'), join(folder, 'example')),
    })
    console.log(page)
    writeFileSync(join(root, 'docs/dataset-counts.md'), page)
    console.error('Wrote `docs/dataset-counts.md`')
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/**
 * Writes records of the pull requests in `from` to `to`, each with a consent that NOBODY GAVE. It shows what the views could
 * hold; the copy is deleted at the end of the evaluation, and nothing may be trained on it.
 */
async function writeAgreed(from: string, to: string): Promise<void> {
  async function* lines() {
    for await (const { text } of readLines(createReadStream(from), from)) {
      const pullRequest = parsePullRequest(text)
      const record: WorklogRecord = createRecord(pullRequest, extractPullRequest(pullRequest), {
        generatedAt: asOf,
        version,
      })
      const consent: WorklogRecord['consent'] = { training: 'yes', by: null, at: null, scope: null }
      yield `${JSON.stringify({ ...record, consent })}\n`
    }
  }
  await pipeline(Readable.from(lines()), createWriteStream(to))
}

async function measure(path: string, folder: string): Promise<Measured> {
  const signal = new AbortController().signal
  console.error(`Building the dataset of ${path} …`)
  const { description, prepared } = await buildDataset(
    {
      sources: [(context) => collectFiles([path], { ...context, stdin: Readable.from([]) })],
      staged: null,
      workFolder: join(folder, 'work'),
      asOf,
      authors: null,
      pseudonymKey: null,
      audience: null,
      license: null,
      allowPrivate: null,
      optOut: null,
      keepDays: null,
      toolAgeDays: null,
      salt: null,
      threads: null,
      engine: { kind: 'duckdb' },
      signal,
      progress: silent,
    },
    await openStore(join(folder, 'store'), { env: {} }),
  )
  if (description === null) throw new Error(`No records in \`${path}\``)
  const { tables, excluded, repositories, splitBy, consent, ratios } = description
  return { read: prepared.mapped.counts.rows, tables, excluded, repositories, splitBy, consent, ratios }
}

function fail(message: string): void {
  console.error(message)
  process.exitCode = 2
}
