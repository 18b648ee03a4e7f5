// The plan of a whole set-up, or of its removal.

import { joinPlans, type Part, type Plan } from './plan.ts'
import type { Repository } from './repository.ts'
import type { TargetOptions } from './targets/target.ts'
import { targets } from './targets/targets.ts'

export interface PlanOptions extends TargetOptions {
  parts: readonly Part[]
  isUninstall: boolean
}

/** What would change in `repository`. Nothing is written. */
export async function makePlan(repository: Repository, options: PlanOptions): Promise<Plan> {
  const plans: Plan[] = []
  for (const target of targets) {
    if (!options.parts.includes(target.part)) continue
    plans.push(await (options.isUninstall ? target.uninstall : target.install)(repository, options))
  }
  return joinPlans(plans)
}
