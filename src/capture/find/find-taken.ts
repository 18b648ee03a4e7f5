// What a session did in the branch's files for other commits.

import type { BranchPaths } from '../paths/branch-paths.ts'
import { SessionPaths } from '../paths/session-paths.ts'
import type { SessionEvent } from '../session/session.ts'
import type { FileHistory } from './file-history.ts'
import type { Selected } from './selected.ts'

/**
 * `ranked` without the files in which all that it did went into commits of other branches, and with those edits marked.
 * Edits at an unknown time stay.
 */
export async function findTaken(
  ranked: Selected,
  branch: BranchPaths,
  history: FileHistory,
): Promise<Selected> {
  if (ranked.why.files.length === 0) return ranked
  const paths = new SessionPaths(branch, ranked)
  const edits = ranked.session.events.flatMap((event) => {
    const files = pathsOf(event).flatMap((path) => paths.find(path) ?? [])
    return files.length === 0 ? [] : { event, files, at: Date.parse(event.at ?? '') }
  })
  const times = edits.flatMap(({ at }) => (Number.isNaN(at) ? [] : at))
  if (times.length === 0) return ranked
  const wasTaken = await history.load(times.reduce((least, at) => Math.min(least, at)))
  const taken = new Set(
    edits.flatMap(({ event, files, at }) => (files.every((file) => wasTaken(file, at)) ? event : [])),
  )
  if (taken.size === 0) return ranked
  const own = new Set(edits.flatMap(({ files, at }) => files.filter((file) => !wasTaken(file, at))))
  return { ...ranked, taken, why: { ...ranked.why, files: ranked.why.files.filter((file) => own.has(file)) } }
}

function pathsOf(event: SessionEvent): readonly string[] {
  if (event.kind === 'human_edit') return [event.path]
  return event.kind === 'call' ? event.paths : []
}
