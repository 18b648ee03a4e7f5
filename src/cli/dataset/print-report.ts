// The report of what is in a store, or of what the arguments name.

import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { BuildOptions } from '../../dataset/build/build-options.ts'
import { prepareDataset } from '../../dataset/build/prepare-dataset.ts'
import { readRows } from '../../dataset/build/read-facts.ts'
import { type Report, renderReport } from '../../dataset/report/render-report.ts'
import { serializeReport } from '../../dataset/report/report-json.ts'
import { runReport } from '../../dataset/report/run-report.ts'
import { escapeLines } from '../../report/escape-commands.ts'
import { UsageError } from '../../report/usage-error.ts'
import type { Environment } from '../environment.ts'
import { type Arguments, readArguments, readChoice } from '../read-arguments.ts'
import { write } from '../write.ts'
import { describeFound } from './describe-found.ts'
import { openNamedStore } from './open-named-store.ts'
import { buildFlagNames, buildOptionNames, readBuildOptions } from './read-build-options.ts'
import { writeProblems } from './write-problems.ts'

/** Prints it; resolves to the exit code. */
export async function printReport(args: readonly string[], environment: Environment): Promise<number> {
  const parsed = readArguments('report', args, buildOptionNames, buildFlagNames)
  const format = readChoice(parsed, 'format', ['markdown', 'json'] as const, 'markdown')
  const { format: _, ...values } = parsed.values
  const options = await readBuildOptions({ ...parsed, values }, environment)
  const text =
    options.sources.length === 0
      ? await readStored(parsed, options, format === 'json' ? 'report.json' : 'report.md', environment)
      : await makeReport(parsed, options, environment).then(({ markdown, json }) =>
          format === 'json' ? serializeReport(json) : markdown,
        )
  await write(environment.stdout, format === 'json' ? text : escapeLines(text))
  await rm(options.workFolder, { recursive: true, force: true })
  return 0
}

async function readStored(
  parsed: Arguments,
  { workFolder, signal }: BuildOptions,
  file: string,
  environment: Environment,
): Promise<string> {
  const store = await openNamedStore(parsed, environment, signal)
  const found = await store.fetchLatest(join(workFolder, 'previous'), signal)
  if (found === null) {
    throw new UsageError(
      `There is no dataset in ${store.name}: make one with \`ai-worklog dataset build\`, or name files or \`--repository\` (see \`ai-worklog report --help\`)`,
    )
  }
  return readFile(join(found.folder, 'store', file), 'utf8')
}

async function makeReport(
  parsed: Arguments,
  options: BuildOptions,
  environment: Environment,
): Promise<Report> {
  const { workFolder, signal } = options
  const isNamed = parsed.values.store !== undefined
  const store = isNamed ? await openNamedStore(parsed, environment, signal) : null
  const previous = (await store?.fetchLatest(join(workFolder, 'previous'), signal)) ?? null
  const prepared = await prepareDataset(options, previous, (await store?.readTombstones(signal)) ?? [])
  try {
    await writeProblems(prepared, environment)
    if (prepared.mapped.counts.rows === 0) {
      const found = describeFound(prepared.collected)
      await write(environment.stderr, `No records were found in what was named (${found}).\n`)
    }
    const results = await runReport((sql) => readRows(prepared.connection, sql))
    return renderReport(results, { datasetVersion: null, asOf: options.asOf })
  } finally {
    prepared.close()
  }
}
