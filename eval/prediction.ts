// What a reader found in one text, in the terms of the labels.

import { extractRecord } from '../src/core/extract-record.ts'
import { createPullRequest, type PullRequest } from '../src/core/pull-request.ts'
import type { WorklogRecord } from '../src/core/record/schema.ts'
import type { LabelledCase } from './labelled-case.ts'

/** A tool as it was found; `tool_id` is null for one the reader does not know. */
export interface FoundTool {
  tool_id: string | null
  name: string
  model: string | null
}

/** One reading. */
export interface Prediction {
  uses_ai: boolean | null
  tools: FoundTool[]
  /** The tool ids of all traces, that of a branch's name included. */
  traces: (string | null)[]
  prompts: string[]
  failures: string[]
  corrections: string[]
  attestation: boolean | null
}

/** How a labelled text is handed to a reader. */
export type Form = 'as written' | 'as body' | 'as commit'

/** The pull request that holds a labelled text. `as written`: commit messages are commits, the rest is a body. */
export function toPullRequest({ kind, title, text }: LabelledCase, form: Form): PullRequest {
  if (form === 'as commit' || (form === 'as written' && kind === 'commit-prompt')) {
    const commit = { sha: '0'.repeat(40), message: `${title}\n\n${text}`, author: null, committer: null }
    return createPullRequest({ body: '', commits: [commit] })
  }
  return createPullRequest({ title, body: text })
}

/** Reads a pull request with the project's own reader. */
export function predict(pullRequest: PullRequest): Prediction {
  return toPrediction(
    extractRecord(pullRequest, { generatedAt: '2026-01-01T00:00:00.000Z', version: '0.0.0' }),
  )
}

const answers = { used: true, none: false, unknown: null } as const

function toPrediction(record: WorklogRecord): Prediction {
  return {
    uses_ai: answers[record.ai_use],
    tools: record.tools.map(({ tool_id, name, model }) => ({ tool_id, name, model })),
    traces: record.signals.map(({ tool_id }) => tool_id),
    prompts: record.prompts.map(({ text }) => text ?? ''),
    failures: record.failures.map(({ summary }) => summary),
    corrections: record.corrections.map(({ summary }) => summary),
    attestation: record.review.human_reviewed,
  }
}
