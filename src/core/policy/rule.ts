// What a rule is: a documented check of one record that reports findings and throws nothing.

import type { Place } from '../document/place.ts'
import type { Extraction } from '../extract/extraction.ts'
import type { WorklogRecord } from '../record/schema.ts'
import type { Redaction } from '../redact/redaction.ts'
import type { Policy } from './policy.ts'
import type { RuleId } from './rule-id.ts'

/** What a rule reports; the policy adds the severity. */
export interface RuleFinding {
  /** What is wrong, in one sentence without a full stop. */
  reason: string
  place: Place | null
  /** What was expected instead. */
  expected: string
}

/** What a rule may look at. */
export interface Subject {
  record: Omit<WorklogRecord, 'findings'>
  extraction: Extraction
  policy: Policy
  /** What the policy and the run add to the rules of redaction. */
  redaction: Redaction
}

/** One pull request and what the rule says of it: documentation and test at once. */
interface RuleExample {
  title: string
  body: string
  commits?: readonly string[]
  /** The repository's pull-request template. */
  template?: string
  policy?: Partial<Pick<Policy, 'require' | 'trailers'>>
  /** The reasons of this rule's findings, in order. */
  findings: readonly string[]
}

export interface Rule {
  id: RuleId
  /** What it reports, and when: one sentence. */
  summary: string
  examples: readonly RuleExample[]
  check(subject: Subject): RuleFinding[]
}
