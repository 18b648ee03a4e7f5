// Reads an agent's transcript that lies in Git, with the reader of that agent: it is put in a private file for as long
// as that takes.

import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Git } from '../branch/branch.ts'
import type { Reader } from '../readers/reader.ts'
import { readers } from '../readers/readers.ts'
import type { Session } from '../session/session.ts'
import { findTool } from './evidence-session.ts'
import { type GitBlob, readBlob } from './git-blobs.ts'

/** Of all parts together. */
const longestTranscript = 64 * 1024 * 1024
const names = ['full.jsonl', 'full.log']

export interface TranscriptOptions {
  agent: string
  /** Of the session. */
  id: string
  /** Lines before it belong to earlier commits; the first is kept, for it may say what the file is. */
  start: number
}

/** The session in the transcript among `blobs`; null when there is none that a reader understands. */
export async function readTranscript(
  git: Git,
  blobs: ReadonlyMap<string, GitBlob>,
  { agent, id, start }: TranscriptOptions,
): Promise<Session | null> {
  const text = await joinParts(git, blobs)
  if (text === null) return null
  const folder = await mkdtemp(join(tmpdir(), 'ai-worklog-checkpoint-'))
  try {
    const isRows = /^\s*\{[^\n]*\}\s*(?:\n|$)/.test(text)
    const name = /^[\w-]{1,100}$/.test(id) ? id : 'session'
    const path = join(folder, `${name}.${isRows ? 'jsonl' : 'json'}`)
    const kept = isRows ? cutLines(text, start) : text
    await writeFile(path, kept, { mode: 0o600 })
    const reader = findReader(agent, path, kept)
    if (!reader) return null
    const file = { path, bytes: Buffer.byteLength(kept), modifiedAt: new Date() }
    for await (const session of reader.read(file, { signal: new AbortController().signal }))
      if (session.events.length > 0) return session
    return null
  } catch {
    // What a reader cannot read, the prompts beside it may still say.
    return null
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** Large transcripts are stored in parts: `full.jsonl`, `full.jsonl.001` and so on. */
async function joinParts(git: Git, blobs: ReadonlyMap<string, GitBlob>): Promise<string | null> {
  const name = names.find((known) => blobs.has(known))
  if (name === undefined) return null
  const parts = [...blobs.keys()]
    .filter(
      (found) => found === name || (/^\.\d{3}$/.test(found.slice(name.length)) && found.startsWith(name)),
    )
    .sort()
  const texts: string[] = []
  let left = longestTranscript
  for (const part of parts) {
    const text = await readBlob(git, blobs.get(part), left)
    if (text === null) return null
    left -= blobs.get(part)?.bytes ?? 0
    texts.push(text.endsWith('\n') ? text : `${text}\n`)
  }
  return texts.join('')
}

function cutLines(text: string, start: number): string {
  if (start <= 1) return text
  const lines = text.split('\n')
  return lines.length <= start ? text : [lines[0], ...lines.slice(start)].join('\n')
}

function findReader(agent: string, path: string, text: string): Reader | undefined {
  const { toolId } = findTool(agent)
  const head = text.slice(0, 64 * 1024)
  return readers.find(({ id }) => id === toolId) ?? readers.find((reader) => reader.recognizes(path, head))
}
