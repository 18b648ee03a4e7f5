// Brings coding agents from npm into .e2e, for the e2e tests.

import { existsSync, rmSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { installPackage } from '../record/install-package.ts'

/** Installs `version` of `name` unless it is there, and gives its folder `node_modules`. */
export function installAgent(name: string, version: string): string {
  const base = `${name.replace(/^@/, '').replace('/', '-')}-${version}`
  const folder = fileURLToPath(new URL(`../../.e2e/${base}`, import.meta.url))
  // Written last, so that an interrupted installation is not taken for a whole one.
  const mark = `${folder}/complete`
  if (existsSync(mark)) return `${folder}/node_modules`
  console.log(`Installing ${name} ${version} for the e2e tests into ${folder}`)
  rmSync(folder, { recursive: true, force: true })
  const modules = installPackage(name, version, folder)
  writeFileSync(mark, '')
  return modules
}
