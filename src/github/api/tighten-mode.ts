// What the `mode` input may do to the mode of a policy file: make it stricter, never looser, so that the
// workflow of a pull request cannot talk its way out of the base branch's policy.

import { type Mode, modes } from '../../core/policy/policy.ts'

export interface TightenedMode {
  mode: Mode
  /** What to tell the user when the input was not followed. */
  notice: string | null
}

/** `policyFile` is the policy's name in messages; null means there is no file, and the input decides. */
export function tightenMode(policyMode: Mode, input: Mode | null, policyFile: string | null): TightenedMode {
  if (input === null || input === policyMode) return { mode: policyMode, notice: null }
  if (policyFile === null || modes.indexOf(input) > modes.indexOf(policyMode)) {
    return { mode: input, notice: null }
  }
  return {
    mode: policyMode,
    notice: `The input \`mode\` may only tighten the policy: \`${policyFile}\` says \`${policyMode}\`, so \`${input}\` is not followed.`,
  }
}
