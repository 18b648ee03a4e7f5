// Sets the action's outputs. They hold numbers, ids and words of closed lists only: text as written in a
// pull request would run as code in the first workflow that puts an output into a script.

import { setOutput } from '@actions/core'
import type { Result } from '../../core/check-pull-request.ts'
import type { WorklogRecord } from '../../core/record/schema.ts'

export interface Outputs {
  result?: Result
  record?: WorklogRecord
  recordPath?: string
  artifact?: { id: number; url: string }
}

/** Sets the outputs that are known by now; a workflow reads the others as empty. */
export function setOutputs({ result, record, recordPath, artifact }: Outputs): void {
  if (result !== undefined) setOutput('result', result)
  if (record !== undefined) {
    setOutput('ai-use', record.ai_use)
    setOutput('tools', [...new Set(record.tools.flatMap((tool) => tool.tool_id ?? []))].join(','))
    setOutput('completeness', record.completeness.score)
  }
  if (recordPath !== undefined) setOutput('record-path', recordPath)
  if (artifact !== undefined) {
    setOutput('artifact-id', artifact.id)
    setOutput('artifact-url', artifact.url)
  }
}
