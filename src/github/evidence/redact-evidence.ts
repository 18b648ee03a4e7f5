// What of the transcripts in a job may leave it.

import type { Draft } from '../../core/draft/draft.ts'
import { redactDraft } from '../../core/draft/redact-draft.ts'
import type { Policy } from '../../core/policy/policy.ts'
import { listKnownSecrets } from '../../core/redact/list-known-secrets.ts'
import { loadRedaction } from '../../core/redact/load-redaction.ts'
import type { Redaction } from '../../core/redact/redaction.ts'
import { RedactionError } from '../../core/redact/refuse-secrets.ts'
import type { Environment } from '../event/input-reader.ts'
import type { Evidence } from './evidence.ts'

export interface RedactEvidenceOptions extends Pick<Policy, 'privacy' | 'redact'> {
  /** Transcripts may show what stands in it. */
  env: Environment
  token: string
}

/** `evidence` with its draft redacted, or without it when that cannot be done. */
export async function redactEvidence(
  evidence: Evidence,
  { env, token, privacy, redact }: RedactEvidenceOptions,
): Promise<Evidence> {
  const { draft, notices } = evidence
  if (draft === null) return evidence
  const redaction = await loadRedaction(redact, [token, ...listKnownSecrets(env)])
  try {
    return { ...evidence, draft: clean(draft, privacy, redaction) }
  } catch (error) {
    if (!(error instanceof RedactionError)) throw error
    const notice = 'What the transcripts say was left out: a secret in it could not be taken out.'
    return { ...evidence, draft: null, notices: [...notices, notice] }
  }
}

/**
 * Without the wording of prompts elsewhere when `privacy` leaves them out. The prompts themselves stay: the record keeps
 * their number and length, and takes out their texts.
 */
function clean(draft: Draft, privacy: Policy['privacy'], redaction: Redaction): Draft {
  const redacted = redactDraft(draft, privacy, redaction)
  if (privacy.prompts === 'full') return redacted
  const onlyPrompts = { ...draft, tools: [], failures: [], corrections: [] }
  const { prompts } = redactDraft(onlyPrompts, { ...privacy, prompts: 'full' }, redaction)
  return { ...redacted, prompts }
}
