// Brings versitygw, a real S3 server over a folder, into .e2e, for the e2e tests.

import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { canRun, MissingToolError, runTool } from './run-tool.ts'

const version = 'v1.8.0'
const folder = fileURLToPath(new URL(`../../.e2e/versitygw-${version}`, import.meta.url))
const remedy = 'The e2e tests need Go 1.25 or newer to build versitygw: install the package `golang`.'

/** Builds versitygw unless that version is there, and gives its path. */
export function installVersitygw(): string {
  const path = `${folder}/versitygw`
  if (existsSync(path)) return path
  if (!canRun('go', ['version'])) throw new MissingToolError(`\`go\` is missing. ${remedy}`)
  console.log(`Building versitygw ${version} for the e2e tests into ${folder}`)
  const module = `github.com/versity/versitygw/cmd/versitygw@${version}`
  runTool('go', ['install', module], { ...process.env, GOBIN: folder, GOFLAGS: '-mod=mod' }, remedy)
  return path
}
