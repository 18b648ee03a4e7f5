// Brings the linters of workflows into .e2e, for the e2e tests: actionlint from its Go module, zizmor from PyPI.

import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { canRun, MissingToolError, runTool } from './run-tool.ts'

const actionlintVersion = 'v1.7.12'
const zizmorVersion = '1.32.0'
const folderOf = (name: string) => fileURLToPath(new URL(`../../.e2e/${name}`, import.meta.url))

/** Builds actionlint unless that version is there, and gives its path. */
export function installActionlint(): string {
  const remedy = 'The e2e tests need Go 1.25 or newer to build actionlint: install the package `golang`.'
  const folder = folderOf(`actionlint-${actionlintVersion}`)
  const path = `${folder}/actionlint`
  if (existsSync(path)) return path
  if (!canRun('go', ['version'])) throw new MissingToolError(`\`go\` is missing. ${remedy}`)
  console.log(`Building actionlint ${actionlintVersion} for the e2e tests into ${folder}`)
  const module = `github.com/rhysd/actionlint/cmd/actionlint@${actionlintVersion}`
  runTool('go', ['install', module], { ...process.env, GOBIN: folder }, remedy)
  return path
}

/** Installs zizmor unless that version is there, and gives its path. */
export function installZizmor(): string {
  const remedy = 'The e2e tests need Python 3 with pip to install zizmor: install the package `python3-pip`.'
  const folder = folderOf(`zizmor-${zizmorVersion}`)
  const path = `${folder}/bin/zizmor`
  if (existsSync(path)) return path
  if (!canRun('python3', ['-m', 'pip', '--version'])) installPip(remedy)
  const env = { ...process.env, PIP_ROOT_USER_ACTION: 'ignore' }
  console.log(`Installing zizmor ${zizmorVersion} for the e2e tests into ${folder}`)
  const options = [
    '--quiet',
    '--disable-pip-version-check',
    '--only-binary',
    ':all:',
    '--no-deps',
    '--target',
    folder,
  ]
  runTool('python3', ['-m', 'pip', 'install', ...options, `zizmor==${zizmorVersion}`], env, remedy)
  return path
}

function installPip(remedy: string): void {
  if (process.getuid?.() !== 0 || !canRun('apt-get', ['--version'])) {
    throw new MissingToolError(`\`pip\` is missing. ${remedy}`)
  }
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  console.log('Installing `pip` for the e2e tests, system-wide')
  runTool('apt-get', ['update'], env, remedy)
  runTool('apt-get', ['install', '-y', '--no-install-recommends', 'python3-pip'], env, remedy)
}
