// Every part of the set-up, in the order in which it is shown.

import { agentsTarget } from './agents.ts'
import { hooksTarget } from './hooks.ts'
import { policyTarget } from './policy.ts'
import type { Target } from './target.ts'
import { templateTarget } from './template.ts'
import { workflowTarget } from './workflow.ts'

export const targets: readonly Target[] = [
  workflowTarget,
  policyTarget,
  templateTarget,
  agentsTarget,
  hooksTarget,
]
