// Finds a Java that Spark runs on.

import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { MissingToolError } from '../../scripts/e2e/run-tool.ts'

const folder = '/usr/lib/jvm'

/** The home of a Java 17 or 21: `JAVA_HOME`, or one that Debian installed. Throws a {@link MissingToolError} without one. */
export function findJavaHome(): string {
  const installed = existsSync(folder) ? readdirSync(folder).map((name) => join(folder, name)) : []
  const homes = [process.env.JAVA_HOME, ...installed].filter((home) => home !== undefined)
  const found = homes.find((home) => [17, 21].includes(majorVersion(join(home, 'bin', 'java'))))
  if (found !== undefined) return found
  throw new MissingToolError(
    'The e2e tests of Spark need Java 17 or 21: install the package `openjdk-17-jre-headless`, or set `JAVA_HOME`.',
  )
}

/** 17 for `openjdk version "17.0.15"`; 0 when it does not run. */
function majorVersion(java: string): number {
  const { stderr } = spawnSync(java, ['-version'], { encoding: 'utf8' })
  return Number(/version "(\d+)/.exec(stderr ?? '')?.[1] ?? 0)
}
