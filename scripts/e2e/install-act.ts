// Brings nektos/act, which runs workflows on this machine, into .e2e/bin, for the e2e tests.

import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { canRun, MissingToolError, runTool } from './run-tool.ts'

const version = 'v0.2.89'
const folder = fileURLToPath(new URL(`../../.e2e/act-${version}`, import.meta.url))
const remedy = 'The e2e tests need Go 1.25 or newer to build nektos/act: install the package `golang`.'

/** Builds act unless that version is there, and gives its path. */
export function installAct(): string {
  const path = `${folder}/act`
  if (existsSync(path)) return path
  if (!canRun('go', ['version'])) throw new MissingToolError(`\`go\` is missing. ${remedy}`)
  console.log(`Building nektos/act ${version} for the e2e tests into ${folder}`)
  runTool('go', ['install', `github.com/nektos/act@${version}`], { ...process.env, GOBIN: folder }, remedy)
  return path
}
