// The check action from its environment to its exit code, on one page.

import type { Mode } from '../core/policy/policy.ts'
import { version } from '../core/record/version.ts'
import type { Annotation } from '../report/annotation.ts'
import { createLogWriter, type LogWriter, type TextSink } from '../report/log-writer.ts'
import { toAnnotations } from '../report/to-annotations.ts'
import { createClient } from './api/create-client.ts'
import { gather } from './api/gather.ts'
import { readAttemptStart } from './api/read-attempt-start.ts'
import { tightenMode } from './api/tighten-mode.ts'
import { useProxy } from './api/use-proxy.ts'
import { withDeadline } from './api/with-deadline.ts'
import { describeReading } from './describe-reading.ts'
import { readContext } from './event/read-context.ts'
import { readEvent } from './event/read-event.ts'
import { type Environment, readInputs } from './event/read-inputs.ts'
import { annotate } from './publish/annotate.ts'
import { attempt } from './publish/attempt.ts'
import { keepRecord } from './publish/keep-record.ts'
import { loadArtifactClient } from './publish/load-artifact-client.ts'
import { publishArtifact } from './publish/publish-artifact.ts'
import { setOutputs } from './publish/set-outputs.ts'
import { writeSummary } from './publish/write-summary.ts'
import { reportFailure } from './report-failure.ts'
import type { Progress } from './stop-on-signals.ts'

/** Checks the pull request that `env` leads to. Gives the exit code; never rejects. */
export async function runCheck(env: Environment, stdout: TextSink, progress: Progress): Promise<0 | 1> {
  const log = createLogWriter(stdout)
  try {
    return await run(env, log, progress)
  } catch (error) {
    progress.isDecided = true
    reportFailure(error, log)
    annotate(attempt('set the outputs', () => setOutputs({ result: 'error' })))
    return 1
  }
}

async function run(env: Environment, log: LogWriter, progress: Progress): Promise<0 | 1> {
  const inputs = readInputs(env)
  const context = readContext(env)
  const target = await readEvent(context, inputs.pullRequest)
  if ('skipped' in target) {
    annotate([{ level: 'notice', title: 'ai-worklog', message: target.skipped }])
    annotate(attempt('set the outputs', () => setOutputs({ result: 'skipped' })))
    progress.isDecided = true
    return 0
  }
  useProxy(env)
  const client = (signal: AbortSignal, writes = false) =>
    createClient({
      writes,
      apiUrl: context.apiUrl,
      token: inputs.githubToken,
      signal,
      userAgent: `ai-worklog/${version}`,
    })
  const gathering = withDeadline(30_000, (signal) => gather(client(signal), target, context, inputs))
  // What is large loads while GitHub answers.
  const loadingClient = loadArtifactClient(inputs, context)
  const [gathered, core] = await Promise.all([gathering, import('./core.ts')])
  const { pullRequest, policy } = gathered
  const { mode, notice } = tightenMode(policy.policy.mode, inputs.mode, policy.file)
  const check = core.checkPullRequest(pullRequest, {
    policy: { ...policy.policy, mode },
    policySha: policy.sha,
    policyProblems: policy.problems,
    knownSecrets: [inputs.githubToken],
    generatedAt: new Date().toISOString(),
    version,
    bounded: core.runBounded,
  })
  const { temporaryFolder } = context
  const { artifactName } = inputs
  const { file, annotations: problems } = keepRecord(
    core.serializeRecord(check.record),
    { temporaryFolder, artifactName, pullRequestNumber: target.number },
    log,
  )
  log.group('What was read', () => log.line(describeReading(gathered, mode, check.record.source.title)))
  log.line(core.formatCheck(check, { color: false }))
  if (file !== null) log.line(`Record: ${file.path}`)
  // Before the upload: whoever cancels it still finds the file.
  const told = [
    ...attempt('write the job summary', () => writeSummary(context.summaryPath, core.renderSummary(check))),
    ...attempt('set the outputs', () =>
      setOutputs({
        result: check.result,
        record: check.record,
        ...(file === null ? {} : { recordPath: file.path }),
      }),
    ),
  ]
  progress.isDecided = true

  const [{ artifact, annotations, isFailed }, feedback] = await Promise.all([
    publishArtifact({
      inputs,
      context,
      file,
      loadingClient,
      readAttemptStart: () => withDeadline(10_000, (signal) => readAttemptStart(client(signal), context)),
    }),
    withDeadline(30_000, (signal) => {
      const clients = { reader: client(signal), writer: client(signal, true) }
      return core.publishFeedback({ ...clients, inputs, context, record: check.record })
    }),
  ])
  if (artifact !== null) {
    log.line(`Artifact: ${artifact.url}`)
    told.push(...attempt('set the outputs', () => setOutputs({ artifact })))
  }
  const notices = [...gathered.notices, ...feedback, ...(notice === null ? [] : [notice])].map(
    (message): Annotation => ({ level: 'notice', title: 'ai-worklog', message }),
  )
  report(
    [...problems, ...told, ...annotations, ...notices],
    toAnnotations(check.record.findings, mode),
    mode,
    log,
  )
  return check.result === 'fail' || isFailed ? 1 : 0
}

/** In `observe` only what fails the step is annotated; the log has `findings` already and gets the rest. */
function report(
  messages: readonly Annotation[],
  findings: readonly Annotation[],
  mode: Mode,
  log: LogWriter,
): void {
  const isQuiet = mode === 'observe'
  annotate(isQuiet ? messages.filter(({ level }) => level === 'error') : [...messages, ...findings])
  for (const { level, title, message } of isQuiet ? messages : []) {
    if (level !== 'error') log.line(`${title}: ${message}`)
  }
}
