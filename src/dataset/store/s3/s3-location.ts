// `s3://bucket/prefix`, and what the environment says about where that is.

import { UsageError } from '../../../report/usage-error.ts'

export interface S3Location {
  bucket: string
  /** Empty or with a `/` at its end. */
  prefix: string
}

/** Throws a {@link UsageError} when `location` is not of that form. */
export function parseS3Location(location: string): S3Location {
  const [, bucket = '', rest = ''] =
    /^s3:\/\/([a-z0-9][a-z0-9.-]{1,61}[a-z0-9])(?:\/(.*))?$/.exec(location) ?? []
  const parts = rest.split('/').filter((part) => part !== '')
  if (bucket === '' || !parts.every((part) => /^[\w.+=@ -]+$/.test(part) && !/^\.+$/.test(part))) {
    throw new UsageError(
      `The store \`${location}\` must be \`s3://bucket/prefix\`: a bucket’s name of 3 to 63 lower-case letters, digits, \`.\` and \`-\`, and folders of letters, digits and \`_.+=@-\``,
    )
  }
  return { bucket, prefix: parts.map((part) => `${part}/`).join('') }
}

/** The address of another service than Amazon’s, as its own tools are told; null for Amazon’s. */
export function readEndpoint(env: Readonly<Record<string, string | undefined>>): string | null {
  const endpoint = env.AWS_ENDPOINT_URL_S3 || env.AWS_ENDPOINT_URL || ''
  if (endpoint === '') return null
  if (URL.canParse(endpoint) && /^https?:$/.test(new URL(endpoint).protocol)) return endpoint
  throw new UsageError(
    `\`AWS_ENDPOINT_URL_S3\` must be an address such as \`https://s3.example.org\`, got \`${endpoint}\``,
  )
}
