// The transcripts of a clone of entireio/cli as files of this machine, each with the time it was last written.

import { linkSync, mkdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Git } from '../../src/capture/branch/branch.ts'
import type { StoredSession } from './checkpoints.ts'
import {
  cutTranscript,
  describeTranscript,
  findCheckouts,
  homeOf,
  moveTranscript,
  type TranscriptFacts,
} from './transcript.ts'

/** One session as a file, whose paths are those of the evaluation's clone. */
export interface Transcript extends Pick<TranscriptFacts, 'startedAt' | 'endedAt'> {
  id: string
  path: string
  /** Home folders that its paths were in: those of its developer. */
  homes: readonly string[]
}

export interface Extraction {
  /** The clone with the transcripts. */
  git: Git
  sessions: readonly StoredSession[]
  /** The clone that paths of the transcripts shall be in. */
  root: string
  /** Where the files go; must exist. */
  folder: string
  onStep: (done: number, total: number) => void
}

/** Those of `sessions` that are of Claude Code, nearly all. */
export async function extractTranscripts(extraction: Extraction): Promise<Transcript[]> {
  const { git, sessions, root, folder, onStep } = extraction
  const found: { id: string; path: string; facts: TranscriptFacts }[] = []
  for (const [index, { id, transcript }] of sessions.entries()) {
    onStep(index, sessions.length)
    const text = await git(['cat-file', 'blob', transcript])
    const facts = text === null ? null : describeTranscript(text)
    if (text === null || facts === null) continue
    const path = join(folder, `${id}.jsonl`)
    writeFileSync(path, text)
    found.push({ id, path, facts })
  }
  const checkouts = findCheckouts(found.flatMap(({ facts }) => facts.folders))
  return found.map(({ id, path, facts: { folders, startedAt, endedAt } }) => {
    const own = checkouts.filter((checkout) => folders.some((one) => `${one}/`.startsWith(`${checkout}/`)))
    writeFileSync(path, moveTranscript(readFileSync(path, 'utf8'), own, root))
    setTime(path, endedAt)
    const homes = [...new Set(folders.flatMap((one) => homeOf(one) ?? []))]
    return { id, path, homes, startedAt, endedAt }
  })
}

/** Puts `transcripts`, as they were at `end`, where Claude Code of `home` keeps them. */
export function layOut(transcripts: readonly Transcript[], home: string, end: string): void {
  const folder = join(home, '.claude/projects/-cli')
  mkdirSync(folder, { recursive: true })
  for (const { id, path, endedAt } of transcripts) {
    const target = join(folder, `${id}.jsonl`)
    if (endedAt <= end) {
      linkSync(path, target)
      continue
    }
    writeFileSync(target, cutTranscript(readFileSync(path, 'utf8'), end))
    setTime(target, end)
  }
}

function setTime(path: string, time: string): void {
  utimesSync(path, new Date(time), new Date(time))
}
