// The starter policy, with a mode.

import type { Mode } from '../../core/policy/policy.ts'
import { loadExample } from './load-example.ts'

/** The text of `.github/ai-worklog.yml`. */
export function createPolicyText(mode: Mode): string {
  return loadExample('init/policy.yml').replace(/^mode: warn$/m, `mode: ${mode}`)
}
