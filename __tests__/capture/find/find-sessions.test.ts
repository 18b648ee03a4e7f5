import assert from 'node:assert/strict'
import { chmodSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { readBranch } from '../../../src/capture/branch/read-branch.ts'
import { type FindOptions, findSessions } from '../../../src/capture/find/find-sessions.ts'
import { leastBytes } from '../../../src/capture/find/search-file.ts'
import type { Reader } from '../../../src/capture/readers/reader.ts'
import { silent } from '../../../src/runtime/progress.ts'
import { makeWorld, toy, type World } from '../../support/capture-world.ts'

async function find({ home, repository }: World, given: Partial<FindOptions> = {}) {
  const { signal } = new AbortController()
  const { branch, git } = await readBranch(repository, { base: null, signal })
  assert.ok(git)
  return findSessions({
    readers: [toy],
    machine: { home, env: {}, platform: process.platform, roots: branch.worktrees },
    branch,
    git,
    aliases: [],
    since: null,
    signal,
    progress: silent,
    ...given,
  })
}

/** So large that it is searched before it is read. */
const padding = { prompt: 'x'.repeat(leastBytes) }

/** A reader that counts what it reads. */
function counting(): { reader: Reader; read: string[] } {
  const read: string[] = []
  return {
    read,
    reader: {
      ...toy,
      read(file, options) {
        read.push(file.path)
        return toy.read(file, options)
      },
    },
  }
}

test('sessions that edited files or made commits of the branch, best first', async (t) => {
  const world = makeWorld(t)
  world.git('switch', '-q', '-c', 'cache')
  const sha = world.commit('src/cache.ts', 'Add a cache', '2026-11-03T09:00:00Z')
  const cwd = world.repository
  world.session('edited', [{ prompt: 'p', cwd, edit: 'src/cache.ts' }])
  world.session('made', [{ prompt: 'p', cwd, commit: sha.slice(0, 8) }])
  world.session('here', [{ prompt: 'p', cwd, branch: 'cache', edit: 'README.md' }])
  world.session('elsewhere', [{ prompt: 'p', cwd: '/other', edit: '/other/src/cache.ts' }])
  const { selected, near, notices, files } = await find(world)
  assert.deepEqual(
    selected.map(({ session, why }) => [session.id, why.files, why.commits]),
    [
      ['made', [], [sha]],
      ['edited', ['src/cache.ts'], []],
    ],
  )
  assert.deepEqual(near, [])
  assert.deepEqual(notices, [])
  assert.equal(files, 4)
})

test('a rebased commit is found by what Git still has of it', async (t) => {
  const world = makeWorld(t)
  world.git('switch', '-q', '-c', 'cache')
  const old = world.commit('src/cache.ts', 'Add a cache', '2026-11-03T09:00:00Z')
  world.git('switch', '-q', 'main')
  world.commit('m.ts', 'Main goes on')
  world.git('switch', '-q', 'cache')
  world.git('rebase', '-q', 'main')
  const sha = world.git('rev-parse', 'HEAD')
  assert.notEqual(sha, old)
  world.session('made', [{ prompt: 'p', commit: old.slice(0, 7) }])
  const { selected } = await find(world)
  assert.deepEqual(
    selected.map(({ why }) => why.commits),
    [[sha]],
  )
})

test('what a session committed to the base is of other work, in files of the branch too', async (t) => {
  const world = makeWorld(t)
  const landed = world.commit('src/cache.ts', 'Begin a cache', '2026-11-02T09:00:00Z')
  world.git('switch', '-q', '-c', 'cache')
  const sha = world.commit('src/cache.ts', 'Go on with it', '2026-11-03T09:00:00Z')
  const cwd = world.repository
  const before = [
    { prompt: 'Begin', cwd },
    { edit: 'src/cache.ts' },
    { commit: landed.slice(0, 7) },
    { command: 'npm test' },
  ]
  world.session('before', before)
  world.session('both', [...before, { prompt: 'Go on' }, { edit: 'src/cache.ts', commit: sha.slice(0, 7) }])
  const { selected } = await find(world)
  const own = selected.flatMap(({ session, from = 0 }) => session.events.slice(from))
  assert.deepEqual(
    selected.map(({ session, why }) => [session.id, why.commits]),
    [['both', [sha]]],
  )
  assert.deepEqual(
    own.map((event) => (event.kind === 'prompt' ? event.text : event.kind)),
    ['Go on', 'call', 'call'],
  )
})

/** Each merges the branch `old`, whose commits a session made, into `main` and leaves none of them there. */
const merges: Record<string, (world: World) => void> = {
  'a squash that lists its commits': ({ git, put }) => {
    git('merge', '-q', '--squash', 'old')
    put('src/cache.ts', 'As the reviewer wants it\n')
    git('commit', '-q', '-a', '-m', 'Cache answers (#12)\n\n* Begin the cache\n\n* Let the cache expire')
  },
  'a squash under a title of its own': ({ git }) => {
    git('merge', '-q', '--squash', 'old')
    git('commit', '-q', '-m', 'Cache answers (#12)')
  },
  'a rebase': ({ git }) => {
    git('rebase', '-q', 'main', 'old')
    git('switch', '-q', 'main')
    git('merge', '-q', '--ff-only', 'old')
  },
}

for (const [name, merge] of Object.entries(merges)) {
  test(`what reached the base by ${name} is of other work`, async (t) => {
    const world = makeWorld(t)
    world.git('switch', '-q', '-c', 'old')
    const made = [
      world.commit('src/cache.ts', 'Begin the cache', '2026-11-02T07:00:00Z'),
      world.commit('src/cache.ts', 'Let the cache expire', '2026-11-02T08:00:00Z'),
    ]
    const cwd = world.repository
    const before = made.flatMap((sha) => [
      { prompt: 'Do it', cwd },
      { edit: 'src/cache.ts' },
      { commit: sha.slice(0, 7) },
    ])
    world.git('switch', '-q', 'main')
    world.commit('src/other.ts', 'Go on elsewhere')
    merge(world)
    world.git('branch', '-q', '-D', 'old')
    world.git('switch', '-q', '-c', 'new')
    const sha = world.commit('src/cache.ts', 'Count what the cache saves', '2026-11-03T09:00:00Z')
    world.session('before', before)
    world.session('both', [...before, { prompt: 'Count' }, { edit: 'src/cache.ts', commit: sha.slice(0, 7) }])
    const { selected } = await find(world)
    assert.deepEqual(
      selected.map(({ session, why, from }) => [session.id, why.commits, from]),
      [['both', [sha], before.length]],
    )
  })
}

test('a squash is known by its subject in a clone that never had the commit', async (t) => {
  const world = makeWorld(t)
  world.commit('src/cache.ts', 'Let the cache expire (#12)')
  world.git('switch', '-q', '-c', 'new')
  world.commit('src/cache.ts', 'Count what the cache saves', '2026-11-03T09:00:00Z')
  const session = (id: string, command: string, at: string) =>
    world.session(id, [
      { prompt: 'Do it', cwd: world.repository },
      { edit: 'src/cache.ts' },
      { command, commit: '0123abc', at },
    ])
  session('before', 'git commit -m "Let the cache expire"', '2026-11-02T08:00:00Z')
  session('later', 'git commit -m "Let the cache expire"', '2026-11-02T12:00:00Z')
  session('other', 'git commit -m "Let it go"', '2026-11-02T08:00:00Z')
  const { selected } = await find(world)
  assert.deepEqual(selected.map(({ session: { id } }) => id).sort(), ['later', 'other'])
})

test('what was committed to a branch that did not reach the base is told by its files', async (t) => {
  const world = makeWorld(t)
  world.git('switch', '-q', '-c', 'old')
  const made = world.commit('src/cache.ts', 'Begin the cache', '2026-11-02T10:00:00Z')
  world.git('switch', '-q', '-c', 'new', 'main')
  world.commit('src/cache.ts', 'Begin the cache', '2026-11-03T09:00:00Z')
  world.session('before', [
    { prompt: 'Begin' },
    { edit: join(world.repository, 'src/cache.ts'), commit: made },
  ])
  const { selected } = await find(world)
  assert.deepEqual(
    selected.map(({ session, from }) => [session.id, from]),
    [['before', 0]],
  )
})

test('an amended commit, made in a worktree, too', async (t) => {
  const world = makeWorld(t)
  const other = join(world.home, 'tree')
  world.git('worktree', 'add', '-q', '-b', 'cache', other)
  const inOther = (...args: string[]) => world.git('-C', other, ...args)
  inOther('commit', '-q', '--allow-empty', '-m', 'Fix', '--date=2026-11-03T09:00:00Z')
  const old = inOther('rev-parse', 'HEAD')
  writeFileSync(join(other, 'src.ts'), '1')
  inOther('add', '.')
  inOther('commit', '-q', '--amend', '-m', 'Fix the cache')
  const sha = inOther('rev-parse', 'HEAD')
  world.session('made', [{ prompt: 'p', commit: old }])
  const { selected } = await find({ ...world, repository: other })
  assert.deepEqual(
    selected.map(({ why }) => why.commits),
    [[sha]],
  )
})

test('files that name nothing of the branch are not parsed', async (t) => {
  const world = makeWorld(t)
  world.git('switch', '-q', '-c', 'cache')
  world.commit('src/cache.ts', 'Add a cache')
  world.session('other', [padding, { edit: '/other/a.ts' }])
  const mine = world.session('mine', [padding, { edit: `${world.repository}/src/cache.ts` }])
  const { reader, read } = counting()
  const { selected } = await find(world, { readers: [reader] })
  assert.deepEqual(read, [mine])
  assert.deepEqual(
    selected.map(({ session }) => session.id),
    ['mine'],
  )
})

test('without any, those that ran here are named, large ones too', async (t) => {
  const world = makeWorld(t)
  world.git('switch', '-q', '-c', 'cache')
  world.commit('src/cache.ts', 'Add a cache')
  const cwd = world.repository
  world.session('large', [padding, { cwd }])
  world.session('small', [{ prompt: 'p', branch: 'cache' }])
  world.session('other', [{ prompt: 'p', cwd: '/other/shop' }])
  const { selected, near } = await find(world)
  assert.deepEqual(selected, [])
  assert.deepEqual(
    near.map(({ session }) => session.id),
    ['small', 'large'],
  )
})

test('a branch without anything of its own selects none', async (t) => {
  const world = makeWorld(t)
  world.git('switch', '-q', '-c', 'same')
  world.session('here', [{ prompt: 'p', cwd: world.repository, edit: 'README.md' }])
  const { selected, near } = await find(world)
  assert.deepEqual(selected, [])
  assert.deepEqual(
    near.map(({ session }) => session.id),
    ['here'],
  )
})

test('broken files and readers are told in our words, and the rest is read', async (t) => {
  const world = makeWorld(t)
  world.git('switch', '-q', '-c', 'cache')
  world.commit('src/cache.ts', 'Add a cache')
  const good = world.session('good', [{ edit: `${world.repository}/src/cache.ts` }])
  writeFileSync(join(world.home, '.toy/sessions/broken.jsonl'), `{"prompt":"p"}\n{"edit":"${good}`)
  const failing: Reader = {
    ...toy,
    id: 'failing',
    roots: ({ home }) => [{ folder: join(home, '.toy', 'other'), match: /./, depth: 2 }],
    async *read() {
      JSON.parse('secret text')
      yield* []
    },
  }
  const other = { ...world, home: world.home }
  world.session('../other/a', [{ prompt: 'p' }])
  world.session('../other/b', [{ prompt: 'p' }])
  const { selected, notices } = await find(other, { readers: [toy, failing] })
  assert.deepEqual(
    selected.map(({ session }) => session.id),
    ['good'],
  )
  assert.deepEqual(notices, [`${join(world.home, '.toy/other')}: cannot be read (SyntaxError) (2 files).`])
})

test('a file that may not be read is told', async (t) => {
  if (process.getuid?.() === 0) return t.skip('root may read everything')
  const world = makeWorld(t)
  world.git('switch', '-q', '-c', 'cache')
  world.commit('src/cache.ts', 'Add a cache')
  chmodSync(world.session('closed', [{ edit: 'src/cache.ts' }]), 0)
  const { notices } = await find(world)
  assert.deepEqual(notices, [`${join(world.home, '.toy/sessions')}: permission denied.`])
})

test('more than a draft can take: the best are kept', async (t) => {
  const world = makeWorld(t)
  world.git('switch', '-q', '-c', 'cache')
  world.commit('src/cache.ts', 'Add a cache')
  world.commit('src/b.ts', 'Add b')
  const edit = (name: string) => ({ edit: `${world.repository}/src/${name}.ts` })
  for (let index = 0; index < 160; index++) world.session(`s${index}`, [edit('cache')])
  world.session('best', [edit('cache'), edit('b')], new Date('2026-10-01'))
  const { selected, notices } = await find(world)
  assert.equal(selected.length, 100)
  assert.equal(selected[0]?.session.id, 'best')
  assert.deepEqual(notices, ['Only the best 100 sessions behind this branch are taken.'])
})
