// Entire's checkpoints (entireio/cli 0.4.4, f446dcf): commits name them in `Entire-Checkpoint:`, and a branch of their own
// holds, for each session, `metadata.json`, `prompt.txt` and the agent's own transcript.

import { isJsonObject, type JsonObject, readCount, readString } from '../../core/json.ts'
import type { Branch, Git } from '../branch/branch.ts'
import type { Selected } from '../find/selected.ts'
import type { Session } from '../session/session.ts'
import { SessionBuilder } from '../session/session-builder.ts'
import { findTool, select } from './evidence-session.ts'
import { type GitBlob, listBlobs, readBlob } from './git-blobs.ts'
import { readTranscript } from './read-transcript.ts'

const refs = ['refs/heads/entire/checkpoints/v1', 'refs/remotes/*/entire/checkpoints/v1']
const trailer = /^Entire-Checkpoint:[ \t]*([0-9a-f]{12})[ \t]*$/gim
const mostCheckpoints = 100
const longestMetadata = 1_000_000
const longestPrompts = 5_000_000

/** One session as a checkpoint has it. */
interface Stored {
  id: string
  metadata: JsonObject
  blobs: ReadonlyMap<string, GitBlob>
  ref: string
}

/** The sessions of the checkpoints that the branch's commits name, each once, with all its commits. */
export async function readCheckpoints(branch: Branch, git: Git): Promise<Selected[]> {
  const named = nameCheckpoints(branch)
  if (named.size === 0) return []
  const listed = await git(['for-each-ref', '--format=%(refname)', ...refs])
  const found = (listed ?? '').split('\n').filter((ref) => ref.startsWith('refs/'))
  const sessions = new Map<string, { stored: Stored; commits: Set<string>; start: number }>()
  for (const [checkpoint, commits] of named) {
    for (const stored of await readCheckpoint(git, found.slice(0, 20), checkpoint)) {
      const start = readStart(stored.metadata)
      const known = sessions.get(stored.id)
      // Every checkpoint holds all of the session so far: the last is whole.
      sessions.set(stored.id, {
        stored,
        commits: new Set([...(known?.commits ?? []), ...commits]),
        start: Math.min(start, known?.start ?? start),
      })
    }
  }
  const selected: Selected[] = []
  for (const { stored, commits, start } of sessions.values())
    selected.push(select(await readSession(git, stored, start), [...commits], []))
  return selected
}

/** Checkpoints by id, in the order of the commits that name them. */
function nameCheckpoints(branch: Branch): Map<string, string[]> {
  const named = new Map<string, string[]>()
  for (const { sha, message } of branch.commits) {
    for (const [, id = ''] of message.slice(-20_000).matchAll(trailer)) {
      if (named.size >= mostCheckpoints && !named.has(id)) continue
      named.set(id.toLowerCase(), [...(named.get(id.toLowerCase()) ?? []), sha])
    }
  }
  return named
}

async function readCheckpoint(git: Git, found: readonly string[], id: string): Promise<Stored[]> {
  for (const ref of found) {
    const blobs = await listBlobs(git, ref, `${id.slice(0, 2)}/${id.slice(2)}/`)
    const stored: Stored[] = []
    for (const [number, named] of groupSessions(blobs)) {
      const metadata = parse(await readBlob(git, named.get('metadata.json'), longestMetadata))
      const sessionId = readString(metadata, 'session_id')?.slice(0, 200) ?? `${id}/${number}`
      if (metadata) stored.push({ id: sessionId, metadata, blobs: named, ref })
    }
    if (stored.length > 0) return stored
  }
  return []
}

/** The files of each session by name; a checkpoint has a folder for each, by number. */
function groupSessions(blobs: readonly GitBlob[]): Map<string, Map<string, GitBlob>> {
  const sessions = new Map<string, Map<string, GitBlob>>()
  for (const blob of blobs) {
    const [, number, name] = /\/(\d{1,3})\/([^/]+)$/.exec(blob.path) ?? []
    if (number && name) sessions.set(number, (sessions.get(number) ?? new Map()).set(name, blob))
  }
  return sessions
}

/** The transcript, as the reader of the agent reads it; else the prompts. */
async function readSession(git: Git, { id, metadata, blobs, ref }: Stored, start: number): Promise<Session> {
  const agent = readString(metadata, 'agent') ?? ''
  const path = `${ref.replace(/^refs\/(?:heads|remotes)\//, '')}:${blobs.get('metadata.json')?.path ?? ''}`
  const session = await readTranscript(git, blobs, { agent, id, start })
  if (session) return { ...session, path }
  const builder = new SessionBuilder(id, { ...findTool(agent), path })
  builder.note({ branch: readString(metadata, 'branch'), at: readString(metadata, 'created_at') })
  builder.note({ model: readString(metadata, 'model') })
  const prompts = await readBlob(git, blobs.get('prompt.txt'), longestPrompts)
  for (const prompt of (prompts ?? '').split('\n\n---\n\n').slice(0, 1_000)) builder.prompt(prompt, null)
  return builder.build()
}

/** The line of the transcript at which the checkpoint's own part begins. */
function readStart(metadata: JsonObject): number {
  return (
    readCount(metadata, 'checkpoint_transcript_start') ||
    (readCount(metadata, 'transcript_lines_at_start') ?? 0)
  )
}

function parse(text: string | null): JsonObject | null {
  try {
    const value: unknown = text === null ? null : JSON.parse(text)
    return isJsonObject(value) ? value : null
  } catch {
    return null
  }
}
