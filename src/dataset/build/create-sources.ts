// The sources of a build, of what was asked for. The code of each is loaded when it is used.

import type { Readable } from 'node:stream'
import type { GitHubAccess } from '../sources/github-access.ts'
import type { BuildOptions } from './build-options.ts'

export interface WantedSources {
  files: { names: readonly string[]; stdin: Readable } | null
  /** Folders of local clones whose commit messages are read. */
  commits: readonly string[]
  /** Null when no repository and no organisation is named. */
  github: GitHubSources | null
}

export interface GitHubSources {
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
}

/** The sources in the order in which they are read: files first. */
export async function createSources({
  files,
  commits,
  github,
}: WantedSources): Promise<BuildOptions['sources']> {
  const sources: BuildOptions['sources'][number][] = []
  if (files !== null) {
    const { collectFiles } = await import('../sources/files/collect-files.ts')
    sources.push((context) => collectFiles(files.names, { ...context, stdin: files.stdin }))
  }
  for (const folder of commits) {
    const { collectCommits } = await import('../sources/files/collect-commits.ts')
    sources.push((context) => collectCommits(folder, context))
  }
  if (github === null) return sources
  const { access, artifactName, since, history, withDiff, ...where } = github
  const { collectArtifacts } = await import('../sources/artifacts/collect-artifacts.ts')
  sources.push((context) =>
    collectArtifacts({
      ...access,
      ...context,
      ...where,
      artifactName,
      ...(since === null ? {} : { since }),
    }),
  )
  if (!history) return sources
  const { collectHistory } = await import('../sources/history/collect-history.ts')
  const { createClient } = await import('../../github/api/create-client.ts')
  sources.push((context) => {
    const client = createClient({ ...access, signal: context.signal })
    return collectHistory({ ...access, ...context, ...where, client, since, withDiff })
  })
  return sources
}
