// Sets the action's outputs. They hold numbers, ids and words of closed lists only: text as written in a
// pull request would run as code in the first workflow that puts an output into a script.

import { setOutput } from '@actions/core'
import type { Result } from '../../core/check-pull-request.ts'
import type { WorklogRecord } from '../../core/record/schema.ts'

export interface Outputs {
  result?: Result
  /** One for each pull request that could be checked. */
  records?: readonly WorklogRecord[]
  /** Their files, in the same order; without those that could not be written. */
  recordPaths?: readonly string[]
  artifacts?: readonly { id: number; url: string }[]
}

/**
 * Sets the outputs that are known by now; a workflow reads the others as empty. Of several records the outputs hold
 * what asks for most attention, and paths, ids and URLs one a line.
 */
export function setOutputs({ result, records = [], recordPaths = [], artifacts = [] }: Outputs): void {
  if (result !== undefined) setOutput('result', result)
  if (records.length > 0) {
    setOutput('ai-use', combineAiUse(records))
    setOutput('tools', [...new Set(records.flatMap(listTools))].join(','))
    setOutput('completeness', Math.min(...records.map(({ completeness }) => completeness.score)))
  }
  if (recordPaths.length > 0) setOutput('record-path', recordPaths.join('\n'))
  if (artifacts.length > 0) {
    setOutput('artifact-id', artifacts.map(({ id }) => id).join('\n'))
    setOutput('artifact-url', artifacts.map(({ url }) => url).join('\n'))
  }
}

/** `none` only when every record says so. */
function combineAiUse(records: readonly WorklogRecord[]): WorklogRecord['ai_use'] {
  const found = new Set(records.map(({ ai_use }) => ai_use))
  return found.has('used') ? 'used' : found.has('unknown') ? 'unknown' : 'none'
}

function listTools({ tools }: WorklogRecord): string[] {
  return tools.flatMap((tool) => tool.tool_id ?? [])
}
