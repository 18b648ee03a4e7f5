// Runs the rules and turns what they report into the findings of a record.

import type { Place } from '../document/place.ts'
import { maxFindings } from '../record/limit-rows.ts'
import type { WorklogRecord } from '../record/schema.ts'
import type { Severity } from './policy.ts'
import type { PolicyProblem } from './policy-problem.ts'
import type { RuleFinding, Subject } from './rule.ts'
import { rules } from './rules/rules.ts'

/**
 * The findings of `subject`, and one for each problem of the policy file; sorted by place. When there are more than a
 * record holds, the least severe and the last are left out, and the first finding says so.
 */
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
  const sorted = found.sort((a, b) => order(a.place) - order(b.place))
  return cut(sorted).map((finding, index) => ({ seq: index + 1, ...finding }))
}

function cut(sorted: readonly Unnumbered[]): Unnumbered[] {
  if (sorted.length <= maxFindings) return [...sorted]
  const ranked = sorted.toSorted((a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity))
  const kept = new Set(ranked.slice(0, maxFindings - 1))
  const [first] = ranked.slice(kept.size)
  const severity = first?.severity ?? 'info'
  return [
    {
      rule: 'too-many-findings',
      severity,
      reason: `Cut here: ${sorted.length - kept.size} more findings are not listed`,
      place: null,
      expected: 'What the listed findings ask for; the check then lists the others',
    },
    ...sorted.filter((finding) => kept.has(finding)),
  ]
}

const severities: readonly Severity[] = ['error', 'warning', 'info']

type Unnumbered = RuleFinding & { rule: string; severity: Severity }

/** What has no place comes first, then the body from its start, then commits. */
function order(place: Place | null): number {
  if (!place) return -1
  const offset = place.start?.offset ?? 0
  return place.source === 'body' ? offset : 1e9 + offset
}
