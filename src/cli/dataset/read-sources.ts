// The sources that the arguments name.

import type { BuildOptions } from '../../dataset/build/build-options.ts'
import { readGitHub } from '../../dataset/sources/github-access.ts'
import { isPermissive } from '../../dataset/sources/history/permissive-licenses.ts'
import { createClient } from '../../github/api/create-client.ts'
import { UsageError } from '../../report/usage-error.ts'
import type { Environment } from '../environment.ts'
import type { Arguments } from '../read-arguments.ts'
import { defaultStore, readTime } from './read-build-options.ts'

/** The sources, files first; none when the arguments name none. Their code is loaded when they are used. */
export async function readSources(
  parsed: Arguments,
  environment: Environment,
): Promise<BuildOptions['sources']> {
  const { files, values, flags } = parsed
  const repositories = values.repository ?? []
  const organization = values.organization?.at(-1) ?? null
  const since = readTime(parsed, 'since')
  for (const name of repositories) {
    if (!/^[\w.-]{1,100}\/[\w.-]{1,100}$/.test(name)) {
      throw new UsageError(`\`--repository\` must be \`owner/name\`, got \`${name}\``)
    }
  }
  const isRemote = repositories.length > 0 || organization !== null
  if (flags.has('history') && !isRemote) {
    throw new UsageError('`--history` needs `--repository` or `--organization`')
  }
  const exclude = [values.store?.at(-1) ?? defaultStore, ...(values.out ?? [])].filter(
    (name) => !name.includes('://'),
  )
  const sources: BuildOptions['sources'][number][] = []
  if (files.length > 0) {
    const { collectFiles } = await import('../../dataset/sources/files/collect-files.ts')
    sources.push((context) => collectFiles(files, { ...context, stdin: environment.stdin, exclude }))
  }
  for (const folder of values.commits ?? []) {
    const { collectCommits } = await import('../../dataset/sources/files/collect-commits.ts')
    sources.push((context) => collectCommits(folder, context))
  }
  if (!isRemote) return sources
  const access = readGitHub(environment.env)
  const { collectArtifacts } = await import('../../dataset/sources/artifacts/collect-artifacts.ts')
  sources.push((context) =>
    collectArtifacts({
      ...access,
      ...context,
      seen: context.memory.seen,
      stopAtSeen: context.memory.reachedAll,
      repositories,
      organization,
      artifactName: values['artifact-name']?.at(-1) ?? 'ai-worklog',
      ...(since === null ? {} : { since }),
    }),
  )
  if (flags.has('history')) {
    const { collectHistory } = await import('../../dataset/sources/history/collect-history.ts')
    sources.push((context) =>
      collectHistory({
        client: createClient({ ...access, signal: context.signal }),
        ...access,
        ...context,
        repositories,
        organization,
        // What was not updated since is in the store, but for what GitHub does not call an update.
        since: since ?? (({ id }) => context.memory.through.get(String(id)) ?? null),
        knownReverts: context.memory.reverts,
        refresh: context.memory.pending,
        withDiff: flags.has('with-diff'),
        ...(values.license === undefined ? {} : { allowsDiffs: allowsGivenLicense }),
      }),
    )
  }
  return sources
}

/** Private repositories are the team’s own, under the licence that it gives; others need one that permits. */
function allowsGivenLicense({
  visibility,
  license,
}: {
  visibility: string | null
  license: string | null
}): boolean {
  return visibility === 'private' || visibility === 'internal' || isPermissive(license)
}
