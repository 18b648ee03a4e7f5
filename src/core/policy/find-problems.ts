// Runs the rules and turns what they report into the findings of a record.

import type { Place } from '../document/place.ts'
import type { WorklogRecord } from '../record/schema.ts'
import type { Severity } from './policy.ts'
import type { PolicyProblem } from './policy-problem.ts'
import type { RuleFinding, Subject } from './rule.ts'
import { rules } from './rules/rules.ts'

/** The findings of `subject`, and one for each problem of the policy file; sorted by place. */
export function findProblems(
  subject: Subject,
  policyProblems: readonly PolicyProblem[],
): WorklogRecord['findings'] {
  const found: Unnumbered[] = policyProblems.map(({ file, line, column, message }) => ({
    rule: 'invalid-policy',
    severity: 'error',
    reason: `${file}:${line}:${column}: ${message}`,
    place: null,
    expected: 'A policy that can be read, as in docs/policy.md; until then the default policy is used',
  }))
  for (const rule of rules) {
    const severity = subject.policy.rules[rule.id]
    if (severity === 'off') continue
    for (const finding of rule.check(subject)) found.push({ rule: rule.id, severity, ...finding })
  }
  return found
    .sort((a, b) => order(a.place) - order(b.place))
    .map((finding, index) => ({ seq: index + 1, ...finding }))
}

type Unnumbered = RuleFinding & { rule: string; severity: Severity }

/** What has no place comes first, then the body from its start, then commits. */
function order(place: Place | null): number {
  if (!place) return -1
  const offset = place.start?.offset ?? 0
  return place.source === 'body' ? offset : 1e9 + offset
}
