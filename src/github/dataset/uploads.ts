// Uploads folders as artifacts of this run.

import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { UploadArtifact } from '../../dataset/store/github/artifact-store.ts'
import { UsageError } from '../../report/usage-error.ts'
import type { Context } from '../event/read-context.ts'

export interface Uploads {
  upload: UploadArtifact
  /** The last one; null before there is one. */
  readonly artifact: { id: number; url: string } | null
}

export interface UploadsOptions {
  context: Context
  /** Null leaves the repository's setting. */
  retentionDays: number | null
  signal: AbortSignal
}

/** The client, which is as large as everything else together, is loaded by the first upload. */
export function createUploads({ context, retentionDays, signal }: UploadsOptions): Uploads {
  let artifact: Uploads['artifact'] = null
  return {
    get artifact() {
      return artifact
    },
    async upload(folder, name) {
      const entries = await readdir(folder, { recursive: true, withFileTypes: true })
      const files = entries
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name))
      const { DefaultArtifactClient } = await import('@actions/artifact')
      const options = retentionDays === null ? {} : { retentionDays }
      signal.throwIfAborted()
      try {
        const uploading = new DefaultArtifactClient().uploadArtifact(name, files.sort(), folder, options)
        const { id } = await Promise.race([uploading, untilAborted(signal)])
        if (id === undefined) throw new Error('the service gave no id')
        const url = `${context.serverUrl}/${context.repository}/actions/runs/${context.run?.id}/artifacts/${id}`
        artifact = { id, url }
      } catch (error) {
        signal.throwIfAborted()
        throw explain(error, name)
      }
    },
  }
}

function untilAborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true })
  })
}

/** The artifact client reports the status of a refusal in its message only. */
function explain(error: unknown, name: string): UsageError {
  const message = error instanceof Error ? error.message : String(error)
  const reason =
    message.includes('CreateArtifact') && message.includes('(409)')
      ? `this run has already uploaded an artifact of that name. Give each step its own \`dataset-artifact-name\`; instead of running the job again, start a new run`
      : message.trim().replace(/\s+/g, ' ').replace(/\.$/, '')
  return new UsageError(`Cannot upload the artifact \`${name}\`: ${reason}.`, { cause: error })
}
