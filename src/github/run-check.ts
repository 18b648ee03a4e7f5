// The check action from its environment to its exit code, on one page.

import { createClient } from '../api/create-client.ts'
import { useProxy } from '../api/use-proxy.ts'
import { withDeadline } from '../api/with-deadline.ts'
import { version } from '../core/record/version.ts'
import type { Annotation } from '../report/annotation.ts'
import { createLogWriter, type LogWriter, type TextSink } from '../report/log-writer.ts'
import { findPullRequests } from './api/find-pull-requests.ts'
import type { FailedTarget } from './check-target.ts'
import { checkTargets } from './check-targets.ts'
import { readContext } from './event/read-context.ts'
import { readEvent } from './event/read-event.ts'
import { type Environment, readInputs } from './event/read-inputs.ts'
import { createEvidenceSource } from './evidence/create-evidence-source.ts'
import { explainFailure } from './explain-failure.ts'
import { annotate } from './publish/annotate.ts'
import { attempt } from './publish/attempt.ts'
import { loadArtifactClient } from './publish/load-artifact-client.ts'
import { setOutputs } from './publish/set-outputs.ts'
import { publishOutcomes } from './publish-outcomes.ts'
import type { Progress } from './stop-on-signals.ts'
import { annotateOutcomes, isChecked, tellVerdicts } from './tell-outcomes.ts'

/** Checks the pull requests that `env` leads to. Gives the exit code; never rejects. */
export async function runCheck(env: Environment, stdout: TextSink, progress: Progress): Promise<0 | 1> {
  const log = createLogWriter(stdout)
  try {
    return await run(env, log, progress)
  } catch (error) {
    progress.isDecided = true
    annotate([
      ...explainFailure(error, log),
      ...attempt('set the outputs', () => setOutputs({ result: 'error' })),
    ])
    return 1
  }
}

async function run(env: Environment, log: LogWriter, progress: Progress): Promise<0 | 1> {
  const inputs = readInputs(env)
  const context = readContext(env)
  const { apiUrl } = context
  const { githubToken: token } = inputs
  const connect = (signal: AbortSignal, writes = false) =>
    createClient({ writes, apiUrl, token, signal, userAgent: `ai-worklog/${version}` })

  const event = await readEvent(context, inputs.pullRequest)
  useProxy(env)
  const found =
    'lookup' in event
      ? await withDeadline(30_000, (signal) =>
          findPullRequests(connect(signal), { ...event, context, githubToken: token }),
        )
      : event
  if ('skipped' in found) {
    annotate([
      toNotice(found.skipped),
      ...attempt('set the outputs', () => setOutputs({ result: 'skipped' })),
    ])
    progress.isDecided = true
    return 0
  }

  const readEvidence = createEvidenceSource({ env, eventName: context.eventName, inputs })
  const checking = checkTargets(found, { context, inputs, connect, readEvidence, log })
  // What is large loads while GitHub answers.
  const loadingClient = loadArtifactClient(inputs, context)
  const outcomes = await checking
  // Before the upload: whoever cancels it still finds the files.
  const messages = await tellVerdicts(outcomes, context.summaryPath)
  progress.isDecided = true

  const checked = outcomes.filter(isChecked)
  const published = await publishOutcomes(checked, { context, inputs, connect, loadingClient })
  const artifacts = published.flatMap(({ artifact }) => artifact ?? [])
  for (const { url } of artifacts) log.clean(`Artifact: ${url}`)
  if (artifacts.length > 0) {
    messages.push(...attempt('set the outputs', () => setOutputs({ artifacts })))
  }
  const failed = outcomes.filter((outcome): outcome is FailedTarget => !isChecked(outcome))
  annotateOutcomes([...messages, ...found.notices.map(toNotice)], [...failed, ...published], log)
  const isFailed = published.some(
    ({ result, isClosed, isUploadFailed }) => isUploadFailed || (result === 'fail' && !isClosed),
  )
  return isFailed || failed.some(({ isFatal }) => isFatal) ? 1 : 0
}

function toNotice(message: string): Annotation {
  return { level: 'notice', title: 'ai-worklog', message }
}
