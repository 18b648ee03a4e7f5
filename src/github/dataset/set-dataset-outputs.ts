// Sets the action's outputs: versions, numbers, and paths and addresses of ours, never what a pull request says.

import { setOutput } from '@actions/core'
import type { BuildOutcome } from '../../dataset/build/build-dataset.ts'
import type { ResultPaths } from './keep-results.ts'

/** An output that is empty is what there is not. */
export function setDatasetOutputs(
  { version, isNew, facts }: Pick<BuildOutcome, 'version' | 'isNew' | 'facts'>,
  { dataset, report }: ResultPaths,
): void {
  setOutput('version', version ?? '')
  setOutput('new', isNew)
  setOutput(
    'records',
    facts.consent.reduce((sum, { count }) => sum + count, 0),
  )
  setOutput('dataset-path', dataset ?? '')
  setOutput('report-path', report)
}

/** Without an upload a workflow reads them as empty. */
export function setArtifactOutputs({ id, url }: { id: number; url: string }): void {
  setOutput('artifact-id', id)
  setOutput('artifact-url', url)
}
