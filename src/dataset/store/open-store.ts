// From the value of `--store` to the store: each kind is loaded only when it is used.

import type { Client } from '../../api/create-client.ts'
import { UsageError } from '../../report/usage-error.ts'
import type { UploadArtifact } from './github/artifact-store.ts'
import type { Store } from './store.ts'

export interface StoreOptions {
  /**
   * For `s3://`: credentials and region are read from the process’s own by the S3 client; `AWS_ENDPOINT_URL_S3` from
   * here.
   */
  env: Readonly<Record<string, string | undefined>>
  /** For stores on GitHub: a client that writes, and its token. */
  github?: { client: Client; token: string } | undefined
  /** For `github-artifact:` in a workflow run. */
  upload?: UploadArtifact | undefined
}

const forms =
  'a folder, `s3://bucket/prefix`, `github-branch:owner/repo@branch`, `github-release:owner/repo` or `github-artifact:owner/repo/name`'

/**
 * The store at `location`, of which nothing is read or written yet. Throws a UsageError for a location of none of
 * these forms.
 */
export async function openStore(location: string, options: StoreOptions): Promise<Store> {
  const [, scheme = null, rest = ''] = /^([a-z0-9-]{2,}):(.*)$/i.exec(location) ?? []
  if (location === '' || location.includes('\0')) throw new UsageError(`\`--store\` must be ${forms}`)
  if (scheme === null) {
    const { openFolderStore } = await import('./folder/folder-store.ts')
    return openFolderStore(location)
  }
  if (scheme === 's3') {
    const { openS3Store } = await import('./s3/s3-store.ts')
    return openS3Store(location, options.env)
  }
  switch (scheme) {
    case 'github-branch': {
      const [, repository, branch] = /^([\w.-]+\/[\w.-]+)@([\w./+-]+)$/.exec(rest) ?? []
      if (repository === undefined || branch === undefined || !isBranchName(branch)) break
      const place = { ...needGithub(location, options), repository }
      const { openBranchStore } = await import('./github/branch-store.ts')
      return openBranchStore(place, branch)
    }
    case 'github-release': {
      const [repository] = /^[\w.-]+\/[\w.-]+$/.exec(rest) ?? []
      if (repository === undefined) break
      const place = { ...needGithub(location, options), repository }
      const { openReleaseStore } = await import('./github/release-store.ts')
      return openReleaseStore(place)
    }
    case 'github-artifact': {
      const [, repository, name] = /^([\w.-]+\/[\w.-]+)\/([\w. -]{1,200})$/.exec(rest) ?? []
      if (repository === undefined || name === undefined) break
      const place = { ...needGithub(location, options), repository }
      const { openArtifactStore } = await import('./github/artifact-store.ts')
      return openArtifactStore(place, name, options.upload)
    }
  }
  throw new UsageError(`The store \`${location}\` is unknown: it must be ${forms}`)
}

function needGithub(location: string, { github }: StoreOptions): { client: Client; token: string } {
  if (github !== undefined && github.token !== '') return github
  throw new UsageError(`The store \`${location}\` needs a token: set \`GITHUB_TOKEN\``)
}

/** What git refuses, as far as the pattern lets it through. */
function isBranchName(name: string): boolean {
  return !/(^|\/)[.]|\.\.|\/\/|[./]$|^[/-]|\.lock(\/|$)/.test(name)
}
