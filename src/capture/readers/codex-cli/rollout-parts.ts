// What the events of a rollout are put into.

import type { SessionBuilder } from '../../session/session-builder.ts'
import type { Calls } from './calls.ts'
import type { Messages } from './messages.ts'

export interface RolloutParts {
  readonly builder: SessionBuilder
  readonly calls: Calls
  readonly messages: Messages
  /** Whether the prompts come from another agent or from Codex itself. */
  readonly isSubagent: boolean
}
