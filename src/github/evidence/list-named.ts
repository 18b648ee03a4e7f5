// The files that the input names: themselves, or what is in a folder.

import { lstat, opendir, realpath } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { recognizeFile } from '../../capture/find/recognize-file.ts'
import { describeSystemError } from '../../capture/find/walk-root.ts'
import type { Reader } from '../../capture/readers/reader.ts'
import { type Candidate, type Candidates, mostCandidates } from './candidate.ts'
import { isBelow } from './is-below.ts'

const mostEntries = 10_000
const mostDepth = 8
/** Nothing of a tool's is in these but what is read with its session. */
const skipped = new Set(['.git', 'node_modules', 'subagents'])
/** Kinds of files that readers read; of the others in a folder not even the start is. */
const kinds = /(?:\.(?:jsonl?|zst|md|txt|log|db|vscdb)|\/[^./]+)$/i

interface Search {
  readers: readonly Reader[]
  signal: AbortSignal
  found: Candidate[]
  notices: string[]
  left: number
}

/** What `readers` recognize of `names`, files and folders, relative to `folder`. Links are followed nowhere. */
export async function listNamed(
  readers: readonly Reader[],
  folder: string,
  names: readonly string[],
  signal: AbortSignal,
): Promise<Candidates> {
  const search: Search = { readers, signal, found: [], notices: [], left: mostEntries }
  for (const name of names) {
    const path = resolve(folder, name)
    const before = search.found.length
    try {
      if (await leadsOut(path, folder)) {
        search.notices.push(`\`${name}\` is a link that leads out of the workspace.`)
        continue
      }
      await lookAt(await realpath(path), search)
      if (search.found.length === before)
        search.notices.push(`\`${name}\` holds no transcript of a known format.`)
    } catch (error) {
      signal.throwIfAborted()
      search.notices.push(
        isMissing(error)
          ? `The input \`transcripts\` names \`${name}\`, which is not there.`
          : `\`${name}\`: ${describeSystemError(error)}.`,
      )
    }
  }
  if (search.left < 0) search.notices.push(`Only ${mostEntries} files and folders were looked at.`)
  const once = new Map(search.found.map((one) => [one.file.path, one]))
  const sorted = [...once.values()].sort((a, b) => b.file.modifiedAt.getTime() - a.file.modifiedAt.getTime())
  if (sorted.length > mostCandidates)
    search.notices.push(`Of ${sorted.length} transcripts the newest ${mostCandidates} are looked at.`)
  return { candidates: sorted.slice(0, mostCandidates), notices: search.notices }
}

/** Within the workspace, where the pull request may have put anything, a link must not lead out of it. */
async function leadsOut(path: string, workspace: string): Promise<boolean> {
  return isBelow(workspace, path) && !isBelow(await realpath(workspace), await realpath(path))
}

async function lookAt(path: string, search: Search): Promise<void> {
  if ((await lstat(path)).isDirectory()) await walk(path, 1, search)
  else await take(path, search)
}

async function walk(folder: string, depth: number, search: Search): Promise<void> {
  if (await take(folder, search)) return
  for await (const entry of await opendir(folder)) {
    search.signal.throwIfAborted()
    if (search.left-- <= 0) return
    const path = join(folder, entry.name)
    try {
      if (entry.isDirectory()) {
        if (depth < mostDepth && !skipped.has(entry.name)) await walk(path, depth + 1, search)
      } else if (entry.isFile() && kinds.test(path)) await take(path, search)
    } catch (error) {
      search.signal.throwIfAborted()
      search.notices.push(`\`${path}\`: ${describeSystemError(error)}.`)
    }
  }
}

async function take(path: string, { readers, found }: Search): Promise<boolean> {
  const one = await recognizeFile(path, readers)
  if (one) found.push({ ...one, place: 'named' })
  return one !== null
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR')
}
