// Brings GitHub's command line from Debian, for the e2e tests.

import { canRun, MissingToolError, runTool } from './run-tool.ts'

const remedy = 'The e2e tests need GitHub’s command line: install the Debian package `gh`.'

/** Installs `gh` when it is absent, which takes root. */
export function installGh(): void {
  if (canRun('gh', ['--version'])) return
  if (process.getuid?.() !== 0)
    throw new MissingToolError(`\`gh\` is missing and this is not root. ${remedy}`)
  if (!canRun('apt-get', ['--version']))
    throw new MissingToolError(`\`gh\` and \`apt-get\` are missing. ${remedy}`)
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  console.log('Installing `gh` for the e2e tests, system-wide')
  runTool('apt-get', ['update'], env, remedy)
  runTool('apt-get', ['install', '-y', '--no-install-recommends', 'gh'], env, remedy)
}
