// Looks for an older Node on the machine: the command line promises Node 20, and the tests run on a newer one.

import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'

/** The first Node from 20 to 23 on PATH, npm's own folders left out; null when there is none. */
export function findOlderNode(): string | null {
  const name = process.platform === 'win32' ? 'node.exe' : 'node'
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    const path = join(folder, name)
    if (folder.includes('node_modules') || !existsSync(path)) continue
    const major = Number(/^v(\d+)/.exec(execFileSync(path, ['--version'], { encoding: 'utf8' }))?.[1])
    if (major >= 20 && major < 24) return path
  }
  return null
}
