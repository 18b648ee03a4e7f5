// Keeps what is private out of places that everybody can read: artifacts, branches and releases of a public repository.

import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { readBoolean } from '../../core/json.ts'
import { readManifest } from '../../dataset/publish/manifest.ts'
import { UsageError } from '../../report/usage-error.ts'
import { toApiFailure } from '../api/api-failure.ts'
import type { Client } from '../api/create-client.ts'

/** Left out of the tables, but kept by the store. */
const kept = ['private_repository', 'not_public']

/** Throws a UsageError when `dataset` comes from private repositories, too, and `repository` is public, or may be. */
export async function assertShareable(dataset: string, client: Client, repository: string): Promise<void> {
  const path = join(dataset, 'manifest.json')
  const { visibility, excluded } = readManifest(await readFile(path, 'utf8'), path)
  const isPrivate =
    visibility.some(({ visibility, count }) => count > 0 && visibility !== 'public' && visibility !== null) ||
    excluded.some(({ reason, count }) => count > 0 && kept.includes(reason))
  if (!isPrivate || (await isRepositoryPrivate(client, repository))) return
  throw new UsageError(
    `The dataset holds records of private repositories, and everybody can read what is kept in \`${repository}\`: run the workflow in a private repository, or set \`store: s3://bucket/prefix\` and \`upload: false\``,
  )
}

async function isRepositoryPrivate(client: Client, repository: string): Promise<boolean> {
  try {
    const { data }: { data: unknown } = await client.request(`GET /repos/${repository}`)
    return readBoolean(data as never, 'private') === true
  } catch (error) {
    throw new UsageError(
      `Cannot read whether \`${repository}\` is private: ${toApiFailure(error).reason}. Give the token \`metadata: read\``,
      { cause: error },
    )
  }
}
