// What a policy decides, complete and checked: the form every rule and the verdict read.

import type { SectionName } from '../record/section-name.ts'
import type { OwnWords } from '../vocabulary/own-words.ts'
import type { PolicyConsent } from './consent-policy.ts'
import type { Privacy } from './privacy-policy.ts'
import type { RuleId } from './rule-id.ts'
import type { TrailerPolicy } from './trailers/trailer-policy.ts'

/** `observe` records only, `warn` also annotates, `enforce` also fails. */
export type Mode = 'observe' | 'warn' | 'enforce'

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
  rules: Readonly<Record<RuleId, Severity | 'off'>>
}
