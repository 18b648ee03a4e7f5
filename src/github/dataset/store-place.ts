// The input `store`, and the location that it means in a repository.

import { resolve } from 'node:path'

export type StorePlace =
  | { kind: 'artifact' | 'release' }
  | { kind: 'branch'; branch: string }
  /** As the command line names it: a bucket, or a place in another repository. */
  | { kind: 'location'; location: string }
  | { kind: 'folder'; path: string }

export const storeRule =
  '`artifact`, `branch:<name>`, `release`, `s3://bucket/prefix`, or a folder such as `./store`'

/** Null for what is none of {@link storeRule}. */
export function parseStorePlace(text: string): StorePlace | null {
  if (text === 'artifact' || text === 'release') return { kind: text }
  if (/[\p{Cc}]/u.test(text)) return null
  const branch = /^branch:([\w./+-]+)$/.exec(text)?.[1]
  if (branch !== undefined) return { kind: 'branch', branch }
  // An artifact can only be uploaded to the run’s own repository.
  if (/^(?:s3|github-(?:branch|release)):/.test(text)) return { kind: 'location', location: text }
  // A drive has one letter; anything longer is a service that we do not know.
  if (/^[\w+.-]{2,}:/.test(text)) return null
  return { kind: 'folder', path: text }
}

/** The location as `openStore` takes it. */
export function locateStore(
  place: StorePlace,
  { repository, artifactName, workspace }: { repository: string; artifactName: string; workspace: string },
): string {
  switch (place.kind) {
    case 'artifact':
      return `github-artifact:${repository}/${artifactName}`
    case 'release':
      return `github-release:${repository}`
    case 'branch':
      return `github-branch:${repository}@${place.branch}`
    case 'location':
      return place.location
    case 'folder':
      return resolve(workspace, place.path)
  }
}
