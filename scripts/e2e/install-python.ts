// Brings the Python libraries that read datasets, pinned, into a virtual environment of their own, for the e2e tests.

import { createHash } from 'node:crypto'
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { canRun, MissingToolError, runTool } from './run-tool.ts'

const requirements = fileURLToPath(new URL('../../__tests__/e2e/python/requirements.txt', import.meta.url))
const remedy =
  'The e2e tests need Python 3.11 or newer with `venv` and `pip`: install the packages `python3` and `python3-venv`.'

/** Makes the environment unless one with these requirements is there, and gives the path of its `python`. */
export function installPython(): string {
  const hash = createHash('sha256').update(readFileSync(requirements)).digest('hex').slice(0, 12)
  const folder = fileURLToPath(new URL(`../../node_modules/.cache/e2e-python-${hash}`, import.meta.url))
  const python = `${folder}/bin/python`
  // Written last, so that an interrupted installation is not taken for a whole one.
  const mark = `${folder}/complete`
  if (existsSync(mark)) return python
  if (!canRun('python3', ['-c', 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))'])) {
    throw new MissingToolError(`\`python3\` is missing, too old or without \`venv\`. ${remedy}`)
  }
  console.log(`Installing Python libraries for the e2e tests, about 1.5 GB, into ${folder}`)
  rmSync(folder, { recursive: true, force: true })
  runTool('python3', ['-m', 'venv', folder], process.env, remedy)
  const options = ['--quiet', '--disable-pip-version-check', '--no-input']
  runTool(python, ['-m', 'pip', 'install', ...options, '-r', requirements], process.env, remedy)
  writeFileSync(mark, '')
  return python
}

/** Throws unless a Java that Apache Spark runs on is there. */
export function requireJava(): void {
  if (!canRun('java', ['-version'])) {
    throw new MissingToolError(
      '`java` is missing. The e2e tests need Java 17 or newer for Apache Spark: install the package `openjdk-17-jre-headless`.',
    )
  }
}
