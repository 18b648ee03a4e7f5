// Which artifacts were collected before.

import type { SeenArtifact } from '../collected.ts'

export interface Seen {
  has(artifact: SeenArtifact): boolean
}

/**
 * The same id in the same repository, or with the same digest: a repository may have been renamed since, and the ids of
 * two GitHub instances may meet.
 */
export function createSeen(artifacts: readonly SeenArtifact[]): Seen {
  const byId = new Map<number, SeenArtifact[]>()
  for (const artifact of artifacts) {
    const same = byId.get(artifact.id)
    if (same === undefined) byId.set(artifact.id, [artifact])
    else same.push(artifact)
  }
  return {
    has: ({ repository, id, digest }) =>
      byId
        .get(id)
        ?.some(
          (each) =>
            each.repository.toLowerCase() === repository.toLowerCase() ||
            (digest !== null && each.digest === digest),
        ) === true,
  }
}
