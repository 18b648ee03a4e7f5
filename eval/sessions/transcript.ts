// A transcript of Claude Code, moved to another machine and another time. Pure.

import { isJsonObject, type JsonObject, readObject, readString } from '../../src/core/json.ts'

/** What a transcript says of itself. Times are ISO 8601 in UTC. */
export interface TranscriptFacts {
  /** Working folders, each once. */
  folders: readonly string[]
  startedAt: string
  endedAt: string
}

/** Null when it is none of Claude Code, or tells no time. */
export function describeTranscript(text: string): TranscriptFacts | null {
  const folders = new Set<string>()
  const times: string[] = []
  for (const line of text.split('\n')) {
    const row = parseRow(line)
    const folder = readString(row, 'cwd')
    if (folder !== null) folders.add(folder)
    const time = timeOf(row)
    if (time !== null) times.push(time)
  }
  times.sort()
  const [startedAt, endedAt] = [times[0], times.at(-1)]
  if (folders.size === 0 || startedAt === undefined || endedAt === undefined) return null
  return { folders: [...folders], startedAt, endedAt }
}

/** The rows that were there at `end` (ISO 8601 in UTC); a row without a time is as old as the one before. */
export function cutTranscript(text: string, end: string): string {
  let isLate = false
  return text
    .split('\n')
    .filter((line) => {
      const time = timeOf(parseRow(line))
      if (time !== null) isLate = time > end
      return !isLate
    })
    .join('\n')
}

/** The folder that is home to `folder`'s user, such as `/Users/ann`: it stands for a machine. Null elsewhere. */
export function homeOf(folder: string): string | null {
  return /^\/(?:Users|home)\/[^/]+(?=\/)/.exec(folder)?.[0] ?? null
}

/**
 * Top folders of checkouts among the working folders of all sessions: those that are in no other. Worktrees below one are
 * moved with it.
 */
export function findCheckouts(folders: Iterable<string>): string[] {
  const all = [...new Set([...folders].map((folder) => folder.replace(/\/\.worktrees\/.*$/s, '')))]
  return all.filter((folder) => !all.some((other) => folder.startsWith(`${other}/`)))
}

/** `text` with `root` for each of `checkouts` and the worktrees in their `.worktrees`. */
export function moveTranscript(text: string, checkouts: readonly string[], root: string): string {
  if (checkouts.length === 0) return text
  const names = [...checkouts]
    .sort((a, b) => b.length - a.length)
    .map((folder) => folder.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'))
  const pattern = new RegExp(`(?:${names.join('|')})(?:/\\.worktrees/[\\w.-]+)?(?![\\w.-])`, 'g')
  return text.replace(pattern, () => root)
}

function parseRow(line: string): JsonObject | null {
  try {
    const row: unknown = JSON.parse(line)
    return isJsonObject(row) ? row : null
  } catch {
    return null
  }
}

/** Snapshots of files have theirs inside. */
function timeOf(row: JsonObject | null): string | null {
  const time = readString(row, 'timestamp') ?? readString(readObject(row, 'snapshot'), 'timestamp')
  return time !== null && /^20\d\d-\d\d-\d\dT[\d:.]+Z$/.test(time) ? time : null
}
