// The action's inputs as the options of a build.

import { createHash } from 'node:crypto'
import { mkdir, readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { version } from '../../core/record/version.ts'
import type { BuildOptions } from '../../dataset/build/build-options.ts'
import { createSources } from '../../dataset/build/create-sources.ts'
import { UsageError } from '../../report/usage-error.ts'
import type { Progress } from '../../runtime/progress.ts'
import type { Environment } from '../event/input-reader.ts'
import type { Context } from '../event/read-context.ts'
import type { DatasetInputs } from './inputs.ts'
import { findWorkspace } from './workspace.ts'

export interface BuildSetting {
  env: Environment
  /** Of the store. */
  location: string
  signal: AbortSignal
  progress: Progress
}

/** Throws a UsageError for a file or a folder that is not as it must be. */
export async function prepareBuild(
  inputs: DatasetInputs,
  context: Context,
  { env, location, signal, progress }: BuildSetting,
): Promise<BuildOptions> {
  const { repositories, organization, githubToken: token } = inputs
  const workspace = findWorkspace(env)
  const { authors, pseudonymKey, audience, license, allowPrivate, keepDays, toolAgeDays } = inputs
  return {
    sources: await createSources({
      files: null,
      commits: [],
      github: {
        access: {
          apiUrl: context.apiUrl,
          graphqlUrl: context.graphqlUrl,
          host: new URL(context.serverUrl).host,
          token,
          userAgent: `ai-worklog/${version}`,
        },
        repositories: repositories.length > 0 || organization !== null ? repositories : [context.repository],
        organization,
        artifactName: inputs.artifactName,
        since: inputs.since,
        history: inputs.history,
        withDiff: inputs.withDiff,
        hasLicense: license !== null,
      },
    }),
    staged: null,
    workFolder: await makeWorkFolder(inputs.workDir, location, context, workspace),
    asOf: inputs.asOf ?? new Date().toISOString(),
    authors,
    pseudonymKey,
    audience,
    license,
    allowPrivate,
    optOut: inputs.optOut === null ? null : await readOptOut(inputs.optOut, workspace),
    keepDays,
    toolAgeDays,
    salt: null,
    threads: null,
    engine: { kind: 'duckdb' },
    signal,
    progress,
  }
}

/** One for each store, so that a run that was stopped is found again, and always a folder of our own. */
async function makeWorkFolder(
  workDir: string | null,
  location: string,
  { temporaryFolder }: Context,
  workspace: string,
): Promise<string> {
  const name = createHash('sha256').update(location).digest('hex').slice(0, 16)
  const parent = workDir === null ? temporaryFolder : resolve(workspace, workDir)
  const folder = join(parent, 'ai-worklog-dataset', name)
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 })
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new UsageError(`\`work-dir\` must be a folder that can be written: ${reason}`, { cause: error })
  }
  return folder
}

async function readOptOut(path: string, workspace: string): Promise<NonNullable<BuildOptions['optOut']>> {
  try {
    return { name: path, text: await readFile(resolve(workspace, path), 'utf8') }
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new UsageError(
      `\`opt-out\` must be a file in the workspace, put there by \`actions/checkout\`: ${reason}`,
      { cause: error },
    )
  }
}
