// What the policy wants left out is left out here, before anything is redacted, written or shown.

import type { Privacy } from '../policy/privacy-policy.ts'
import type { PullRequest } from '../pull-request.ts'
import type { WorklogRecord } from '../record/schema.ts'
import { omitAuthor } from './omit-author.ts'
import { omitPrompts } from './omit-prompts.ts'

/** `record`, which was made of `pullRequest`, without what `privacy` wants left out; it says so itself. */
export function applyPrivacy(
  record: WorklogRecord,
  privacy: Privacy,
  pullRequest: PullRequest,
): WorklogRecord {
  let clean = record
  if (privacy.prompts !== 'full') clean = omitPrompts(clean, privacy.prompts === 'length')
  if (privacy.author === 'omit') clean = omitAuthor(clean, pullRequest)
  return { ...clean, privacy: { prompts: privacy.prompts, author: privacy.author } }
}
