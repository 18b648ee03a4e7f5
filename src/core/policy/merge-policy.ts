// Lays one policy file over a policy. Order matters: the file wins.

import { mergeConsent } from './consent-policy.ts'
import type { Policy } from './policy.ts'
import type { PolicyFile } from './policy-schema.ts'
import { mergePrivacy } from './privacy-policy.ts'
import { mergeTrailers } from './trailers/trailer-policy.ts'

/**
 * `base` with what `file` says: `mode` and each key of `require` and `exempt` are replaced, `rules` are merged rule by rule,
 * and so are the lists of `vocabulary` and `redact`. Of `privacy` and `consent` the stricter holds.
 */
export function mergePolicy(base: Policy, file: PolicyFile): Policy {
  return {
    mode: file.mode ?? base.mode,
    require: { ...base.require, ...file.require },
    trailers: mergeTrailers(base.trailers, file.trailers),
    privacy: mergePrivacy(base.privacy, file.privacy),
    consent: mergeConsent(base.consent, file.consent),
    vocabulary: {
      ...base.vocabulary,
      ...file.vocabulary,
      headings: { ...base.vocabulary.headings, ...file.vocabulary?.headings },
      labels: { ...base.vocabulary.labels, ...file.vocabulary?.labels },
    },
    exempt: { ...base.exempt, ...file.exempt },
    redact: { ...base.redact, ...file.redact },
    rules: { ...base.rules, ...file.rules },
  }
}
