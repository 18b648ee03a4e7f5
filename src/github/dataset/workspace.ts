// Where paths of a workflow begin.

import { cwd } from 'node:process'
import type { Environment } from '../event/input-reader.ts'

export function findWorkspace(env: Environment): string {
  return env.GITHUB_WORKSPACE || cwd()
}
