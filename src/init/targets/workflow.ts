// `.github/workflows/ai-worklog.yml`, unless a workflow of any name already runs the action.

import { addStamp } from '../edit/stamp.ts'
import { findWorkflow, workflowFolder } from '../find-workflow.ts'
import { planNote } from '../plan.ts'
import { loadExample } from '../texts/load-example.ts'
import type { Target } from './target.ts'
import { planFile, planNoFile, type WholeFile } from './whole-file.ts'

const file: WholeFile = {
  part: 'workflow',
  path: `${workflowFolder}/ai-worklog.yml`,
  write: () => addStamp(loadExample('workflows/warn.yml')),
}

const foreign =
  'does not run `ai-worklog/ai-worklog`, and no other workflow does: add the step to one, or rename this file, then run `ai-worklog init` again'

export const workflowTarget: Target = {
  part: 'workflow',
  async install(repository) {
    const found = await findWorkflow(repository)
    if (found === null) return planFile(repository, { ...file, refuse: async () => foreign })
    if (found.path === file.path) return planFile(repository, file)
    return planNote('workflow', found.path, 'kept', 'already runs the check, so no second workflow is added')
  },
  uninstall: (repository, { force }) => planNoFile(repository, file, force),
}
