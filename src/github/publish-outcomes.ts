// Sends out what was checked: the records as artifacts, comments and labels where they are asked for.

import type { Client } from '../api/create-client.ts'
import { withDeadline } from '../api/with-deadline.ts'
import type { Annotation } from '../report/annotation.ts'
import { readAttemptStart } from './api/read-attempt-start.ts'
import type { CheckedTarget } from './check-target.ts'
import type { Inputs } from './event/inputs.ts'
import type { Context } from './event/read-context.ts'
import { type Publication, publishArtifact } from './publish/publish-artifact.ts'
import type { ArtifactClient } from './publish/upload-record.ts'

export interface PublishOptions {
  context: Context
  inputs: Inputs
  connect: (signal: AbortSignal, writes?: boolean) => Client
  loadingClient: Promise<ArtifactClient> | null
}

export interface PublishedTarget extends CheckedTarget {
  artifact: Publication['artifact']
  /** True when an upload error must fail the step. */
  isUploadFailed: boolean
}

/** For comments and labels of one pull request, in milliseconds. */
const longestFeedback = 30_000
/** More for each further one, as writes are a second apart. */
const moreFeedback = 3000

/** Publishes all of `checked` at once. Never rejects: what went wrong is among the messages. */
export async function publishOutcomes(
  checked: readonly CheckedTarget[],
  { context, inputs, connect, loadingClient }: PublishOptions,
): Promise<PublishedTarget[]> {
  const [publications, feedback] = await Promise.all([
    Promise.all(
      checked.map((target) =>
        publishArtifact({
          inputs: target.inputs,
          context,
          file: target.file,
          loadingClient,
          readAttemptStart: () =>
            withDeadline(10_000, (signal) => readAttemptStart(connect(signal), context)),
        }),
      ),
    ),
    publishFeedback(checked, { context, inputs, connect }),
  ])
  return checked.map((target, index) => {
    const publication = publications[index]
    return {
      ...target,
      messages: [...target.messages, ...(publication?.annotations ?? []), ...(feedback[index] ?? [])],
      artifact: publication?.artifact ?? null,
      isUploadFailed: publication?.isFailed ?? false,
    }
  })
}

/** One writer for all, so that its writes keep the distance that GitHub asks for. The run's inputs name the comment. */
async function publishFeedback(
  checked: readonly CheckedTarget[],
  { context, inputs, connect }: Omit<PublishOptions, 'loadingClient'>,
): Promise<Annotation[][]> {
  if (checked.length === 0) return []
  const core = await import('./core.ts')
  return withDeadline(longestFeedback + moreFeedback * (checked.length - 1), (signal) => {
    const clients = { reader: connect(signal), writer: connect(signal, true) }
    return Promise.all(
      checked.map(async ({ record }) => {
        const notices = await core.publishFeedback({ ...clients, inputs, context, record })
        return notices.map((message): Annotation => ({ level: 'notice', title: 'ai-worklog', message }))
      }),
    )
  })
}
