// Brings a version of a tool from npm into a folder of its own, never into the project.

import { execFileSync } from 'node:child_process'

/** The version of `name` that `wanted` stands for, such as `latest`. */
export function findVersion(name: string, wanted: string): string {
  return (
    npm(['view', `${name}@${wanted}`, 'version'])
      .trim()
      .split('\n')
      .at(-1)
      ?.replace(/^.* '|'$/g, '') ?? ''
  )
}

/** Installs `name` below `folder`, and gives the folder of `node_modules`. No script of a package is run. */
export function installPackage(name: string, version: string, folder: string): string {
  npm(['install', '--prefix', folder, '--ignore-scripts', '--no-audit', '--no-fund', `${name}@${version}`])
  return `${folder}/node_modules`
}

function npm(args: string[]): string {
  return execFileSync('npm', args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] })
}
