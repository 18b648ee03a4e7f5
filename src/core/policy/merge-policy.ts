// Lays one policy file over a policy. Order matters: the file wins.

import type { Policy } from './policy.ts'
import type { PolicyFile } from './policy-schema.ts'

/**
 * `base` with what `file` says: `mode` and each key of `require` and `exempt` are replaced, `rules` are merged rule by rule,
 * and so are the lists of `vocabulary` and `redact`.
 */
export function mergePolicy(base: Policy, file: PolicyFile): Policy {
  return {
    mode: file.mode ?? base.mode,
    require: { ...base.require, ...file.require },
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
