// The report of what is in a store, or of what the arguments name.

import { mkdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { BuildOptions } from '../../dataset/build/build-options.ts'
import { prepareDataset } from '../../dataset/build/prepare-dataset.ts'
import { readRows } from '../../dataset/build/read-facts.ts'
import { renderReport } from '../../dataset/report/render-report.ts'
import { serializeReport } from '../../dataset/report/report-json.ts'
import type { ReportResults } from '../../dataset/report/report-results.ts'
import { runReport } from '../../dataset/report/run-report.ts'
import { escapeLines } from '../../report/escape-commands.ts'
import { UsageError } from '../../report/usage-error.ts'
import type { Environment } from '../environment.ts'
import { type Arguments, readArguments, readChoice } from '../read-arguments.ts'
import { write } from '../write.ts'
import { describeFound } from './describe-found.ts'
import { openNamedStore } from './open-named-store.ts'
import { buildFlagNames, buildOptionNames, readBuildOptions } from './read-build-options.ts'
import { withWorkFolder } from './with-work-folder.ts'
import { lockWorkFolder } from './work-folder.ts'
import { writeProblems } from './write-problems.ts'

/** Prints it; resolves to the exit code. */
export async function printReport(args: readonly string[], environment: Environment): Promise<number> {
  const parsed = readArguments('report', args, buildOptionNames, buildFlagNames)
  const format = readChoice(parsed, 'format', ['markdown', 'json'] as const, 'markdown')
  const { format: _, ...values } = parsed.values
  const options = await readBuildOptions({ ...parsed, values }, environment)
  const { markdown, json } =
    options.sources.length === 0
      ? await withWorkFolder((folder) => readStored(parsed, folder, options.signal, environment))
      : await lockWorkFolder(options.workFolder, () => makeReport(parsed, options, environment))
  await write(environment.stdout, format === 'json' ? json : escapeLines(markdown))
  return 0
}

interface ReportTexts {
  markdown: string
  json: string
}

async function readStored(
  parsed: Arguments,
  folder: string,
  signal: AbortSignal,
  environment: Environment,
): Promise<ReportTexts> {
  const store = await openNamedStore(parsed, environment, signal)
  const found = await store.fetchLatest(join(folder, 'previous'), signal)
  if (found === null) {
    throw new UsageError(
      `There is no dataset in ${store.name}: make one with \`ai-worklog dataset build\`, or name files or \`--repository\` (see \`ai-worklog report --help\`)`,
    )
  }
  const read = (file: string) => readFile(join(found.folder, 'store', file), 'utf8')
  return { markdown: await read('report.md'), json: await read('report.json') }
}

async function makeReport(
  parsed: Arguments,
  given: BuildOptions,
  environment: Environment,
): Promise<ReportTexts> {
  const workFolder = join(given.workFolder, 'report')
  const options = { ...given, workFolder }
  const { signal } = options
  await mkdir(workFolder, { recursive: true })
  const isNamed = parsed.values.store !== undefined
  const store = isNamed ? await openNamedStore(parsed, environment, signal) : null
  const previous = (await store?.fetchLatest(join(workFolder, 'previous'), signal)) ?? null
  const prepared = await prepareDataset(options, previous, (await store?.readTombstones(signal)) ?? [])
  let results: ReportResults
  try {
    await writeProblems(prepared, environment)
    if (prepared.mapped.counts.rows === 0) {
      const found = describeFound(prepared.collected)
      await write(environment.stderr, `No records were found in what was named (${found}).\n`)
    }
    results = await runReport((sql) => readRows(prepared.connection, sql))
  } finally {
    prepared.close()
  }
  await rm(workFolder, { recursive: true, force: true })
  const { markdown, json } = renderReport(results, { datasetVersion: null, asOf: options.asOf })
  return { markdown, json: serializeReport(json) }
}
