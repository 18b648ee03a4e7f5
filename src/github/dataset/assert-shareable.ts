// Keeps what is private out of places that everybody can read: artifacts, branches, releases and job summaries of a public
// repository.

import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { toApiFailure } from '../../api/api-failure.ts'
import type { Client } from '../../api/create-client.ts'
import { readBoolean } from '../../core/json.ts'
import type { Facts } from '../../dataset/build/read-facts.ts'
import { readManifest } from '../../dataset/publish/manifest.ts'
import { readState } from '../../dataset/store/state.ts'
import { UsageError } from '../../report/usage-error.ts'

const elsewhere =
  'run the workflow in a private repository, or set `store: s3://bucket/prefix` and `upload: false`'

/**
 * Throws a UsageError when the version in `folder` keeps records of private repositories, in its dataset or not, or who is
 * behind its pseudonyms, and `repository`, where it is to be stored, is public, or may be.
 */
export async function assertStorable(folder: string, client: Client, repository: string): Promise<void> {
  const { private_records, build } = await readState(folder)
  const holdsLogins = build.authors === 'pseudonym'
  if ((private_records === 0 && !holdsLogins) || (await isRepositoryPrivate(client, repository))) return
  if (private_records > 0) throw holdsPrivate(repository)
  throw new UsageError(
    `The store keeps who is behind each pseudonym, and everybody can read what is kept in \`${repository}\`: ${elsewhere}`,
  )
}

/** Throws a UsageError when `dataset`, without the store, comes from private repositories, too, and `repository` is public. */
export async function assertShareable(dataset: string, client: Client, repository: string): Promise<void> {
  const path = join(dataset, 'manifest.json')
  const { visibility } = readManifest(await readFile(path, 'utf8'), path)
  const isPrivate = visibility.some(
    ({ visibility, count }) => count > 0 && visibility !== 'public' && visibility !== null,
  )
  if (isPrivate && !(await isRepositoryPrivate(client, repository))) throw holdsPrivate(repository)
}

/** Whether a report of `facts` may stand in the job summary of `repository`: it names repositories and quotes records. */
export async function mayShowReport(
  { privateRecords, excluded }: Pick<Facts, 'privateRecords' | 'excluded'>,
  client: Client,
  repository: string,
): Promise<boolean> {
  // The report leaves these out.
  const left = excluded.find(({ reason }) => reason === 'private_repository')?.count ?? 0
  if (privateRecords <= left) return true
  // What cannot be told is taken to be public: the version is made, and a report need not end the run.
  return isRepositoryPrivate(client, repository).catch(() => false)
}

function holdsPrivate(repository: string): UsageError {
  return new UsageError(
    `The dataset holds records of private repositories, and everybody can read what is kept in \`${repository}\`: ${elsewhere}`,
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
