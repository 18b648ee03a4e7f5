// The workflow of a repository that runs the action, whatever its name.

import { isJsonObject, type JsonObject, readObject, readObjects, readString } from '../core/json.ts'
import type { Repository } from './repository.ts'

export const workflowFolder = '.github/workflows'

export interface FoundWorkflow {
  path: string
  /** The policy it names; null when it takes the usual one. */
  policy: string | null
}

/** The first that runs the action or a shared workflow of ours, or null. One that is no YAML runs nothing. */
export async function findWorkflow(repository: Repository): Promise<FoundWorkflow | null> {
  const { parse } = await import('yaml')
  for (const name of await repository.list(workflowFolder)) {
    if (!/\.ya?ml$/.test(name)) continue
    const path = `${workflowFolder}/${name}`
    const state = await repository.read(path)
    if (state.kind !== 'text') continue
    try {
      const value: unknown = parse(state.text, { maxAliasCount: 100 })
      const found = isJsonObject(value) ? listSteps(value).find(isOurs) : undefined
      if (found !== undefined)
        return { path, policy: readString(readObject(found, 'with'), 'policy') || null }
    } catch {
      // Not ours to judge.
    }
  }
  return null
}

/** Everything of `workflow` that may name an action: its jobs and their steps. */
function listSteps(workflow: JsonObject): JsonObject[] {
  return Object.values(readObject(workflow, 'jobs') ?? {})
    .filter(isJsonObject)
    .flatMap((job) => [job, ...readObjects(job, 'steps')])
}

/** The check itself, or the workflow file in it; not `ai-worklog/ai-worklog/dataset`. */
function isOurs(step: JsonObject): boolean {
  return /^ai-worklog\/ai-worklog(?:\/\.github\/workflows\/[^@]+)?@/i.test(readString(step, 'uses') ?? '')
}
