// What Entire keeps of the sessions of its own developers: a branch with a folder for each checkpoint, in it a folder for
// each session with the transcript so far, and commits that name their checkpoint. Reads only.

import type { Git } from '../../src/capture/branch/branch.ts'
import { splitAtNul } from '../../src/capture/branch/split-output.ts'
import { isJsonObject, readString } from '../../src/core/json.ts'

/** Without `refs/heads/` or `refs/remotes/origin/`. */
export const checkpointBranch = 'entire/checkpoints/v1'

/** A session as the checkpoints have it. */
export interface StoredSession {
  id: string
  /** Every checkpoint with it has the transcript so far: this is the object name of the longest. */
  transcript: string
}

export interface Checkpoints {
  /** By id; those whose transcripts are all in the clone. */
  sessions: ReadonlyMap<string, StoredSession>
  /** Ids of sessions by the id of the checkpoint, such as `0e6b66910244`; those that are not in `sessions` too. */
  named: ReadonlyMap<string, ReadonlySet<string>>
  /** All of them. */
  ids: ReadonlySet<string>
}

/** One row of `git ls-tree -r -l`: a file of one session. */
interface StoredFile {
  checkpoint: string
  folder: string
  name: string
  sha: string
  /** Null when the clone lacks it. */
  bytes: number | null
}

/** All of `ref`. `onStep` is told how many of how many sessions of checkpoints were read. */
export async function readCheckpoints(
  git: Git,
  ref: string,
  onStep: (done: number, total: number) => void,
): Promise<Checkpoints> {
  const files = parseTree((await git(['ls-tree', '-r', '-l', '-z', '--full-tree', ref])) ?? '')
  const metadata = files.filter(({ name }) => name === 'metadata.json')
  const ids = new Map<string, string>()
  for (const [index, { folder, sha }] of metadata.entries()) {
    onStep(index, metadata.length)
    const id = readSessionId((await git(['cat-file', 'blob', sha])) ?? '')
    if (id !== null) ids.set(folder, id)
  }
  return groupSessions(files, ids)
}

/** The files of sessions in the output of `git ls-tree -r -l -z`; those of checkpoints themselves are left out. */
export function parseTree(output: string): StoredFile[] {
  return splitAtNul(output).flatMap((row) => {
    // Git says `BAD` of an object that is not there.
    const [, sha, bytes, path = ''] = /^100644 blob ([0-9a-f]{40,64}) +(\d+|BAD|-)\t(.+)$/.exec(row) ?? []
    const [, folder, start, rest, name] = /^(([0-9a-f]{2})\/([0-9a-f]{10})\/\d+)\/([^/]+)$/.exec(path) ?? []
    if (!sha || !folder || !start || !rest || !name) return []
    const size = /^\d+$/.test(bytes ?? '') ? Number(bytes) : null
    return [{ checkpoint: start + rest, folder, name, sha, bytes: size }]
  })
}

/** `ids` are those of sessions by the folder of their metadata. */
export function groupSessions(files: readonly StoredFile[], ids: ReadonlyMap<string, string>): Checkpoints {
  const longest = new Map<string, StoredFile>()
  const isLacking = new Set<string>()
  const named = new Map<string, Set<string>>()
  for (const file of files) {
    const id = ids.get(file.folder)
    if (id === undefined) continue
    named.set(file.checkpoint, (named.get(file.checkpoint) ?? new Set()).add(id))
    if (file.name !== 'full.jsonl') continue
    if (file.bytes === null) isLacking.add(id)
    else if (file.bytes > (longest.get(id)?.bytes ?? -1)) longest.set(id, file)
  }
  const whole = [...longest].filter(([id]) => !isLacking.has(id))
  return {
    sessions: new Map(whole.map(([id, { sha }]) => [id, { id, transcript: sha }])),
    named,
    ids: new Set(ids.values()),
  }
}

/** Older ones have a date before the id of the agent: `2026-01-15-5a3bb1c8-…`. */
export function readSessionId(metadata: string): string | null {
  try {
    const value: unknown = JSON.parse(metadata)
    const id = isJsonObject(value) ? readString(value, 'session_id') : null
    return /[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/.exec(id ?? '')?.[0] ?? null
  } catch {
    return null
  }
}
