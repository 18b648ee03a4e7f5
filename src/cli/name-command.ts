// How to start this program again, in commands to copy.

import type { Environment } from './environment.ts'

/** `npx ai-worklog` when npx runs it: then the shell may know no `ai-worklog`. */
export function nameCommand({ env }: Environment): string {
  return env.npm_command === 'exec' ? 'npx ai-worklog' : 'ai-worklog'
}
