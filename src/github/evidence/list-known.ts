// The files in the known places: what the readers look for there, and nothing beside it.

import { dirname } from 'node:path'
import { findFiles } from '../../capture/find/find-files.ts'
import type { Machine, Reader, Root } from '../../capture/readers/reader.ts'
import { type Candidates, mostCandidates } from './candidate.ts'
import type { EvidencePlace } from './find-places.ts'
import { isBelow } from './is-below.ts'

const bounds = { entries: 50_000, files: mostCandidates }

/** What `readers` find in `places`. Links in them are not followed. */
export async function listKnown(
  readers: readonly Reader[],
  machine: Machine,
  places: readonly EvidencePlace[],
  signal: AbortSignal,
): Promise<Candidates> {
  const kinds = new Set(places.map(({ kind }) => kind))
  const lists = await Promise.all(
    [...kinds].map(async (kind) => {
      const here = places.filter((place) => place.kind === kind)
      const kept = readers.map(
        (reader): Reader => ({
          ...reader,
          roots: (each) => reader.roots(each).filter((root) => here.some((place) => isOf(place, root))),
        }),
      )
      const { files, notices } = await findFiles(kept, machine, { signal, since: null, bounds })
      return { candidates: files.map((file) => ({ ...file, place: kind })), notices }
    }),
  )
  return {
    candidates: lists.flatMap(({ candidates }) => candidates),
    notices: lists.flatMap(({ notices }) => notices),
  }
}

/** Whether `root` is in `place`, or `place` is the file for which `root` is looked through. */
function isOf({ path }: EvidencePlace, { folder }: Root): boolean {
  return isBelow(path, folder) || dirname(path) === folder
}
