// Findings, mode and exemptions to the verdict.

import { type Exemption, isExempt } from '../exempt/find-exemptions.ts'
import type { Mode, Severity } from './policy.ts'

/**
 * `skipped` when exempt; `fail` only in `enforce`, on an error, and not beside an override; anything but `info` warns;
 * a mode never changes a severity.
 */
export function decideResult(
  mode: Mode,
  findings: readonly { severity: Severity }[],
  exemptions: readonly Exemption[],
): 'pass' | 'warn' | 'fail' | 'skipped' {
  if (isExempt(exemptions)) return 'skipped'
  const isFailure = mode === 'enforce' && findings.some(({ severity }) => severity === 'error')
  // Whatever else is exempt is so by `exempt`: what is left is an override.
  if (isFailure && exemptions.length === 0) return 'fail'
  return findings.some(({ severity }) => severity !== 'info') ? 'warn' : 'pass'
}
