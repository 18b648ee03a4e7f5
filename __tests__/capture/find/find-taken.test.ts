import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import { readBranch } from '../../../src/capture/branch/read-branch.ts'
import { findSessions } from '../../../src/capture/find/find-sessions.ts'
import { createBranchPaths } from '../../../src/capture/paths/branch-paths.ts'
import { SessionPaths } from '../../../src/capture/paths/session-paths.ts'
import { findWork } from '../../../src/capture/reduce/work/find-work.ts'
import { splitTurns } from '../../../src/capture/reduce/work/split-turns.ts'
import { silent } from '../../../src/runtime/progress.ts'
import { makeWorld, toy, type World } from '../../support/capture-world.ts'

const file = 'src/cache.ts'

/** A repository in which `main` changes the file at 10:00, and the branch `next` at 14:00. */
function makeBranch(t: TestContext): World {
  const world = makeWorld(t)
  world.commit(file, 'Add a cache', '2026-11-03T10:00:00Z')
  world.git('switch', '-q', '-c', 'next')
  world.commit(file, 'Bound the cache', '2026-11-03T14:00:00Z')
  return world
}

function edit(world: World, id: string, at: string): void {
  world.session(id, [{ prompt: id, cwd: world.repository, edit: file, at: `2026-11-03T${at}Z` }])
}

async function look({ home, repository }: World) {
  const { signal } = new AbortController()
  const { branch, git } = await readBranch(repository, { base: 'main', signal })
  assert.ok(git)
  const machine = { home, env: {}, platform: process.platform, roots: branch.worktrees }
  const options = { readers: [toy], machine, branch, git, aliases: [], since: null, signal, progress: silent }
  return { ...(await findSessions(options)), branch }
}

async function list(world: World): Promise<string[]> {
  const { selected } = await look(world)
  return selected.map(({ session }) => session.id).sort()
}

test('an edit goes into the next commit of its file, which may be the base’s', async (t) => {
  const world = makeBranch(t)
  edit(world, 'before', '09:00:00')
  edit(world, 'between', '12:00:00')
  edit(world, 'after', '15:00:00')
  assert.deepEqual(await list(world), ['after', 'between'])
})

test('a session that only worked for other commits is named, and not taken', async (t) => {
  const world = makeBranch(t)
  edit(world, 'before', '09:00:00')
  const { selected, near } = await look(world)
  assert.deepEqual(selected, [])
  assert.deepEqual(
    near.map(({ session }) => session.id),
    ['before'],
  )
})

test('commits of branches that are not merged take edits as well', async (t) => {
  const world = makeBranch(t)
  world.git('switch', '-q', '-c', 'other', 'main')
  world.commit(file, 'Try something else', '2026-11-03T13:00:00Z')
  world.git('switch', '-q', 'next')
  edit(world, 'other', '12:30:00')
  edit(world, 'next', '13:30:00')
  assert.deepEqual(await list(world), ['next'])
})

test('commits of other people take nothing', async (t) => {
  const world = makeWorld(t)
  world.put(file)
  world.git('add', '--', file)
  const date = '--date=2026-11-03T10:00:00Z'
  world.git('-c', 'user.name=Bo', 'commit', '-q', '-m', 'Add a cache', date, '--author=Bo <bo@example.com>')
  world.git('switch', '-q', '-c', 'next')
  world.commit(file, 'Bound the cache', '2026-11-03T14:00:00Z')
  edit(world, 'before', '09:00:00')
  assert.deepEqual(await list(world), ['before'])
})

/** Commits the file by a command of Git's own, whose commits are of 2 November at 09:00. */
function commitThen(world: World, ...args: string[]): void {
  world.put(file, 'then\n')
  world.git('add', '--', file)
  world.git('commit', '-q', '-m', 'Bound the cache', ...args)
}

test('what was amended into a commit of the branch is its own', async (t) => {
  const world = makeWorld(t)
  world.commit(file, 'Add a cache', '2026-11-01T10:00:00Z')
  world.git('switch', '-q', '-c', 'next')
  world.commit(file, 'Bound the cache', '2026-11-01T14:00:00Z')
  commitThen(world, '--amend')
  world.git('switch', '-q', 'main')
  world.commit(file, 'Rename the cache', '2026-11-03T10:00:00Z')
  world.git('switch', '-q', 'next')
  edit(world, 'later', '09:00:00')
  world.session('amended', [{ prompt: 'p', cwd: world.repository, edit: file, at: '2026-11-02T08:59:00Z' }])
  assert.deepEqual(await list(world), ['amended'])
})

test('a rebase takes nothing of what other commits took before it', async (t) => {
  const world = makeWorld(t)
  world.commit(file, 'Add a cache', '2026-11-01T10:00:00Z')
  world.git('switch', '-q', '-c', 'next')
  commitThen(world, '--date=2026-11-01T09:00:00Z')
  world.session('before', [{ prompt: 'p', cwd: world.repository, edit: file, at: '2026-11-01T08:30:00Z' }])
  world.session('between', [{ prompt: 'p', cwd: world.repository, edit: file, at: '2026-11-01T09:30:00Z' }])
  assert.deepEqual(await list(world), ['before'])
})

test('the branch as it was pushed before a rebase is no other branch', async (t) => {
  const world = makeBranch(t)
  world.git('update-ref', 'refs/remotes/origin/next', 'HEAD')
  world.git('reset', '-q', '--hard', 'main')
  world.commit(file, 'Bound the cache again', '2026-11-03T16:00:00Z')
  edit(world, 'pushed', '13:00:00')
  assert.deepEqual(await list(world), ['pushed'])
})

test('commits of long ago take edits of long ago', async (t) => {
  const world = makeWorld(t)
  world.commit(file, 'Add a cache', '2025-01-02T10:00:00Z')
  world.git('switch', '-q', '-c', 'next')
  world.commit(file, 'Bound the cache', '2026-11-03T14:00:00Z')
  const cwd = world.repository
  world.session('old', [{ prompt: 'p', cwd, edit: file, at: '2025-01-02T09:00:00Z' }])
  world.session('newer', [{ prompt: 'p', cwd, edit: file, at: '2025-01-02T11:00:00Z' }])
  edit(world, 'new', '12:00:00')
  assert.deepEqual(await list(world), ['new', 'newer'])
})

test('edits without a time stay', async (t) => {
  const world = makeBranch(t)
  world.session('timeless', [{ prompt: 'p', cwd: world.repository, edit: file }])
  assert.deepEqual(await list(world), ['timeless'])
})

test('of a session that served both, only what was for the branch is told', async (t) => {
  const world = makeBranch(t)
  const cwd = world.repository
  world.session('both', [
    { prompt: 'Add a cache', cwd, edit: file, at: '2026-11-03T09:00:00Z' },
    { prompt: 'Bound it', cwd, edit: file, at: '2026-11-03T13:00:00Z' },
  ])
  const { selected, branch } = await look(world)
  const [work] = splitTurns(selected)
  assert.ok(work)
  const turns = findWork(work, branch, new SessionPaths(createBranchPaths(branch, []), work.selected))
  assert.deepEqual(
    turns.map(({ prompt }) => prompt?.event.text),
    ['Bound it'],
  )
})
