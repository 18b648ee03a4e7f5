// The copies that an erasure leaves, told so that somebody can go after them.

import { existsSync } from 'node:fs'
import type { DeletedArtifacts } from './delete-artifacts.ts'
import type { EraseOptions } from './erasure.ts'

interface Left {
  pending: string | null
  artifacts: DeletedArtifacts
  hasRecords: boolean
}

/** One sentence or two each. */
export function listUnreached(options: EraseOptions, { pending, artifacts, hasRecords }: Left): string[] {
  const { store, who, outFolders, replaced, deleteArtifacts } = options
  const sentences: string[] = []
  if (pending !== null)
    sentences.push(
      `Version \`${pending}\` of \`${store.name}\`, the newest: build the dataset again, which leaves out what is erased, and then run this command again to remove it`,
    )
  for (const { place, reason } of artifacts.kept) sentences.push(`${place}: ${reason}`)
  if (deleteArtifacts === undefined)
    sentences.push(
      'Artifacts of workflow runs: none was deleted, which `--artifacts` does. They expire by themselves, 90 days after their run unless the repository says otherwise',
    )
  else
    sentences.push(
      'Artifacts of runs on commits that no record names, such as those pushed over: they expire by themselves',
    )
  for (const folder of outFolders.filter((path) => replaced?.has(path) !== true && existsSync(path)))
    sentences.push(`\`${folder}\`: write the dataset there again, or delete it`)
  if (hasRecords) {
    sentences.push(...store.leftovers)
    sentences.push(
      'Versions already handed on: published ones, such as on Hugging Face, their forks, downloads, caches of runners and backups. Publish the new version, delete the old ones there, and tell those who have copies',
    )
  }
  if ('author' in who)
    sentences.push(
      'What others wrote about this person: find it in the newest version and erase those pull requests by `--pr`',
    )
  sentences.push('The pull requests themselves, which only their authors and repositories can change')
  return sentences
}
