// Whether a description says how AI was used, as the check reads it.

import { extractPullRequest } from '../core/extract/extract-pull-request.ts'
import { createPullRequest, type Template } from '../core/pull-request.ts'
import { noOwnWords, type OwnWords } from '../core/vocabulary/own-words.ts'
import { runBounded } from '../runtime/run-bounded.ts'

const asked: ReadonlySet<string> = new Set(['tools', 'prompts', 'failures', 'corrections'])

/** Whether `body` states AI use or answers a section about it. What stands in `templates` is no answer. */
export function isDocumented(
  body: string,
  templates: readonly Template[] = [],
  words: OwnWords = noOwnWords,
): boolean {
  const { rows } = extractPullRequest(createPullRequest({ body, templates }), words, runBounded)
  if (rows.ai_use_basis === 'statement') return true
  return rows.sections.some(
    ({ name, state }) => asked.has(name) && (state === 'answered' || state === 'denied'),
  )
}
