// A branch that changes just the files that staged sessions edited.

import { basename } from 'node:path'
import type { TestContext } from 'node:test'
import type { Session } from '../../src/capture/session/session.ts'
import { makeWorld, type World } from './capture-world.ts'
import { type Change, readStaged, type TranscriptFixture } from './staged-transcripts.ts'

export interface Staged extends World {
  /** What `--session` takes, each with its sessions. */
  paths: string[]
  sessions: Session[]
  /** What the branch changes. */
  files: string[]
}

/** `fixture` in a world of its own, in whose repository a branch changes what the sessions edited. */
export async function stageBranch(
  t: TestContext,
  fixture: TranscriptFixture,
  change?: Change,
): Promise<Staged> {
  const names = await readNames(t, fixture)
  const world = makeWorld(t, names.repository)
  world.git('switch', '-q', '-c', 'work')
  for (const file of names.files) world.commit(file, `Change ${basename(file)}`)
  const paths = fixture.stage(world, change)
  const sessions: Session[] = []
  for (const path of paths) sessions.push(...(await readStaged(fixture.reader, path)))
  return { ...world, paths, sessions, files: names.files }
}

/** What the repository was called and which of its files were edited, as the unchanged fixture says. */
async function readNames(
  t: TestContext,
  fixture: TranscriptFixture,
): Promise<{ repository: string; files: string[] }> {
  const world = makeWorld(t)
  const sessions: Session[] = []
  for (const path of fixture.stage(world)) sessions.push(...(await readStaged(fixture.reader, path)))
  const folders = sessions.flatMap((session) => session.folders)
  const folder = toSlashes(folders.find((one) => !one.startsWith(world.home)) ?? '')
  const paths = sessions.flatMap(({ events }) =>
    events.flatMap((event) =>
      event.kind === 'call' ? [...event.paths] : event.kind === 'human_edit' ? [event.path] : [],
    ),
  )
  const known = toSlashes(paths.find((path) => /^(?:\/|[a-z]:)/i.test(path)) ?? '')
  // Some tell no folder: then it is where the first file lies.
  const top = folder || known.replace(/(?:\/(?:src|test))?\/[^/]*$/, '')
  const files = paths.map((path) => {
    const slashed = toSlashes(path)
    return slashed.startsWith(`${top}/`)
      ? slashed.slice(top.length + 1)
      : slashed.replace(/^.*\/(?=[^/]*$)/, (above) => (/^(?:\/|[a-z]:)/i.test(above) ? '' : above))
  })
  return {
    repository: top === '' ? 'shop' : basename(top),
    files: [...new Set(files)],
  }
}

function toSlashes(path: string): string {
  return path.replaceAll('\\', '/')
}
