// Findings as annotations.

import type { WorklogRecord } from '../core/record/schema.ts'
import type { Annotation } from './annotation.ts'

type Finding = WorklogRecord['findings'][number]

/**
 * Only what fails the check, whose verdict is `result`, is shown as an error, and of a pull request that is closed
 * everything as a notice: nobody is asked to mend it.
 */
export function toAnnotations(
  findings: readonly Finding[],
  result: WorklogRecord['policy']['result'],
  isClosed = false,
): Annotation[] {
  const worst = result === 'fail' ? 'error' : 'warning'
  return findings.map((finding) => ({
    level:
      isClosed || finding.severity === 'info' ? 'notice' : finding.severity === 'error' ? worst : 'warning',
    title: `ai-worklog: ${finding.rule}`,
    message: describe(finding),
  }))
}

function describe({ reason, place, expected }: Finding): string {
  const line = place?.start?.line
  const where =
    place === null || line === undefined
      ? ''
      : place.source === 'body'
        ? ` (line ${line} of the description)`
        : ` (line ${line} of the message of ${place.commit_sha?.slice(0, 7) ?? place.source})`
  return `${reason}${where}${expected === null ? '' : `\n${expected}`}`
}
