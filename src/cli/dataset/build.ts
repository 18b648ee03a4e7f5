// `ai-worklog dataset build`.

import { rm } from 'node:fs/promises'
import { buildDataset } from '../../dataset/build/build-dataset.ts'
import { copyDataset, findCopyTarget } from '../../dataset/build/copy-dataset.ts'
import { UsageError } from '../../report/usage-error.ts'
import type { Environment } from '../environment.ts'
import { readArguments, readChoice } from '../read-arguments.ts'
import { write } from '../write.ts'
import { formatBuild, toBuildJson } from './format-build.ts'
import { openNamedStore } from './open-named-store.ts'
import { buildFlagNames, buildOptionNames, readBuildOptions } from './read-build-options.ts'
import { lockWorkFolder } from './work-folder.ts'
import { writeProblems } from './write-problems.ts'

/** Runs `dataset build`; resolves to the exit code. */
export async function runBuild(args: readonly string[], environment: Environment): Promise<number> {
  const parsed = readArguments('dataset build', args, [...buildOptionNames, 'render'], buildFlagNames)
  if (readChoice(parsed, 'render', ['spark'] as const, null) === 'spark') {
    const { renderSpark } = await import('../../dataset/engine/spark/render-spark.ts')
    await write(environment.stdout, await renderSpark())
    return 0
  }
  const format = readChoice(parsed, 'format', ['text', 'json'] as const, 'text')
  const out = parsed.values.out?.at(-1) ?? null
  const options = await readBuildOptions(parsed, environment)
  const store = await openNamedStore(parsed, environment, options.signal)
  if (out !== null) await findCopyTarget(store, out)
  return lockWorkFolder(options.workFolder, async () => {
    const outcome = await buildDataset(options, store)
    await writeProblems(outcome.prepared, environment)
    if (outcome.version === null) {
      await rm(options.workFolder, { recursive: true, force: true })
      throw new UsageError(
        options.sources.length === 0
          ? 'No records: name files, `--repository` or `--organization` (see `ai-worklog dataset build --help`)'
          : 'No records were found in what was named; nothing was written',
      )
    }
    if (out !== null) await copyDataset(store, outcome, out, options)
    const text =
      format === 'json' ? toBuildJson(outcome, store.name, out) : formatBuild(outcome, store.name, out)
    await write(environment.stdout, text)
    await rm(options.workFolder, { recursive: true, force: true })
    return 0
  })
}
