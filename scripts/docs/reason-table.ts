// The table of docs/dataset.md that says why a pull request may not be in a dataset.

import { exclusionReasons, explainReason } from '../../src/dataset/publish/exclusion-reasons.ts'
import { createTable } from './markdown-table.ts'

/** The table `dataset-reasons`. */
export function createReasonTable(): Map<string, string> {
  const rows = exclusionReasons.map((reason) => [`\`${reason}\``, explainReason(reason)])
  return new Map([['dataset-reasons', createTable(['Reason', 'Meaning'], rows)]])
}
