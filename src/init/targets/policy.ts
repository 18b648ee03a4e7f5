// `.github/ai-worklog.yml`: a starter policy with comments. An existing policy is the repository's own.

import { createPolicyText } from '../texts/policy-text.ts'
import type { Target } from './target.ts'
import { planFile, planNoFile } from './whole-file.ts'

const path = '.github/ai-worklog.yml'
const modes = ['observe', 'warn', 'enforce'] as const

export const policyTarget: Target = {
  part: 'policy',
  install: (repository, { mode }) => planFile(repository, 'policy', path, createPolicyText(mode)),
  uninstall: (repository, { force }) =>
    planNoFile(repository, 'policy', path, modes.map(createPolicyText), force),
}
