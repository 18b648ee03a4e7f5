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
  const taken = new Set<SessionEvent>()
  const own = new Set<string>()
  for (const event of ranked.session.events) {
    const files = pathsOf(event).flatMap((path) => paths.find(path) ?? [])
    if (files.length === 0) continue
    const states = await Promise.all(
      files.map(async (file) => event.at !== null && (await history.wasTaken(file, event.at))),
    )
    for (const [index, file] of files.entries()) if (!states[index]) own.add(file)
    if (states.every(Boolean)) taken.add(event)
  }
  if (taken.size === 0) return ranked
  return { ...ranked, taken, why: { ...ranked.why, files: ranked.why.files.filter((file) => own.has(file)) } }
}

function pathsOf(event: SessionEvent): readonly string[] {
  if (event.kind === 'human_edit') return [event.path]
  return event.kind === 'call' ? event.paths : []
}
