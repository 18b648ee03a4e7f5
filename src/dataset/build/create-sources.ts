// The sources of a build, of what was asked for. The code of each is loaded when it is used.

import type { Readable } from 'node:stream'
import type { GitHubAccess } from '../sources/github-access.ts'
import { isPermissive } from '../sources/history/permissive-licenses.ts'
import type { BuildOptions } from './build-options.ts'

export interface WantedSources {
  /** Null for none. Folders in `exclude` are ours: they are not read. */
  files: { names: readonly string[]; stdin: Readable; exclude: readonly string[] } | null
  /** Folders of local clones whose commit messages are read. */
  commits: readonly string[]
  /** Null when no repository and no organisation is named. */
  github: GitHubSources | null
}

interface GitHubSources {
  access: GitHubAccess
  /** `owner/name` of each. */
  repositories: readonly string[]
  organization: string | null
  artifactName: string
  /** ISO 8601; null for all. */
  since: string | null
  /** Whether the pull requests themselves are read, too. */
  history: boolean
  withDiff: boolean
  /** Whether the team names a licence, under which the diffs of its private repositories may be taken. */
  hasLicense: boolean
}

/** The sources in the order in which they are read: files first. */
export async function createSources({
  files,
  commits,
  github,
}: WantedSources): Promise<BuildOptions['sources']> {
  const sources: BuildOptions['sources'][number][] = []
  if (files !== null) {
    const { stdin, exclude } = files
    const { collectFiles } = await import('../sources/files/collect-files.ts')
    sources.push((context) => collectFiles(files.names, { ...context, stdin, exclude }))
  }
  for (const folder of commits) {
    const { collectCommits } = await import('../sources/files/collect-commits.ts')
    sources.push((context) => collectCommits(folder, context))
  }
  if (github === null) return sources
  const { access, artifactName, since, history, withDiff, hasLicense, ...where } = github
  const { collectArtifacts } = await import('../sources/artifacts/collect-artifacts.ts')
  sources.push((context) =>
    collectArtifacts({
      ...access,
      ...context,
      ...where,
      seen: context.memory.seen,
      stopAtSeen: context.memory.reachedAll,
      artifactName,
      ...(since === null ? {} : { since }),
    }),
  )
  if (!history) return sources
  const { collectHistory } = await import('../sources/history/collect-history.ts')
  const { createClient } = await import('../../api/create-client.ts')
  sources.push((context) =>
    collectHistory({
      ...access,
      ...context,
      ...where,
      client: createClient({ ...access, signal: context.signal }),
      // What was not updated since is in the store, but for what GitHub does not call an update.
      since: since ?? (({ id }) => context.memory.through.get(String(id)) ?? null),
      knownReverts: context.memory.reverts,
      refresh: context.memory.pending,
      withDiff,
      ...(hasLicense ? { allowsDiffs: allowsGivenLicense } : {}),
    }),
  )
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
