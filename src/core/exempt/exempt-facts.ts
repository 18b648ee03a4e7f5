// What an exemption may rest on beside the pull request itself: whoever runs the check looks it up, or leaves it out.

import type { Permission } from './exempt-policy.ts'

export interface ExemptFacts {
  /** What the author may do in the repository; null when that is less than `triage` or not known. */
  permission: Permission | null
  /** Those teams of the policy that the author is in, as the policy spells them. */
  teams: readonly string[]
  /** Who set the override label, null for somebody unknown. Null: that could not be asked, and the label counts for nothing. */
  override: { by: string | null } | null
}

/** Only what stands on the pull request is known; nobody can be asked who set a label. */
export const unasked: ExemptFacts = { permission: null, teams: [], override: { by: null } }
