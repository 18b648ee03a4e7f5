// DuckDB for the action: native, so not in the bundles. It is taken from where it is, or installed once a version.

import { globSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import * as v from 'valibot'
import { duckdbVariable, loadDuckdb } from '../../../dataset/engine/duckdb/load-duckdb.ts'
import { UsageError } from '../../../report/usage-error.ts'
import type { Progress } from '../../../runtime/progress.ts'
import type { Environment } from '../../event/input-reader.ts'
import { findNpm } from './find-npm.ts'
import { installPackages } from './install-packages.ts'

export interface DuckdbRequest {
  env: Environment
  /** Has the `package.json` and the `package-lock.json` that DuckDB is installed from. */
  manifest: URL
  /** Lasts as long as the job. */
  temporaryFolder: string
  signal: AbortSignal
  progress: Progress
}

const manifestSchema = v.object({ dependencies: v.object({ '@duckdb/node-api': v.string() }) })

/** The folder whose `node_modules` have DuckDB; null when it is found without. Throws a UsageError when it cannot be had. */
export async function provideDuckdb(request: DuckdbRequest): Promise<string | null> {
  const { env, manifest, temporaryFolder, signal, progress } = request
  const named = env[duckdbVariable]
  if (named) {
    await loadDuckdb(named)
    return named
  }
  if (await canLoad()) return null
  const from = fileURLToPath(manifest)
  const { dependencies } = v.parse(
    manifestSchema,
    JSON.parse(await readFile(join(from, 'package.json'), 'utf8')),
  )
  const version = dependencies['@duckdb/node-api']
  // The runner keeps the first for the jobs to come; on those of GitHub both go with the job.
  const places = [env.RUNNER_TOOL_CACHE, temporaryFolder].filter((place): place is string => Boolean(place))
  const name = join('ai-worklog-duckdb', version, describeSystem())
  for (const place of places) {
    const folder = join(place, name)
    if (await canLoad(folder)) return folder
  }
  const npm = findNpm(env)
  if (npm === null) {
    throw new UsageError(
      `DuckDB ${version} is not here, and there is no npm to install it with: put \`actions/setup-node\` before this step, or set \`AI_WORKLOG_DUCKDB\` to a folder where \`npm install @duckdb/node-api@${version}\` has run`,
    )
  }
  progress.say(`Installing DuckDB ${version} with npm, without install scripts`)
  let failure: unknown
  for (const place of places) {
    try {
      const folder = await installPackages({ npm, env, from, to: join(place, name), signal })
      // Whatever is wrong with it is told here.
      await loadDuckdb(folder)
      return folder
    } catch (error) {
      signal.throwIfAborted()
      if (!isUnwritable(error)) throw error
      failure = error
    }
  }
  throw new UsageError(
    `Cannot install DuckDB ${version}: none of ${places.map((place) => `\`${place}\``).join(', ')} can be written`,
    { cause: failure },
  )
}

async function canLoad(folder?: string): Promise<boolean> {
  try {
    await loadDuckdb(folder)
    return true
  } catch {
    return false
  }
}

/** As its packages are made for. */
function describeSystem(): string {
  const isMusl = process.platform === 'linux' && globSync('/lib/ld-musl-*').length > 0
  return `${process.platform}-${process.arch}${isMusl ? '-musl' : ''}`
}

function isUnwritable(error: unknown): boolean {
  return (
    error instanceof Error &&
    'code' in error &&
    ['EACCES', 'EPERM', 'EROFS', 'ENOSPC'].includes(`${error.code}`)
  )
}
