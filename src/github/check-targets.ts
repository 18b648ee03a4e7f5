// The pull requests of one run, one after the other: one that cannot be checked does not stop the others.

import { cutText } from '../report/cut-text.ts'
import {
  type CheckedTarget,
  type CheckTargetOptions,
  checkTarget,
  type FailedTarget,
} from './check-target.ts'
import type { Inputs } from './event/inputs.ts'
import type { Targets } from './event/target.ts'
import { explainFailure } from './explain-failure.ts'

/** In milliseconds. */
const longestReading = 30_000
/** Of all pull requests together, in milliseconds. GitHub takes less than a second for one. */
const longestReadingOfAll = 60_000

/** The outcome of each of `targets`, in order. Never rejects. */
export async function checkTargets(
  { targets, areMany }: Targets,
  options: Omit<CheckTargetOptions, 'longestReading'>,
): Promise<(CheckedTarget | FailedTarget)[]> {
  const end = performance.now() + longestReadingOfAll
  const outcomes: (CheckedTarget | FailedTarget)[] = []
  for (const target of targets) {
    try {
      const inputs = areMany ? nameApart(options.inputs, target.number) : options.inputs
      const left = Math.max(0, end - performance.now())
      const limits = { longestReading: Math.min(longestReading, left) }
      outcomes.push(await checkTarget(target, { ...options, ...limits, inputs }))
    } catch (error) {
      outcomes.push({ number: target.number, failure: explainFailure(error, options.log), isFatal: true })
    }
  }
  return outcomes
}

/** `<artifact-name>-pr-<number>`, within what the artifact service takes. */
function nameApart(inputs: Inputs, number: number): Inputs {
  const suffix = `-pr-${number}`
  return { ...inputs, artifactName: `${cutText(inputs.artifactName, 200 - suffix.length)}${suffix}` }
}
