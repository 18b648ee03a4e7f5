// Sets the action's outputs: versions, numbers, and paths and addresses of ours, never what a pull request says.

import { setOutput } from '@actions/core'
import type { BuildOutcome } from '../../dataset/build/build-dataset.ts'
import type { ResultPaths } from './keep-results.ts'

/** An output that is empty is what there is not; without `artifact` those of it stay empty. */
export function setDatasetOutputs(
  { version, isNew, facts }: Pick<BuildOutcome, 'version' | 'isNew' | 'facts'>,
  { dataset, report }: ResultPaths,
  artifact: { id: number; url: string } | null = null,
): void {
  if (artifact !== null) {
    setOutput('artifact-id', artifact.id)
    setOutput('artifact-url', artifact.url)
    return
  }
  setOutput('version', version ?? '')
  setOutput('new', isNew)
  setOutput(
    'records',
    facts.consent.reduce((sum, { count }) => sum + count, 0),
  )
  setOutput('dataset-path', dataset ?? '')
  setOutput('report-path', report)
}
