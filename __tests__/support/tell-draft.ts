// What a record must say of a draft.

import { tellAttempt } from '../../src/core/draft/count-attempts.ts'
import type { Draft } from '../../src/core/draft/draft.ts'
import { toOneLine, toPlainText } from '../../src/core/draft/plain-text.ts'
import type { WorklogRecord } from '../../src/core/record/schema.ts'

/** The rows that `draft` is read back as. */
export function tellDraft({ tools, prompts, failures, corrections }: Draft) {
  const code = (text: string | null) => (text === null ? null : toPlainText(text))
  return {
    tools: tools
      .filter(({ name }) => line(name) !== null)
      .map((tool) => ({ name: line(tool.name), version: line(tool.version), model: line(tool.model) })),
    prompts: prompts
      .filter(({ text }) => text.trim() !== '')
      .map(({ kind, text }) => ({ kind, text: toPlainText(text) })),
    failures: failures
      .map(({ attempt, error, cause, resolution, ...counts }) => ({
        summary:
          tellAttempt({ attempt: line(attempt), ...counts }) ??
          line(error) ??
          line(cause) ??
          line(resolution),
        error: line(error),
        cause: line(cause),
        resolution: line(resolution),
      }))
      .filter(({ summary }) => summary !== null),
    corrections: corrections.map(({ what, reason, path, before, after }) => ({
      summary: line(what),
      reason: line(reason),
      path: line(path),
      before: code(before),
      after: code(after),
    })),
  }
}

type Rows = Pick<WorklogRecord, 'tools' | 'prompts' | 'failures' | 'corrections'>

/** The same of what was read. */
export function tellRows({ tools, prompts, failures, corrections }: Rows) {
  return {
    tools: tools.map(({ name, version, model }) => ({ name, version, model })),
    prompts: prompts.map(({ kind, text }) => ({ kind, text })),
    failures: failures.map(({ summary, error, cause, resolution }) => ({
      summary,
      error,
      cause,
      resolution,
    })),
    corrections: corrections.map(({ summary, reason, path, before, after }) => ({
      summary,
      reason,
      path,
      before,
      after,
    })),
  }
}

function line(text: string | null): string | null {
  const written = text === null ? '' : toOneLine(text)
  return written === '' ? null : written
}
