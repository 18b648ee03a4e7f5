// One pull request from its number to its record in a file. Telling people of it and uploading come later.

import type { Client } from '../api/create-client.ts'
import { withDeadline } from '../api/with-deadline.ts'
import type { Check } from '../core/check-pull-request.ts'
import type { Mode } from '../core/policy/policy.ts'
import { version } from '../core/record/version.ts'
import type { Annotation } from '../report/annotation.ts'
import type { LogWriter } from '../report/log-writer.ts'
import { gather } from './api/gather.ts'
import { tightenMode } from './api/tighten-mode.ts'
import { describeReading } from './describe-reading.ts'
import type { Inputs } from './event/inputs.ts'
import type { Context } from './event/read-context.ts'
import type { Target } from './event/target.ts'
import type { EvidenceSource } from './evidence/create-evidence-source.ts'
import { keepRecord } from './publish/keep-record.ts'
import type { RecordFile } from './publish/write-record.ts'

export interface CheckTargetOptions {
  context: Context
  /** With the artifact name of this pull request. */
  inputs: Inputs
  /** A client whose requests end when the signal aborts. */
  connect: (signal: AbortSignal) => Client
  /** For all that is read, in milliseconds. */
  longestReading: number
  /** What transcripts in the job say of a pull request. */
  readEvidence: EvidenceSource
  log: LogWriter
}

export interface CheckedTarget {
  number: number
  inputs: Inputs
  /** Of the whole check only these are kept: what a record was made from is large. */
  record: Check['record']
  result: Check['result']
  mode: Mode
  /** Nothing can be blocked any more, and little be mended: a verdict is recorded and does not fail the step. */
  isClosed: boolean
  /** Null when it could not be written, which `messages` say. */
  file: RecordFile | null
  /** What could not be read or kept. */
  messages: Annotation[]
}

export interface FailedTarget {
  number: number
  /** Why it could not be checked, or not be recorded. */
  failure: Annotation[]
  /** Whether that fails the step. */
  isFatal: boolean
}

/** For what exemptions ask, in milliseconds. */
const longestAsking = 10_000

/** Reads, checks, records and logs `target`. Rejects when it cannot be read. */
export async function checkTarget(
  target: Target,
  options: CheckTargetOptions,
): Promise<CheckedTarget | FailedTarget> {
  const { context, inputs, connect, longestReading, readEvidence, log } = options
  const gathering = withDeadline(longestReading, (signal) => gather(connect(signal), target, context, inputs))
  // What is large loads while GitHub answers.
  const [gathered, core] = await Promise.all([gathering, import('./core.ts')])
  const { pullRequest, policy } = gathered
  const { mode, notice } = tightenMode(policy.policy.mode, inputs.mode, policy.file)
  const { exempt, redact } = policy.policy
  const hasToken = inputs.githubToken !== ''
  const [asked, redaction, evidence] = await Promise.all([
    withDeadline(longestAsking, (signal) =>
      core.readExemptFacts(connect(signal), { pullRequest, exempt, context, hasToken }),
    ),
    core.loadRedaction(redact, [inputs.githubToken]),
    readEvidence(pullRequest, policy.policy),
  ])
  const check = core.checkPullRequest(pullRequest, {
    policy: { ...policy.policy, mode },
    policySha: policy.sha,
    policyProblems: policy.problems,
    exemptFacts: asked.facts,
    redaction,
    evidence: evidence.draft,
    generatedAt: new Date().toISOString(),
    version,
    bounded: core.runBounded,
  })
  let json: ReturnType<typeof core.serializeRecord>
  try {
    json = core.serializeRecord(check.record, redaction)
  } catch (error) {
    if (!(error instanceof core.RedactionError)) throw error
    const isFatal = mode === 'enforce'
    const level = isFatal ? 'error' : 'warning'
    return {
      number: target.number,
      failure: [{ level, title: 'ai-worklog', message: error.message }],
      isFatal,
    }
  }
  const isClosed = pullRequest.state === 'closed'
  const { file, annotations } = keepRecord(
    json,
    {
      temporaryFolder: context.temporaryFolder,
      artifactName: inputs.artifactName,
      pullRequestNumber: target.number,
    },
    log,
  )
  log.group('What was read', () =>
    log.line(describeReading(gathered, mode, check.record.source.title, evidence.line)),
  )
  log.clean(core.formatCheck(check, { color: false }))
  if (isClosed && check.result === 'fail') {
    log.line('The pull request is closed: the verdict is recorded and does not fail the step.')
  }
  if (file !== null) log.clean(`Record: ${file.path}`)
  const notices = [
    ...gathered.notices,
    ...asked.notices,
    ...evidence.notices,
    ...(notice === null ? [] : [notice]),
  ].map((message): Annotation => ({ level: 'notice', title: 'ai-worklog', message }))
  return {
    number: target.number,
    inputs,
    record: check.record,
    result: check.result,
    mode,
    isClosed,
    file,
    messages: [...annotations, ...notices],
  }
}
