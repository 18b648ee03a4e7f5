// Whether what a human says tells the AI anything about the work.

import { isMereApproval } from './is-mere-approval.ts'
import { isToolCommand } from './is-tool-command.ts'

/** All but approvals, errands and commands to the tool. */
export function steers(text: string): boolean {
  return !isMereApproval(text) && !isToolCommand(text)
}
