// The measurement: each branch is checked out in a clone of our own, with the sessions of its developers as they were an
// hour after its last commit, and every rule is asked which of them made it.

import { mkdirSync, realpathSync } from 'node:fs'
import { join } from 'node:path'
import { createGit } from '../../src/capture/branch/create-git.ts'
import { describeReasons } from '../../src/cli/draft/describe-session.ts'
import type { Progress } from '../../src/runtime/progress.ts'
import { createTally } from '../measures.ts'
import { type Answer, askCase, type World } from './ask-case.ts'
import { readCheckpoints } from './checkpoints.ts'
import { createClone, type Ref } from './clone.ts'
import { listCases } from './list-cases.ts'
import type { SessionResults } from './page.ts'
import { readWork, type Work } from './rules.ts'
import { scoreSessions } from './score-sessions.ts'
import { extractTranscripts } from './transcripts.ts'

export interface Measurement {
  /** The clone of entireio/cli, which is only read. */
  given: string
  /** Its branches. */
  branches: readonly Ref[]
  /** Full SHAs of two of them: the main one, and the one with the checkpoints. */
  main: string
  checkpoints: string
  /** An empty folder for all that is written. */
  folder: string
  signal: AbortSignal
  progress: Progress
}

/** Rejects with the reason of the signal, and with what Git says. */
export async function measureSessions(measurement: Measurement): Promise<SessionResults> {
  const { branches, main, checkpoints, signal, progress } = measurement
  const world = await createWorld(measurement)
  const { stored, works, root } = world
  const cases = await listCases(root, branches, main, signal)
  const rules = { draft: createTally(), files: createTally(), branch: createTally() }
  const behind = new Set<string>()
  let [asked, missedIdle] = [0, 0]
  for (const [index, one] of cases.entries()) {
    progress.step('Asking about branches', index, cases.length)
    const answer = await askCase(one, world)
    if (answer === null) continue
    const { wanted, draft, files, branch, idle } = answer
    scoreSessions(rules.draft, one.title, draft.keys(), wanted, (id) => explain(id, answer))
    scoreSessions(rules.files, one.title, files, wanted)
    scoreSessions(rules.branch, one.title, branch, wanted)
    asked++
    for (const id of wanted) {
      behind.add(id)
      if (idle.has(id) && !draft.has(id)) missedIdle++
    }
  }
  const [sessions, leftOut] = [works.length, stored.ids.size - works.length]
  return { main, checkpoints, cases: asked, sessions, behind: behind.size, leftOut, rules, missedIdle }
}

async function createWorld(measurement: Measurement): Promise<World> {
  const { given, branches, checkpoints, folder, signal, progress } = measurement
  const root = makeFolder(folder, 'cli')
  await createClone(given, root, branches, signal)
  const git = createGit(given, signal)
  const stored = await readCheckpoints(git, checkpoints, (done, total) =>
    progress.step('Reading checkpoints', done, total),
  )
  const transcripts = await extractTranscripts({
    git,
    sessions: [...stored.sessions.values()],
    root,
    folder: makeFolder(folder, 'transcripts'),
    onStep: (done, total) => progress.step('Reading transcripts', done, total),
  })
  const works: Work[] = []
  for (const transcript of transcripts) works.push(await readWork(transcript, root, signal))
  return { root, folder, stored, works, signal }
}

function explain(id: string, { draft, idle }: Answer): string {
  const why = draft.get(id)
  if (why !== undefined) return describeReasons(why)
  return idle.has(id) ? 'edited no file of it' : 'edited files of it'
}

function makeFolder(parent: string, name: string): string {
  const folder = join(parent, name)
  mkdirSync(folder)
  return realpathSync(folder)
}
