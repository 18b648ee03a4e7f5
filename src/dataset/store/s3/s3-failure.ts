// What went wrong between us and an S3 service, with what to do. The service’s text is a stranger’s: shortened, on one line.

import { isJsonObject, readCount, readObject, readString } from '../../../core/json.ts'
import { UsageError } from '../../../report/usage-error.ts'

const credentials =
  'Set `AWS_ACCESS_KEY_ID` and `AWS_SECRET_ACCESS_KEY` (and `AWS_SESSION_TOKEN` for temporary ones), or `AWS_PROFILE`, or give the job a role'
const region = 'Set `AWS_REGION` to the region of the bucket'
const endpoint =
  'Check the network and, when it is not Amazon’s service, that `AWS_ENDPOINT_URL_S3` is its address'

/** Codes of services and names of the client’s own errors. */
const remedies = new Map([
  ['CredentialsProviderError', credentials],
  ['InvalidAccessKeyId', credentials],
  // What versitygw calls it.
  ['XAdminUserNotFound', credentials],
  ['SignatureDoesNotMatch', credentials],
  ['ExpiredToken', credentials],
  ['InvalidToken', credentials],
  [
    'AccessDenied',
    'The credentials need `s3:ListBucket` on the bucket and `s3:GetObject`, `s3:PutObject` and `s3:DeleteObject` below the prefix',
  ],
  ['NoSuchBucket', 'Create the bucket, or check its name in `--store`'],
  ['AuthorizationHeaderMalformed', region],
  ['PermanentRedirect', region],
  ['IllegalLocationConstraintException', region],
  [
    'NotImplemented',
    'The service lacks conditional writes (`If-Match`, `If-None-Match`), which keep two runs from overwriting each other: use one that has them, or another kind of store',
  ],
  ['RequestTimeTooSkewed', 'Set this machine’s clock'],
])

/** Status 412: the object is not what the caller said it must be; 409: another write of it is under way. */
export function isPreconditionFailure(error: unknown): boolean {
  const status = statusOf(error)
  return status === 412 || status === 409
}

export function isMissingObject(error: unknown): boolean {
  const code = codeOf(error)
  return code === 'NoSuchKey' || code === 'NotFound'
}

/** Worth trying again: the service is busy, or the connection broke. */
export function isPassing(error: unknown): boolean {
  const status = statusOf(error)
  if (status === null) return /^(ECONN|EPIPE|ETIMEDOUT|TimeoutError)/.test(codeOf(error))
  return status === 429 || (status >= 500 && status !== 501)
}

/**
 * The `UsageError` to show for `error`, which befell while one wanted to `doing`, such as `read \`s3://…\``; what is
 * none of S3’s stays as it is.
 */
export function toS3Failure(error: unknown, doing: string): unknown {
  if (error instanceof UsageError || !(error instanceof Error) || error.name === 'AbortError') return error
  const code = codeOf(error)
  const status = statusOf(error)
  const isNoRegion = error.message === 'Region is missing'
  const isNetwork =
    status === null && (isPassing(error) || /^(ENOTFOUND|EAI_AGAIN|CERT|DEPTH|SELF)/.test(code))
  const remedy = isNoRegion ? region : isNetwork ? endpoint : remedies.get(code)
  if (remedy === undefined && status === null) return error
  const reason = `${code}${status === null ? '' : `, status ${status}`}: ${shorten(error.message)}`
  return new UsageError(`Cannot ${doing} (${reason}). ${remedy ?? 'Run the command again'}`, { cause: error })
}

function statusOf(error: unknown): number | null {
  return isJsonObject(error) ? readCount(readObject(error, '$metadata'), 'httpStatusCode') : null
}

function codeOf(error: unknown): string {
  if (!isJsonObject(error)) return ''
  return readString(error, 'code') ?? readString(error, 'Code') ?? (error instanceof Error ? error.name : '')
}

function shorten(text: string): string {
  const line =
    text
      .replace(/[\s\p{Cc}]+/gu, ' ')
      .trim()
      .replace(/\.$/, '') || 'no reason given'
  return line.length > 200 ? `${line.slice(0, 200)}…` : line
}
