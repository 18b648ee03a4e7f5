// The starter policy, with a mode.

import { type Mode, modes } from '../../core/policy/policy.ts'
import { addStamp } from '../edit/stamp.ts'
import { loadExample } from './load-example.ts'

const line = /^mode: (\w+)(?=\r?$)/m

/** The text of `.github/ai-worklog.yml`, stamped as it is with the mode `warn`. */
export function createPolicyText(mode: Mode): string {
  return withPolicyMode(addStamp(loadExample('init/policy.yml')), mode)
}

/** `text` with `mode` in place of its own. */
export function withPolicyMode(text: string, mode: Mode): string {
  return text.replace(line, `mode: ${mode}`)
}

/** The mode of `text`, or null. */
export function readPolicyMode(text: string): Mode | null {
  const word = line.exec(text)?.[1]
  return modes.find((mode) => mode === word) ?? null
}
