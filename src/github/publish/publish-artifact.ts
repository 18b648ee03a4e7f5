// Uploads the record when that is wanted and possible, and says what came of it. The record file stays.

import type { Annotation } from '../../report/annotation.ts'
import type { Inputs } from '../event/inputs.ts'
import type { Context } from '../event/read-context.ts'
import { type ArtifactClient, NameCollisionError, uploadRecord } from './upload-record.ts'
import type { RecordFile } from './write-record.ts'

export interface Publication {
  /** Null when nothing was uploaded. */
  artifact: { id: number; url: string } | null
  annotations: Annotation[]
  /** True when an upload error must fail the step. */
  isFailed: boolean
}

export interface PublishOptions {
  inputs: Inputs
  context: Context
  /** Null when there is no file to upload, which has been said already. */
  file: RecordFile | null
  /** Null when nothing is to be uploaded: see `loadArtifactClient`. */
  loadingClient: Promise<ArtifactClient> | null
  readAttemptStart: () => Promise<Date | null>
}

/** Longer than the artifact client's own retries take. */
const longestUpload = 120_000

/** Never rejects. */
export async function publishArtifact(options: PublishOptions): Promise<Publication> {
  const { inputs, context, file, loadingClient } = options
  if (!inputs.upload) return { artifact: null, annotations: [], isFailed: false }
  if (file === null) return { artifact: null, annotations: [], isFailed: inputs.onUploadError === 'fail' }
  if (loadingClient === null) {
    const message = `The record was not uploaded: \`${new URL(context.serverUrl).host}\` is a GitHub Enterprise Server, which the artifact service does not support. Upload the file in the output \`record-path\` with a step that works there, and set \`upload: false\`.`
    const annotation: Annotation = { level: 'notice', title: 'ai-worklog: upload', message }
    return { artifact: null, annotations: [annotation], isFailed: false }
  }
  try {
    const id = await withLimit(upload(loadingClient, file, options))
    const url = `${context.serverUrl}/${context.repository}/actions/runs/${context.run?.id}/artifacts/${id}`
    return { artifact: id === null ? null : { id, url }, annotations: [], isFailed: false }
  } catch (error) {
    const isFailed = inputs.onUploadError === 'fail'
    const message = `Cannot upload \`${file.path}\`: ${describe(error)}. The file is kept.`
    const annotation: Annotation = {
      level: isFailed ? 'error' : 'warning',
      title: 'ai-worklog: upload',
      message,
    }
    return { artifact: null, annotations: [annotation], isFailed }
  }
}

async function upload(client: Promise<ArtifactClient>, file: RecordFile, options: PublishOptions) {
  const { inputs, context, readAttemptStart } = options
  return uploadRecord({
    client: await client,
    artifactName: inputs.artifactName,
    path: file.path,
    retentionDays: inputs.retentionDays,
    isNameTaken: file.isNameTaken,
    attempt: context.run?.attempt ?? 1,
    readAttemptStart,
  })
}

async function withLimit<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const limit = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no end after ${longestUpload / 1000} s`)), longestUpload)
  })
  try {
    return await Promise.race([work, limit])
  } finally {
    clearTimeout(timer)
  }
}

function describe(error: unknown): string {
  if (error instanceof NameCollisionError) return error.message
  const message = error instanceof Error ? error.message : String(error)
  return message.trim().replace(/\s+/g, ' ').replace(/\.$/, '')
}
