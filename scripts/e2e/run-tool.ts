// Runs a program for an installer, showing what it does.

import { spawnSync } from 'node:child_process'

/** What the user must do by hand: shown without a stack. */
export class MissingToolError extends Error {
  override name = 'MissingToolError'
}

/** Runs `command` to its end. Throws a {@link MissingToolError} with `remedy` when it cannot or fails. */
export function runTool(command: string, args: string[], env: NodeJS.ProcessEnv, remedy: string): void {
  console.log(`$ ${[command, ...args].join(' ')}`)
  const { error, status } = spawnSync(command, args, { env, stdio: ['ignore', 'ignore', 'inherit'] })
  if (error) throw new MissingToolError(`Cannot run \`${command}\`: ${error.message}. ${remedy}`)
  if (status !== 0) throw new MissingToolError(`\`${command}\` ended with ${status}. ${remedy}`)
}

/** Whether `command args` runs and exits with 0. */
export function canRun(command: string, args: string[]): boolean {
  return spawnSync(command, args, { stdio: 'ignore' }).status === 0
}
