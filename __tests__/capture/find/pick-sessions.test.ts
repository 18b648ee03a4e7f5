import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { readBranch } from '../../../src/capture/branch/read-branch.ts'
import { type PickOptions, pickSessions } from '../../../src/capture/find/pick-sessions.ts'
import { opencode } from '../../../src/capture/readers/opencode.ts'
import { SessionBuilder } from '../../../src/capture/session/session-builder.ts'
import { silent } from '../../../src/runtime/progress.ts'
import { makeWorld, toy, type World } from '../../support/capture-world.ts'

async function pick({ home, repository }: World, names: string[], given: Partial<PickOptions> = {}) {
  const { signal } = new AbortController()
  const { branch, git } = await readBranch(repository, { base: null, signal })
  assert.ok(git)
  const { selected } = await pickSessions(names, {
    readers: [toy],
    machine: { home, env: {}, platform: process.platform, roots: branch.worktrees },
    branch,
    git,
    aliases: [],
    folder: home,
    evidence: [],
    signal,
    progress: silent,
    ...given,
  })
  return selected.map(({ session }) => session.id)
}

test('by id, by its start, by its file, whatever it did', async (t) => {
  const world = makeWorld(t)
  const path = world.session('5ec6a1f0-1', [{ prompt: 'p' }], new Date('2020-01-01'))
  world.session('5ec6a1f0-2', [{ prompt: 'p' }])
  assert.deepEqual(await pick(world, ['5ec6a1f0-1']), ['5ec6a1f0-1'])
  assert.deepEqual(await pick(world, ['5ec6a1f0-2', path]), ['5ec6a1f0-1', '5ec6a1f0-2'])
  assert.deepEqual(await pick(world, ['.toy/sessions/5ec6a1f0-1.jsonl']), ['5ec6a1f0-1'])
})

test('a name that is none or several', async (t) => {
  const world = makeWorld(t)
  world.session('5ec6a1f0-1', [{ prompt: 'p' }])
  world.session('5ec6a1f0-2', [{ prompt: 'p' }])
  mkdirSync(join(world.home, 'folder'))
  writeFileSync(join(world.home, 'text.txt'), 'text')
  writeFileSync(join(world.home, 'empty.jsonl'), '')
  execFileSync('mkfifo', [join(world.home, 'pipe')])
  const cases = [
    ['5ec6a1f0', '`--session 5ec6a1f0` names several sessions: `5ec6a1f0-1`, `5ec6a1f0-2`'],
    [
      '5ec6a',
      'No session `5ec6a` was found; list those of this branch with `ai-worklog draft --list --all`, or name its file',
    ],
    ['gone.jsonl', 'Cannot read `gone.jsonl`: there is no such file'],
    ['pipe', 'Cannot read `pipe`: it is no file'],
    ['folder', '`folder` is of no known format; expected a session of Toy'],
    ['text.txt', '`text.txt` is of no known format; expected a session of Toy'],
    ['empty.jsonl', `\`${join(world.home, 'empty.jsonl')}\` holds no session of Toy`],
  ] as const
  for (const [name, message] of cases) {
    await assert.rejects(pick(world, [name]), { name: 'UsageError', message })
  }
})

test('a name that may be in a file that cannot be read', async (t) => {
  const world = makeWorld(t)
  const folder = join(world.home, '.local/share/opencode')
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'opencode.db'), 'no database')
  await assert.rejects(pick(world, ['ses_1'], { readers: [opencode] }), {
    message: `No session \`ses_1\` was found; list those of this branch with \`ai-worklog draft --list --all\`, or name its file. Nothing could be read of ${join(folder, 'opencode.db')} (no database that can be read)`,
  })
})

test('a session that the repository carries', async (t) => {
  const world = makeWorld(t)
  const session = new SessionBuilder('entire-1', { toolId: 'toy', toolName: 'Toy', path: 'x' }).build()
  const why = { files: [], commits: [], folder: false, branch: false, time: false }
  assert.deepEqual(await pick(world, ['entire-1'], { evidence: [{ session, why }] }), ['entire-1'])
})
