// Every text of a draft, and nothing else: keys and kinds stay as they are.

import type { Draft } from './draft.ts'

/** `draft` with `line` done to the texts shown on one line, and `block` to prompts and code. What is null stays null. */
export function mapDraft(
  draft: Draft,
  line: (text: string) => string,
  block: (text: string) => string = line,
): Draft {
  const maybe = (text: string | null, change = line) => (text === null ? null : change(text))
  return {
    ...draft,
    tools: draft.tools.map((tool) => ({
      ...tool,
      name: line(tool.name),
      version: maybe(tool.version),
      model: maybe(tool.model),
    })),
    prompts: draft.prompts.map((prompt) => ({ ...prompt, text: block(prompt.text) })),
    failures: draft.failures.map((failure) => ({
      ...failure,
      attempt: maybe(failure.attempt),
      error: maybe(failure.error),
      cause: maybe(failure.cause),
      resolution: maybe(failure.resolution),
    })),
    corrections: draft.corrections.map((correction) => ({
      ...correction,
      what: line(correction.what),
      reason: maybe(correction.reason),
      path: maybe(correction.path),
      before: maybe(correction.before, block),
      after: maybe(correction.after, block),
    })),
  }
}
