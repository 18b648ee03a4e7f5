// The ordered list: where two rules know the same text, the first one names it.

import type { RedactionRule } from '../rule.ts'
import { assignmentRules } from './assignments.ts'
import { contextRules } from './context.ts'
import { keyRules } from './keys.ts'
import { personalRules } from './personal.ts'
import { privateKeyRules } from './private-keys.ts'

/** Version of the rules; records carry it as `redaction.ruleset`. */
export const ruleset = '1'

export const secretRules: readonly RedactionRule[] = [
  ...privateKeyRules,
  ...keyRules,
  ...contextRules,
  ...assignmentRules,
]

export const rules: readonly RedactionRule[] = [...secretRules, ...personalRules]
