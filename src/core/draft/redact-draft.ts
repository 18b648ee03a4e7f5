// A draft without secrets and personal data, and without what the policy keeps out of records.

import type { Policy } from '../policy/policy.ts'
import { createPromptCut } from '../privacy/omit-prompts.ts'
import { version } from '../record/version.ts'
import { redactText } from '../redact/redact-text.ts'
import type { Redaction } from '../redact/redaction.ts'
import { refuseSecrets } from '../redact/refuse-secrets.ts'
import type { Draft } from './draft.ts'
import { mapDraft } from './map-draft.ts'
import { toOneLine, toPlainText } from './plain-text.ts'
import { renderDraft } from './render-draft.ts'

/**
 * What the policy's `privacy.prompts` leaves of `draft`, every text redacted. Equal texts give equal results in every
 * draft, so that marks have no numbers. Throws a RedactionError when its Markdown still holds a secret.
 */
export function redactDraft(draft: Draft, privacy: Policy['privacy'], redaction: Redaction): Draft {
  const isFull = privacy.prompts === 'full'
  const cut = isFull ? (text: string) => text : createPromptCut(draft.prompts.map(({ text }) => text))
  // What is shown on one line is looked at as one line.
  const line = (text: string) => redactText(cut(toOneLine(text)), redaction)
  const block = (text: string) => redactText(cut(toPlainText(text)), redaction)
  const promptsLeftOut = draft.promptsLeftOut === true || draft.prompts.length > 0
  const clean = mapDraft(isFull ? draft : { ...draft, prompts: [], promptsLeftOut }, line, block)
  refuseSecrets(renderDraft(clean, { version }), redaction)
  return clean
}
