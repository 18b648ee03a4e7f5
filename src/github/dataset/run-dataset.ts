// The dataset action from its environment to its exit code, on one page.

import { setSecret } from '@actions/core'
import { useProxy } from '../../api/use-proxy.ts'
import { buildDataset } from '../../dataset/build/build-dataset.ts'
import { listProblems } from '../../dataset/build/list-problems.ts'
import { duckdbVariable } from '../../dataset/engine/duckdb/load-duckdb.ts'
import type { Annotation } from '../../report/annotation.ts'
import { createLogWriter, type LogWriter, type TextSink } from '../../report/log-writer.ts'
import { exitCodes } from '../../runtime/interrupted-error.ts'
import type { Environment } from '../event/input-reader.ts'
import { readContext } from '../event/read-context.ts'
import { explainFailure } from '../explain-failure.ts'
import { annotate } from '../publish/annotate.ts'
import { attempt } from '../publish/attempt.ts'
import { writeSummary } from '../publish/write-summary.ts'
import { provideDuckdb } from './duckdb/provide-duckdb.ts'
import { keepResults } from './keep-results.ts'
import { createLogProgress } from './log-progress.ts'
import { openPlace } from './open-place.ts'
import { prepareBuild } from './prepare-build.ts'
import { readDatasetInputs } from './read-dataset-inputs.ts'
import { renderDatasetSummary } from './render-dataset-summary.ts'
import { setArtifactOutputs, setDatasetOutputs } from './set-dataset-outputs.ts'
import { tellOutcome } from './tell-outcome.ts'

export interface RunOptions {
  /** Of a cancelled run. */
  signal: AbortSignal
  /** The folder with what DuckDB is installed from. */
  manifest: URL
}

/** Builds the dataset that `env` asks for. Gives the exit code; never rejects. */
export async function runDataset(env: Environment, stdout: TextSink, options: RunOptions): Promise<number> {
  const log = createLogWriter(stdout)
  try {
    await run(env, log, options)
    return 0
  } catch (error) {
    if (!options.signal.aborted) {
      annotate(explainFailure(error, log))
      return 1
    }
    annotate([toAnnotation('warning', 'Stopped before there was a new version. The store is as it was.')])
    return exitCodes.SIGINT
  }
}

async function run(env: Environment, log: LogWriter, { signal, manifest }: RunOptions): Promise<void> {
  const inputs = readDatasetInputs(env)
  if (inputs.pseudonymKey !== null) setSecret(inputs.pseudonymKey)
  const context = readContext(env)
  useProxy(env)
  const progress = createLogProgress(log)
  const place = await openPlace(inputs, context, { env, signal })
  log.line(`Store: ${place.store.name}`)
  const build = await prepareBuild(inputs, context, { env, location: place.location, signal, progress })
  const { temporaryFolder } = context
  const duckdb = await provideDuckdb({ env, manifest, temporaryFolder, signal, progress })
  if (duckdb !== null) process.env[duckdbVariable] = duckdb

  const outcome = await buildDataset({ ...build, renew: place.isAgeing }, place.store)
  const paths = await keepResults(outcome, build.workFolder)
  const messages: Annotation[] = attempt('set the outputs', () => setDatasetOutputs(outcome, paths))
  const problems = listProblems(outcome.prepared)
  const summary = renderDatasetSummary(outcome, { store: place.store.name, problems: problems.counts })
  const showsReport = inputs.report && (await place.mayShow(outcome))
  messages.push(
    ...attempt('write the job summary', () =>
      writeSummary(context.summaryPath, ...(showsReport ? [outcome.report.markdown] : []), summary),
    ),
  )
  if (inputs.report && !showsReport) {
    messages.push(
      toAnnotation(
        'notice',
        'The report is not in the job summary: it tells of private repositories, and everybody can read this one. It is in the file `report-path`.',
      ),
    )
  }
  tellOutcome(outcome, place.store.name, problems, log)
  messages.push(...(await place.publish(outcome)))
  const { artifact } = place.uploads
  if (artifact !== null) {
    log.clean(`Artifact: ${artifact.url}`)
    messages.push(...attempt('set the outputs', () => setArtifactOutputs(artifact)))
  }
  if (outcome.version === null) {
    messages.push(toAnnotation('notice', 'There is no record yet, so there is no dataset.'))
  }
  if (problems.counts.size > 0) {
    const count = [...problems.counts.values()].reduce((sum, each) => sum + each, 0)
    messages.push(
      toAnnotation('warning', `${count} inputs could not be taken. The log and the job summary say why.`),
    )
  }
  annotate(messages)
}

function toAnnotation(level: Annotation['level'], message: string): Annotation {
  return { level, title: 'ai-worklog dataset', message }
}
