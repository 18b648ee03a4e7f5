// Uploads the record file as an artifact. The client is passed in because loading it takes longer than
// anything else the action loads.

import { dirname } from 'node:path'

/** The part of an artifact client that is used here. */
export interface ArtifactClient {
  uploadArtifact(
    name: string,
    files: string[],
    rootDirectory: string,
    options: { retentionDays?: number },
  ): Promise<{ id?: number }>
  getArtifact(name: string): Promise<{ artifact: { createdAt?: Date } }>
  deleteArtifact(name: string): Promise<unknown>
}

export interface UploadOptions {
  client: ArtifactClient
  artifactName: string
  path: string
  /** Null leaves the repository's setting. */
  retentionDays: number | null
  /** True when an earlier step of this job kept a record under the same artifact name. */
  isNameTaken: boolean
  /** From 1. */
  attempt: number
  /** When this attempt of the run started; null when that cannot be read. */
  readAttemptStart: () => Promise<Date | null>
}

/** Another step or job of this attempt uploaded under the same name. */
export class NameCollisionError extends Error {
  override name = 'NameCollisionError'
}

/**
 * Uploads and gives the artifact's id. An artifact of the same name that an earlier attempt of the run left is
 * deleted first. Throws a {@link NameCollisionError} when the artifact is another step's, whose record it may
 * be the only copy of.
 */
export async function uploadRecord(options: UploadOptions): Promise<number | null> {
  try {
    return await upload(options)
  } catch (error) {
    if (!isNameConflict(error)) throw error
    if (!(await isOwnArtifact(options))) {
      throw new NameCollisionError(
        `another step or job of this run already uploaded an artifact named \`${options.artifactName}\`. Give each step its own \`artifact-name\``,
        { cause: error },
      )
    }
    await options.client.deleteArtifact(options.artifactName)
    return await upload(options)
  }
}

async function upload({ client, artifactName, path, retentionDays }: UploadOptions): Promise<number | null> {
  const options = retentionDays === null ? {} : { retentionDays }
  const { id } = await client.uploadArtifact(artifactName, [path], dirname(path), options)
  return id ?? null
}

/** The artifact client reports the status of a refusal in its message only. */
function isNameConflict(error: unknown): boolean {
  return error instanceof Error && error.message.includes('CreateArtifact') && error.message.includes('(409)')
}

/** Whether the artifact in the way stems from an earlier attempt of this run. */
async function isOwnArtifact(options: UploadOptions): Promise<boolean> {
  if (options.attempt === 1 || options.isNameTaken) return false
  const [start, { artifact }] = await Promise.all([
    options.readAttemptStart(),
    options.client.getArtifact(options.artifactName),
  ])
  // Without the times, a re-run most likely meets its own artifact.
  return start === null || artifact.createdAt === undefined || artifact.createdAt < start
}
