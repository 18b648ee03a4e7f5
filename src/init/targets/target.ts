// A part of the set-up: what it would change to be there, and to be gone.

import type { Mode } from '../../core/policy/policy.ts'
import type { Part, Plan } from '../plan.ts'
import type { Repository } from '../repository.ts'

export interface TargetOptions {
  /** Of the policy; null for the one it has, and `warn` for a new one. */
  mode: Mode | null
  /** Overwrite and remove also what a human edited. */
  force: boolean
  /** The agents whose hooks are set up; null for those that the repository shows traces of. */
  hookAgents: readonly string[] | null
}

export interface Target {
  part: Part
  install(repository: Repository, options: TargetOptions): Promise<Plan>
  uninstall(repository: Repository, options: TargetOptions): Promise<Plan>
}
