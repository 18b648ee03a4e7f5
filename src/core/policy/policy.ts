// What a policy decides, complete and checked: the form every rule and the verdict read.

import type { ExemptPolicy } from '../exempt/exempt-policy.ts'
import type { SectionName } from '../record/section-name.ts'
import type { OwnPatterns } from '../redact/compile-patterns.ts'
import type { OwnWords } from '../vocabulary/own-words.ts'
import type { PolicyConsent } from './consent-policy.ts'
import type { Privacy } from './privacy-policy.ts'
import type { RuleId } from './rule-id.ts'
import type { TrailerPolicy } from './trailers/trailer-policy.ts'

/** `observe` records only, `warn` also annotates, `enforce` also fails: the least strict first. */
export const modes = ['observe', 'warn', 'enforce'] as const
export type Mode = (typeof modes)[number]

export type Severity = 'info' | 'warning' | 'error'

export interface Policy {
  mode: Mode
  require: {
    /** Whether every pull request must say if AI was used, even without a trace of it. */
    statement: boolean
    /** The sections a pull request needs when AI was used. */
    sections: readonly SectionName[]
  }
  /** Which trailers of AI tools commits must, may or must not have. */
  trailers: TrailerPolicy
  privacy: Privacy
  consent: PolicyConsent
  /** The repository's own titles, labels, denials and placeholders. */
  vocabulary: OwnWords
  /** Whom and what the other rules do not ask. */
  exempt: ExemptPolicy
  /** The repository's own patterns of what is redacted and what is not. */
  redact: OwnPatterns
  rules: Readonly<Record<RuleId, Severity | 'off'>>
}
