// Runs what only tells of a verdict: a full disk or a file that is not there must not take the verdict away.

import type { Annotation } from '../../report/annotation.ts'

/** Runs `work`. When it throws, gives a warning: `Cannot <what>: <reason>`. */
export function attempt(what: string, work: () => void): Annotation[] {
  try {
    work()
    return []
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    return [{ level: 'warning', title: 'ai-worklog', message: `Cannot ${what}: ${reason}.` }]
  }
}
