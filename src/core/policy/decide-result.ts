// Findings and mode to the verdict.

import type { Mode, Severity } from './policy.ts'

/** `fail` only in `enforce`, on an error; anything but `info` warns; a mode never changes a severity. */
export function decideResult(
  mode: Mode,
  findings: readonly { severity: Severity }[],
): 'pass' | 'warn' | 'fail' {
  if (mode === 'enforce' && findings.some(({ severity }) => severity === 'error')) return 'fail'
  return findings.some(({ severity }) => severity !== 'info') ? 'warn' : 'pass'
}
