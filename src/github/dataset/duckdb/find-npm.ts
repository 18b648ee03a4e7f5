// Where npm is: beside the Node that runs the action, else where the PATH leads.

import { existsSync, realpathSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import type { Environment } from '../../event/input-reader.ts'

/** A program and the arguments that come before npm's own. */
export type Npm = readonly [string, ...string[]]

const script = join('node_modules', 'npm', 'bin', 'npm-cli.js')

/** Null when there is none. Its script is run by `node`, so that no shell is needed on any system. */
export function findNpm(env: Environment, node = process.execPath): Npm | null {
  const folders = (env.PATH ?? env.Path ?? '').split(delimiter).filter((folder) => folder !== '')
  const besides = [dirname(node), ...folders]
  for (const folder of besides) {
    for (const path of [join(folder, '..', 'lib', script), join(folder, script)]) {
      if (existsSync(path)) return [node, path]
    }
    const path = join(folder, 'npm')
    if (!existsSync(path)) continue
    const real = realpathSync(path)
    if (real.endsWith('.js')) return [node, real]
    // A version manager's own program; the script of Windows needs a shell, and its folder was looked into above.
    if (process.platform !== 'win32') return [real]
  }
  return null
}
