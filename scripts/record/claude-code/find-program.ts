// Where the package of Claude Code has the program.

import { existsSync } from 'node:fs'
import { join } from 'node:path'

/** The program that the package in `modules` brings for this system; older ones are scripts for Node. */
export function findProgram(modules: string): string {
  const own = join(modules, `@anthropic-ai/claude-code-${process.platform}-${process.arch}`, 'claude')
  return existsSync(own) ? own : join(modules, '.bin', 'claude')
}
