// What is written on the pull request itself, where the inputs ask for it. It is a courtesy: what cannot be written
// is a notice and never changes the verdict.

import { type ApiFailure, remedyFor, toApiFailure } from '../../api/api-failure.ts'
import type { Client } from '../../api/create-client.ts'
import type { WorklogRecord } from '../../core/record/schema.ts'
import type { RedactedRecord } from '../../core/redact/redacted.ts'
import { renderComment } from '../../core/render/render-comment.ts'
import type { Inputs } from '../event/inputs.ts'
import type { Context } from '../event/read-context.ts'
import { publishComment } from './publish-comment.ts'
import { publishLabel } from './publish-label.ts'

export interface FeedbackOptions {
  inputs: Inputs
  context: Context
  /** Redacted, as all that leaves. */
  record: RedactedRecord
  reader: Client
  writer: Client
}

/** Comments and labels. Gives a notice for each reason why that failed; never rejects. */
export async function publishFeedback(options: FeedbackOptions): Promise<string[]> {
  const { inputs, context, record, reader, writer } = options
  const { comment: mayComment, label: name, githubToken } = inputs
  const number = record.source.pr_number
  if (number === null || (!mayComment && name === null)) return []
  if (githubToken === '') return ['Comments and labels need a token: give the input `github-token`.']
  const comment = renderComment(record)
  const conversation = { repository: context.repository, number }
  const isOpen = record.source.state !== 'closed'
  const failures = new Map<string, string[]>()
  const attempt = async (what: string, work: () => Promise<void>) => {
    try {
      await work()
    } catch (error) {
      const why = explain(error, record)
      failures.set(why, [...(failures.get(why) ?? []), what])
    }
  }
  if (mayComment) {
    const marker = { name: inputs.artifactName, at: Date.parse(record.generated_at) }
    const { graphqlUrl } = context
    await attempt('comment', () =>
      publishComment({ reader, writer, graphqlUrl, conversation, marker, comment, mayCreate: isOpen }),
    )
  }
  if (name !== null) {
    const isWanted = comment.asks && isOpen
    const present = record.source.labels
    await attempt(isWanted ? 'set the label' : 'remove the label', () =>
      publishLabel({ reader, writer, conversation, name, isWanted, present }),
    )
  }
  return [...failures].map(([why, whats]) => `Cannot ${whats.join(' and ')}: ${why}`)
}

function explain(error: unknown, { source }: WorklogRecord): string {
  // Our own words, not the client's.
  if (error instanceof Error && error.name === 'Error' && !('status' in error)) return `${error.message}.`
  const failure = toApiFailure(error)
  if (isLocked(failure)) return `${failure.reason}. The conversation is locked.`
  const isFork = source.head_repository_id !== source.repository_id
  const hint =
    failure.status === 403 && isFork
      ? ' Under `pull_request` a run for a fork never has it: see “Comment on the pull request” in docs/recipes.md.'
      : ''
  return `${failure.reason}. ${remedyFor(failure, 'pull-requests: write')}${hint}`
}

function isLocked({ status, reason }: ApiFailure): boolean {
  return status === 403 && /\blocked\b/i.test(reason)
}
