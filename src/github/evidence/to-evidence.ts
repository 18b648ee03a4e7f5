// What a draft of CI's own reading may hold.

import type { Draft } from '../../core/draft/draft.ts'
import { redactDraft } from '../../core/draft/redact-draft.ts'
import type { Privacy } from '../../core/policy/privacy-policy.ts'
import type { Redaction } from '../../core/redact/redaction.ts'

/**
 * `draft` redacted, and without the wording of its prompts elsewhere when `privacy` leaves them out. The prompts stay:
 * the record keeps their number and length, and takes out their texts. Throws a RedactionError as `redactDraft`.
 */
export function toEvidence(draft: Draft, privacy: Privacy, redaction: Redaction): Draft {
  const clean = redactDraft(draft, privacy, redaction)
  if (privacy.prompts === 'full') return clean
  const { prompts } = redactDraft(
    { ...draft, tools: [], failures: [], corrections: [] },
    { ...privacy, prompts: 'full' },
    redaction,
  )
  return { ...clean, prompts }
}
