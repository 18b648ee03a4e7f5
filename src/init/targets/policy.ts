// `.github/ai-worklog.yml`: a starter policy with comments, unless the workflow names another.

import { findWorkflow } from '../find-workflow.ts'
import { planNote } from '../plan.ts'
import type { Repository } from '../repository.ts'
import { createPolicyText, readPolicyMode, withPolicyMode } from '../texts/policy-text.ts'
import type { Target, TargetOptions } from './target.ts'
import { planFile, planNoFile, type WholeFile } from './whole-file.ts'

const path = '.github/ai-worklog.yml'

export const policyTarget: Target = {
  part: 'policy',
  async install(repository, { mode }) {
    const workflow = await findWorkflow(repository)
    if (workflow?.policy && workflow.policy !== path) {
      return planNote('policy', workflow.path, 'kept', 'names a policy, so none is added')
    }
    const other = await findMisnamed(repository)
    if (other !== null) {
      return planNote('policy', other, 'blocked', `is not read: rename it to \`${path}\``)
    }
    return planFile(repository, createFile(mode))
  },
  uninstall: (repository, { mode, force }) => planNoFile(repository, createFile(mode), force),
}

/** A policy that nobody edited but for its mode stays ours, and keeps that mode. */
function createFile(mode: TargetOptions['mode']): WholeFile {
  return {
    part: 'policy',
    path,
    write: (before) => createPolicyText((before === null ? null : readPolicyMode(before)) ?? mode),
    settle: (text) => withPolicyMode(text, 'warn'),
    refuse: findProblem,
  }
}

/** The policy with the other ending of YAML files, where the right one is missing. */
async function findMisnamed(repository: Repository): Promise<string | null> {
  const other = path.replace(/yml$/, 'yaml')
  if ((await repository.read(path)).kind !== 'missing') return null
  return (await repository.read(other)).kind === 'text' ? other : null
}

async function findProblem(text: string): Promise<string | null> {
  const { readPolicy } = await import('../../core/policy/read-policy.ts')
  const [problem] = readPolicy([{ file: path, text }]).problems
  return problem === undefined
    ? null
    : `is no valid policy: ${problem.line}:${problem.column}: ${problem.message}`
}
