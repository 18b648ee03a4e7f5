// What a policy file with problems may still ask to keep from records. It fails closed: a typo must not publish what
// the policy was to leave out.

import { unreadableConsent } from './consent-policy.ts'
import type { Policy } from './policy.ts'
import { strictestPrivacy } from './privacy-policy.ts'
import { suggestValue } from './suggest-value.ts'

/** Policies are shorter; what is longer is not looked through. */
const maxLength = 65_536

/** The strictest of what the text of a file mentions, however it is spelt; nothing of what it does not mention. */
export function salvagePrivacy(text: string): Partial<Pick<Policy, 'privacy' | 'consent'>> {
  const isLong = text.length > maxLength
  const keys = isLong
    ? []
    : new Set([...text.matchAll(/([\w-]{4,16})["' \t]*:/g)].map(([, key]) => key ?? ''))
  const mentions = (name: string) => isLong || [...keys].some((key) => suggestValue(key, [name]) !== null)
  return {
    ...(mentions('privacy') ? { privacy: strictestPrivacy } : {}),
    ...(mentions('consent') ? { consent: unreadableConsent } : {}),
  }
}
