// Objects of one bucket as files: the only importer of the S3 client, which is large and loaded only when used.

import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import http from 'node:http'
import https from 'node:https'
import { setTimeout as sleep } from 'node:timers/promises'
import {
  DeleteObjectsCommand,
  GetObjectCommand,
  ListObjectsV2Command,
  ListObjectVersionsCommand,
  type ListObjectVersionsCommandOutput,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3'
import { UsageError } from '../../../report/usage-error.ts'
import type { StoredFile } from '../file-list.ts'
import { writeReceived } from '../write-received.ts'
import { isMissingObject, isPassing, isPreconditionFailure, toS3Failure } from './s3-failure.ts'
import type { S3Location } from './s3-location.ts'

/** A small object. */
interface S3Text {
  text: string
  /** Says whether it is still the same. */
  tag: string
}

/** Keys are relative to the location. All methods throw `UsageError`s for what a person can mend. */
export interface S3Files {
  readText(key: string, signal: AbortSignal): Promise<S3Text | null>
  /** Writes if the object is still the one of `tag`, or there is still none for null; false when not. */
  writeText(key: string, text: string, tag: string | null, signal: AbortSignal): Promise<string | false>
  upload(from: string, file: StoredFile, key: string, signal: AbortSignal): Promise<void>
  download(key: string, file: StoredFile, to: string, signal: AbortSignal): Promise<void>
  /** Names that end with `/` directly below the location. */
  listFolders(signal: AbortSignal): Promise<string[]>
  /** When the youngest object below `folder` was written; null when there is none. */
  youngest(folder: string, signal: AbortSignal): Promise<Date | null>
  /** Deletes everything below `folder` except `kept`; former versions, too, where the bucket keeps them and lets us. */
  remove(folder: string, kept: string | null, signal: AbortSignal): Promise<void>
}

/** In milliseconds: a connection on which nothing moves for this long is broken. */
const longestSilence = 60_000

/** What one upload without parts can hold. */
const largestObject = 5 * 2 ** 30

export function openS3Files({ bucket, prefix }: S3Location, endpoint: string | null, env: Env): S3Files {
  // Which releases of the client come next year is nothing to users of the one that is bundled.
  process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED ??= 'true'
  const client = new S3Client({
    maxAttempts: 4,
    requestHandler: {
      connectionTimeout: 10_000,
      socketTimeout: longestSilence,
      // The client’s own agents know nothing of a proxy.
      httpAgent: http.globalAgent,
      httpsAgent: https.globalAgent,
    },
    // The list of files has the sums, and its message says which file is wrong.
    responseChecksumValidation: 'WHEN_REQUIRED',
    logger: { trace: ignore, debug: ignore, info: ignore, warn: ignore, error: ignore },
    // Other services answer under their own name; a bucket is then a folder of it.
    ...(endpoint === null ? {} : { endpoint, forcePathStyle: true }),
    ...(endpoint !== null && !env.AWS_REGION && !env.AWS_DEFAULT_REGION ? { region: 'us-east-1' } : {}),
  })
  const nameOf = (key: string) => `s3://${bucket}/${prefix}${key}`
  const at = (key: string) => ({ Bucket: bucket, Key: prefix + key })

  async function attempt<T>(doing: string, work: () => Promise<T>): Promise<T> {
    try {
      return await work()
    } catch (error) {
      throw toS3Failure(error, doing)
    }
  }

  async function* list(folder: string, signal: AbortSignal, delimiter?: string) {
    let token: string | undefined
    do {
      const page = await client.send(
        new ListObjectsV2Command({
          Bucket: bucket,
          Prefix: prefix + folder,
          ContinuationToken: token,
          Delimiter: delimiter,
        }),
        { abortSignal: signal },
      )
      yield page
      token = page.IsTruncated === true ? page.NextContinuationToken : undefined
    } while (token !== undefined)
  }

  /** Every version of every object, or, where the bucket cannot or may not say, the objects. */
  async function* listForGood(folder: string, signal: AbortSignal): AsyncGenerator<Doomed[]> {
    let at: { key: string | undefined; version: string | undefined } | null = {
      key: undefined,
      version: undefined,
    }
    try {
      while (at !== null) {
        const page: ListObjectVersionsCommandOutput = await client.send(
          new ListObjectVersionsCommand({
            Bucket: bucket,
            Prefix: prefix + folder,
            KeyMarker: at.key,
            VersionIdMarker: at.version,
          }),
          { abortSignal: signal },
        )
        yield [...(page.Versions ?? []), ...(page.DeleteMarkers ?? [])].map(({ Key, VersionId }) => ({
          Key,
          VersionId,
        }))
        at = page.IsTruncated === true ? { key: page.NextKeyMarker, version: page.NextVersionIdMarker } : null
      }
      return
    } catch (error) {
      if (signal.aborted || isPassing(error)) throw error
    }
    for await (const page of list(folder, signal)) yield (page.Contents ?? []).map(({ Key }) => ({ Key }))
  }

  return {
    readText: (key, signal) =>
      attempt(`read \`${nameOf(key)}\``, async () => {
        try {
          const { Body, ETag } = await client.send(new GetObjectCommand(at(key)), { abortSignal: signal })
          return { text: (await Body?.transformToString()) ?? '', tag: ETag ?? '' }
        } catch (error) {
          if (isMissingObject(error)) return null
          throw error
        }
      }),

    writeText: (key, text, tag, signal) =>
      attempt(`write \`${nameOf(key)}\``, async () => {
        const condition = tag === null ? { IfNoneMatch: '*' } : { IfMatch: tag }
        const sum = createHash('sha256').update(text).digest('base64')
        try {
          const { ETag } = await client.send(
            new PutObjectCommand({
              ...at(key),
              ...condition,
              Body: text,
              ContentType: 'application/json',
              ChecksumSHA256: sum,
            }),
            { abortSignal: signal },
          )
          return ETag ?? ''
        } catch (error) {
          if (isPreconditionFailure(error)) return false
          throw error
        }
      }),

    upload: (from, file, key, signal) =>
      attempt(`write \`${nameOf(key)}\``, async () => {
        if (file.bytes > largestObject) {
          throw new UsageError(
            `\`${from}\` has ${file.bytes} bytes, more than the ${largestObject} that S3 takes at once. Keep fewer records, with \`--keep-days\`, or use a folder as the store`,
          )
        }
        await tryAgain(signal, () =>
          client.send(
            new PutObjectCommand({
              ...at(key),
              Body: file.bytes === 0 ? '' : createReadStream(from, { highWaterMark: 1 << 18 }),
              ContentLength: file.bytes,
              ChecksumSHA256: Buffer.from(file.sha256, 'hex').toString('base64'),
            }),
            { abortSignal: signal },
          ),
        )
      }),

    download: (key, file, to, signal) =>
      attempt(`read \`${nameOf(key)}\``, async () => {
        try {
          await tryAgain(signal, async () => {
            const { Body } = await client.send(new GetObjectCommand(at(key)), { abortSignal: signal })
            if (Body === undefined || !('pipe' in Body)) throw new Error('The answer has no body')
            await writeReceived(Body, file, to, nameOf(key), signal)
          })
        } catch (error) {
          if (!isMissingObject(error)) throw error
          throw new UsageError(
            `\`${nameOf(key)}\` is missing. Restore it, or name an older version in the store’s \`latest.json\``,
          )
        }
      }),

    listFolders: (signal) =>
      attempt(`list \`${nameOf('')}\``, async () => {
        const names: string[] = []
        for await (const { CommonPrefixes = [] } of list('', signal, '/'))
          for (const { Prefix = '' } of CommonPrefixes) names.push(Prefix.slice(prefix.length, -1))
        return names
      }),

    youngest: (folder, signal) =>
      attempt(`list \`${nameOf(folder)}\``, async () => {
        let youngest: Date | null = null
        for await (const { Contents = [] } of list(folder, signal))
          for (const { LastModified } of Contents)
            if (LastModified !== undefined && (youngest === null || LastModified > youngest))
              youngest = LastModified
        return youngest
      }),

    remove: (folder, kept, signal) =>
      attempt(`delete \`${nameOf(folder)}\``, async () => {
        for await (const found of listForGood(folder, signal)) {
          const doomed = found.filter(({ Key }) => Key !== undefined && Key !== `${prefix}${kept}`)
          if (doomed.length === 0) continue
          const { Errors = [] } = await client.send(
            new DeleteObjectsCommand({
              Bucket: bucket,
              Delete: { Objects: doomed as { Key: string }[], Quiet: true },
            }),
            { abortSignal: signal },
          )
          const [first] = Errors
          if (first !== undefined)
            throw Object.assign(new Error(first.Message ?? ''), {
              name: first.Code ?? 'Error',
              $metadata: { httpStatusCode: 403 },
            })
        }
      }),
  }
}

/** For streams, which the client does not send or receive twice. */
async function tryAgain(signal: AbortSignal, work: () => Promise<unknown>): Promise<void> {
  for (let attempts = 1; ; attempts += 1) {
    try {
      await work()
      return
    } catch (error) {
      if (attempts === 4 || !isPassing(error)) throw error
      await sleep(250 * 2 ** attempts, undefined, { signal })
    }
  }
}

/** What is to be deleted, as the service calls it. */
interface Doomed {
  Key: string | undefined
  VersionId?: string | undefined
}

type Env = Readonly<Record<string, string | undefined>>

function ignore(): void {}
