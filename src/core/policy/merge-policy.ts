// Lays one policy file over a policy. Order matters: the file wins.

import type { Policy } from './policy.ts'
import type { PolicyFile } from './policy-schema.ts'

/** `base` with what `file` says: `mode` and each key of `require` are replaced, `rules` are merged per rule. */
export function mergePolicy(base: Policy, file: PolicyFile): Policy {
  return {
    mode: file.mode ?? base.mode,
    require: { ...base.require, ...file.require },
    rules: { ...base.rules, ...file.rules },
  }
}
