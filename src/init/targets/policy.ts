// `.github/ai-worklog.yml`: a starter policy with comments, unless the workflow names another.

import type { Mode } from '../../core/policy/policy.ts'
import { findWorkflow } from '../find-workflow.ts'
import { planNote } from '../plan.ts'
import type { Repository } from '../repository.ts'
import { createPolicyText, readPolicyMode, withPolicyMode } from '../texts/policy-text.ts'
import type { Target } from './target.ts'
import { planFile, planNoFile, type WholeFile } from './whole-file.ts'

export const policyPath = '.github/ai-worklog.yml'

export const policyTarget: Target = {
  part: 'policy',
  async install(repository, { mode }) {
    const workflow = await findWorkflow(repository)
    if (workflow?.policy && workflow.policy !== policyPath) {
      return planNote('policy', workflow.path, 'kept', 'names a policy, so none is added')
    }
    const other = await findMisnamed(repository)
    if (other !== null) {
      return planNote('policy', other, 'blocked', `is not read: rename it to \`${policyPath}\``)
    }
    return planFile(repository, createFile(mode))
  },
  uninstall: (repository, { mode, force }) => planNoFile(repository, createFile(mode), force),
}

/** A policy that nobody edited but for its mode stays ours, and keeps that mode unless another is asked for. */
function createFile(mode: Mode | null): WholeFile {
  return {
    part: 'policy',
    path: policyPath,
    write: (before) => createPolicyText(mode ?? readPolicyMode(before ?? '') ?? 'warn'),
    settle: (text) => withPolicyMode(text, 'warn'),
    refuse: async (text) => (await findProblem(text)) ?? refuseMode(readPolicyMode(text), mode),
  }
}

/** The policy with the other ending of YAML files, where the right one is missing. */
async function findMisnamed(repository: Repository): Promise<string | null> {
  const other = policyPath.replace(/yml$/, 'yaml')
  if ((await repository.read(policyPath)).kind !== 'missing') return null
  return (await repository.read(other)).kind === 'text' ? other : null
}

function refuseMode(own: Mode | null, wanted: Mode | null): string | null {
  return own === null || wanted === null || own === wanted
    ? null
    : `is not of \`init\`, or somebody edited it, so its mode stays \`${own}\`: change it there`
}

async function findProblem(text: string): Promise<string | null> {
  const { readPolicy } = await import('../../core/policy/read-policy.ts')
  const [problem] = readPolicy([{ file: policyPath, text }]).problems
  return problem === undefined
    ? null
    : `is no valid policy: ${problem.line}:${problem.column}: ${problem.message}`
}
