// `.github/workflows/ai-worklog.yml`, unless a workflow of any name already runs the action.

import { isJsonObject, type JsonObject, readObject, readObjects, readString } from '../../core/json.ts'
import { planNote } from '../plan.ts'
import type { Repository } from '../repository.ts'
import { loadExample } from '../texts/load-example.ts'
import type { Target } from './target.ts'
import { planFile, planNoFile } from './whole-file.ts'

const folder = '.github/workflows'
const path = `${folder}/ai-worklog.yml`
const readText = () => loadExample('workflows/warn.yml')

export const workflowTarget: Target = {
  part: 'workflow',
  async install(repository) {
    const other = await findWorkflow(repository)
    if (other === null) return planFile(repository, 'workflow', path, readText())
    const text =
      other === path ? 'is there already' : 'already runs the check, so no second workflow is added'
    return planNote('workflow', other, 'kept', text)
  },
  uninstall: (repository, { force }) => planNoFile(repository, 'workflow', path, [readText()], force),
}

/** The workflow that runs the action or a shared workflow of ours, or null. One that is no YAML runs nothing. */
async function findWorkflow(repository: Repository): Promise<string | null> {
  const { parse } = await import('yaml')
  for (const name of await repository.list(folder)) {
    if (!/\.ya?ml$/.test(name)) continue
    const state = await repository.read(`${folder}/${name}`)
    if (state.kind !== 'text') continue
    try {
      const value: unknown = parse(state.text, { maxAliasCount: 100 })
      if (isJsonObject(value) && usesAction(value)) return `${folder}/${name}`
    } catch {
      // Not ours to judge.
    }
  }
  return null
}

function usesAction(workflow: JsonObject): boolean {
  const jobs = readObject(workflow, 'jobs')
  return Object.values(jobs ?? {})
    .filter(isJsonObject)
    .some((job) => isOurs(job) || readObjects(job, 'steps').some(isOurs))
}

/** The check itself, or the workflow file in it; not `ai-worklog/ai-worklog/dataset`. */
function isOurs(step: JsonObject): boolean {
  return /^ai-worklog\/ai-worklog(?:\/\.github\/workflows\/[^@]+)?@/i.test(readString(step, 'uses') ?? '')
}
