// Where agents leave transcripts in a job, held against what the readers read.

import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, it } from 'node:test'
import { readers } from '../../../src/capture/readers/readers.ts'
import { findPlaces } from '../../../src/github/evidence/find-places.ts'
import { isBelow } from '../../../src/github/evidence/is-below.ts'
import { makeJob } from '../../support/job-world.ts'

/** Editors, in whose folders these keep their sessions, do not run in jobs. */
const editors = /\/(?:User|globalStorage)(?:\/|$)/

describe('findPlaces', () => {
  it('finds nothing where nothing is, and where the runner names no folders', (t) => {
    assert.deepEqual(findPlaces(makeJob(t).env), [])
    assert.deepEqual(findPlaces({}), [])
    assert.deepEqual(
      findPlaces({ HOME: '/nowhere', RUNNER_TEMP: '/nowhere', GITHUB_WORKSPACE: '/nowhere' }),
      [],
    )
  })

  it('finds the files that claude-code-action leaves, in folders of their own too', (t) => {
    const { leave, env, temporary } = makeJob(t)
    leave('temp/claude-execution-output.json', '[]')
    leave('temp/claude-execution-12-ab/claude-execution-output.json', '[]')
    leave('temp/claude-prompts/prompt.txt', '')
    assert.deepEqual(
      findPlaces(env)
        .map(({ kind, path }) => [kind, path])
        .sort(),
      [
        ['temporary', join(temporary, 'claude-execution-12-ab')],
        ['temporary', join(temporary, 'claude-execution-output.json')],
      ],
    )
  })

  it('follows the variables by which tools keep their sessions elsewhere', (t) => {
    const { leave, env, home } = makeJob(t)
    leave('home/a/projects/x', '')
    leave('home/b/sessions/x', '')
    const own = { ...env, CLAUDE_CONFIG_DIR: `${home}/none, ${home}/a`, CODEX_HOME: join(home, 'b') }
    assert.deepEqual(
      findPlaces(own).map(({ path }) => path),
      [join(home, 'a/projects'), join(home, 'b/sessions')],
    )
  })

  it('knows every folder that a reader reads, but those of editors', (t) => {
    const { leave, env, home, workspace, temporary } = makeJob(t)
    const machine = { home, env, platform: 'linux' as const, roots: [workspace] }
    const roots = readers
      .flatMap((reader) => reader.roots(machine))
      .filter(({ folder }) => !editors.test(folder))
    for (const { folder } of roots)
      if (!existsSync(folder)) leave(join(folder, 'x').slice(dirname(home).length), '')
    leave('work/.aider.chat.history.md', '')
    leave('temp/claude-execution-output.json', '')
    const places = findPlaces(env)
    const missing = roots.filter(
      ({ folder }) => !places.some(({ path }) => isBelow(path, folder) || dirname(path) === folder),
    )
    assert.deepEqual(missing, [])
    assert.ok(roots.length >= 12 && roots.some(({ folder }) => folder === temporary))
    // And looks for nothing that no reader reads.
    const idle = places.filter(
      ({ path }) => !roots.some(({ folder }) => isBelow(path, folder) || dirname(path) === folder),
    )
    assert.deepEqual(idle, [])
  })
})
