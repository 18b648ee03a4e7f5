// `path` or `owner/repository:path`, as the `policy` input and a policy's `extends` name a policy file.

import type { PolicyLocation } from './inputs.ts'

const repositoryName = /^[A-Za-z0-9-]{1,39}\/[A-Za-z0-9._-]{1,100}$/

/** Null when `text` names no file. Paths are relative to the repository's root and use `/`. */
export function parsePolicyLocation(text: string): PolicyLocation | null {
  const colon = text.indexOf(':')
  const repository = colon === -1 ? null : text.slice(0, colon)
  const path = text.slice(colon + 1)
  if (repository !== null && !repositoryName.test(repository)) return null
  return isFilePath(path) ? { repository, path } : null
}

/** The location as its author would write it. */
export function formatPolicyLocation({ repository, path }: PolicyLocation): string {
  return repository === null ? path : `${repository}:${path}`
}

function isFilePath(path: string): boolean {
  if (path.length > 1024 || /[\p{Cc}\\]/u.test(path)) return false
  return path.split('/').every((part) => part !== '' && part !== '.' && part !== '..')
}
