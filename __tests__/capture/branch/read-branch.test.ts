import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { chmodSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type TestContext, test } from 'node:test'
import { mostFiles, readBranch } from '../../../src/capture/branch/read-branch.ts'
import { gitEnvironment, makeFolder, makeWorld } from '../../support/capture-world.ts'

const { signal } = new AbortController()
const read = async (folder: string, base: string | null = null) =>
  (await readBranch(folder, { base, signal })).branch
const git = (cwd: string, ...args: string[]) =>
  execFileSync('git', args, { cwd, env: gitEnvironment(), encoding: 'utf8', stdio: 'pipe' }).trim()

/** A clone of the world's repository in a folder beside it. */
function clone(t: TestContext, ...options: string[]) {
  const world = makeWorld(t)
  world.commit('a.ts', 'Second', '2026-11-03T09:00:00Z')
  const copy = join(world.home, 'copy')
  git(world.home, 'clone', '-q', ...options, `file://${world.repository}`, copy)
  git(copy, 'config', 'user.name', 'Ann')
  git(copy, 'config', 'user.email', 'ann@example.com')
  return { ...world, copy }
}

test('a branch has its commits, oldest first, and its files', async (t) => {
  const world = makeWorld(t)
  world.git('switch', '-q', '-c', 'cache')
  const first = world.commit('src/cache.ts', 'Add a cache\n\nIt is small.', '2026-11-03T10:00:00+02:00')
  const second = world.commit('src/main.ts', 'Use it', '2026-11-03T11:00:00Z')
  world.put('README.md', 'changed')
  world.put('notes/new.md')
  const branch = await read(join(world.repository, 'src'))
  assert.deepEqual(branch, {
    root: world.repository,
    worktrees: [world.repository],
    name: 'cache',
    base: 'main',
    mergeBase: world.git('rev-parse', 'main'),
    head: second,
    commits: [
      {
        sha: first,
        authoredAt: '2026-11-03T08:00:00.000Z',
        committedAt: '2026-11-03T08:00:00.000Z',
        author: { name: 'Ann', email: 'ann@example.com' },
        message: 'Add a cache\n\nIt is small.',
        files: ['src/cache.ts'],
      },
      {
        sha: second,
        authoredAt: '2026-11-03T11:00:00.000Z',
        committedAt: '2026-11-03T11:00:00.000Z',
        author: { name: 'Ann', email: 'ann@example.com' },
        message: 'Use it',
        files: ['src/main.ts'],
      },
    ],
    files: ['src/cache.ts', 'src/main.ts', 'README.md', 'notes/new.md'],
    notices: [],
  })
})

test('renamed files have both names; names may be of any characters', async (t) => {
  const world = makeWorld(t)
  world.commit('old name.ts', 'Old')
  world.git('switch', '-q', '-c', 'names')
  world.git('mv', 'old name.ts', 'neu.ts')
  world.git('commit', '-q', '-m', 'Rename')
  world.commit('föö/"q"\n\t\\.ts', 'Odd')
  const { files } = await read(world.repository)
  assert.deepEqual(files, ['neu.ts', 'old name.ts', 'föö/"q"\n\t\\.ts'])
})

test('`--base` takes a branch, a tag, a commit or a branch of origin', async (t) => {
  const { copy } = clone(t)
  git(copy, 'switch', '-q', '-c', 'work')
  git(copy, 'branch', '-q', '-D', 'main')
  git(copy, 'tag', 'v1')
  assert.equal((await read(copy, 'v1')).base, 'v1')
  assert.equal((await read(copy, 'main')).base, 'origin/main')
  for (const wrong of ['gone', '-x', '', 'a..b']) {
    await assert.rejects(read(copy, wrong), {
      name: 'UsageError',
      message: `\`--base\` must be a branch, tag or commit that is here, got \`${wrong}\`; list them with \`git branch --all\`, or fetch it first`,
    })
  }
})

test('the base is what gh noted, an upstream of another name, a default of a remote, a usual name', async (t) => {
  const { copy } = clone(t)
  git(copy, 'update-ref', 'refs/remotes/origin/next', 'HEAD')
  git(copy, 'update-ref', 'refs/remotes/origin/release', 'HEAD')
  git(copy, 'switch', '-q', '-c', 'work', '--no-track')
  assert.equal((await read(copy)).base, 'origin/main')
  git(copy, 'update-ref', '-d', 'refs/remotes/origin/main')
  git(copy, 'symbolic-ref', '--delete', 'refs/remotes/origin/HEAD')
  assert.equal((await read(copy)).base, 'main')
  git(copy, 'branch', '-q', '--set-upstream-to', 'origin/next')
  assert.equal((await read(copy)).base, 'origin/next')
  git(copy, 'config', 'branch.work.gh-merge-base', 'release')
  assert.equal((await read(copy)).base, 'origin/release')
})

test('a branch that follows itself has the default of the remote as its base', async (t) => {
  const { copy } = clone(t)
  git(copy, 'switch', '-q', '-c', 'work')
  git(copy, 'update-ref', 'refs/remotes/origin/work', 'HEAD')
  git(copy, 'branch', '-q', '--set-upstream-to', 'origin/work')
  assert.equal((await read(copy)).base, 'origin/main')
  git(copy, 'update-ref', 'refs/remotes/origin/ann/work', 'HEAD')
  git(copy, 'branch', '-q', '--set-upstream-to', 'origin/ann/work')
  assert.equal((await read(copy)).base, 'origin/main')
})

test('a detached head, a branch equal to its base, uncommitted changes alone', async (t) => {
  const world = makeWorld(t)
  world.git('switch', '-q', '-c', 'same')
  assert.deepEqual((await read(world.repository)).files, [])
  world.git('switch', '-q', '--detach')
  world.put('x.ts')
  const branch = await read(world.repository)
  assert.equal(branch.name, null)
  assert.deepEqual(branch.commits, [])
  assert.deepEqual(branch.files, ['x.ts'])
  assert.deepEqual(branch.notices, ['HEAD is detached: no branch name to go by.'])
})

test('before the first commit, the files are those of the working tree', async (t) => {
  const folder = makeFolder(t)
  git(folder, 'init', '-q', '-b', 'main')
  writeFileSync(join(folder, 'staged.ts'), '1')
  git(folder, 'add', '.')
  writeFileSync(join(folder, 'new.ts'), '1')
  const branch = await read(folder)
  assert.equal(branch.head, null)
  assert.equal(branch.name, 'main')
  assert.deepEqual(branch.files, ['staged.ts', 'new.ts'])
  assert.deepEqual(branch.notices, ['There is no commit yet: taken are the files of the working tree.'])
})

test('without a base, a young repository counts as a whole', async (t) => {
  const world = makeWorld(t)
  const branch = await read(world.repository)
  assert.deepEqual(branch.files, ['README.md'])
  assert.deepEqual(branch.notices, [
    'No base branch was found: taken are all commits; name it with `--base <ref>`.',
  ])
})

test('a shallow clone says so, and its oldest commit changes no file', async (t) => {
  const { copy } = clone(t, '--depth=1')
  git(copy, 'switch', '-q', '-c', 'work')
  writeFileSync(join(copy, 'b.ts'), '1')
  git(copy, 'add', '.')
  git(copy, 'commit', '-q', '-m', 'Mine')
  git(copy, 'update-ref', '-d', 'refs/remotes/origin/main')
  git(copy, 'symbolic-ref', '--delete', 'refs/remotes/origin/HEAD')
  git(copy, 'branch', '-q', '-D', 'main')
  const branch = await read(copy)
  assert.deepEqual(
    branch.commits.map(({ files }) => files),
    [[], ['b.ts']],
  )
  assert.deepEqual(branch.files, ['b.ts'])
  assert.deepEqual(branch.notices, [
    'No base branch was found: taken are all commits; name it with `--base <ref>`.',
    'This clone is shallow: commits may be missing, and the oldest one says no files; get all with `git fetch --unshallow`.',
  ])
})

test('histories that share no commit', async (t) => {
  const world = makeWorld(t)
  world.git('switch', '-q', '--orphan', 'apart')
  world.commit('z.ts', 'Apart')
  const branch = await read(world.repository)
  assert.equal(branch.mergeBase, null)
  assert.deepEqual(branch.notices, [
    'HEAD and `main` share no commit: name another base with `--base <ref>`.',
  ])
})

test('a rebased branch keeps the dates of its authors', async (t) => {
  const world = makeWorld(t)
  world.git('switch', '-q', '-c', 'work')
  world.commit('w.ts', 'Work', '2026-11-04T09:00:00Z')
  world.git('switch', '-q', 'main')
  world.commit('m.ts', 'Main goes on', '2026-11-05T09:00:00Z')
  world.git('switch', '-q', 'work')
  world.git('rebase', '-q', 'main')
  const { commits } = await read(world.repository)
  assert.deepEqual(
    commits.map(({ authoredAt, committedAt }) => [authoredAt, committedAt]),
    [['2026-11-04T09:00:00.000Z', '2026-11-02T09:00:00.000Z']],
  )
})

test('worktrees are all known, the own first, those that are gone too', async (t) => {
  const world = makeWorld(t)
  const other = join(world.home, 'other tree')
  world.git('worktree', 'add', '-q', '-b', 'work', other)
  const branch = await read(other)
  assert.equal(branch.root, other)
  assert.deepEqual(branch.worktrees, [other, world.repository])
  execFileSync('rm', ['-r', other])
  assert.deepEqual((await read(world.repository)).worktrees, [world.repository, other])
})

test('a worktree inside of the working tree is no change of it', async (t) => {
  const world = makeWorld(t)
  world.git('worktree', 'add', '-q', '-b', 'work', join(world.repository, '.worktrees', 'work'))
  world.git('switch', '-q', '-c', 'cache')
  assert.deepEqual((await read(world.repository)).files, [])
})

test('a submodule is a file, and a repository of its own from within', async (t) => {
  const world = makeWorld(t)
  const { repository: library } = makeWorld(t)
  world.git('switch', '-q', '-c', 'lib')
  world.git('-c', 'protocol.file.allow=always', 'submodule', '--quiet', 'add', library, 'vendor/lib')
  world.git('commit', '-q', '-m', 'Add the library')
  assert.deepEqual((await read(world.repository)).files, ['.gitmodules', 'vendor/lib'])
  const inner = await read(join(world.repository, 'vendor/lib'))
  assert.equal(inner.root, join(world.repository, 'vendor/lib'))
})

test('no repository, a bare one, the inside of `.git`, no folder', async (t) => {
  const folder = makeFolder(t)
  const none = await readBranch(folder, { base: null, signal })
  assert.equal(none.git, null)
  assert.deepEqual(none.branch.notices, ['This folder is in no Git repository: go to a clone.'])
  assert.equal(none.branch.root, folder)
  git(folder, 'init', '-q', '--bare', 'bare.git')
  git(folder, 'init', '-q', 'tree')
  const bare =
    'This Git repository is bare, or you are in its `.git` folder: go to a working tree, such as one made with `git worktree add`.'
  assert.deepEqual((await read(join(folder, 'bare.git'))).notices, [bare])
  assert.deepEqual((await read(join(folder, 'tree', '.git'))).notices, [bare])
  const gone = join(folder, 'gone')
  assert.deepEqual((await read(gone)).notices, [`There is no folder \`${gone}\`.`])
})

test('no git on the machine', async (t) => {
  const folder = makeFolder(t)
  const { PATH } = process.env
  process.env.PATH = folder
  t.after(() => {
    process.env.PATH = PATH
  })
  assert.deepEqual((await read(folder)).notices, ['There is no `git` on this machine: install it.'])
})

test('more than 250 commits: the newest are taken', async (t) => {
  const world = makeWorld(t)
  world.git('switch', '-q', '-c', 'long')
  const stream = Array.from({ length: 260 }, (_, index) => {
    const message = `Commit ${index}`
    const from = index === 0 ? 'from refs/heads/long^0\n' : ''
    const person = `committer Ann <ann@example.com> ${1793610000 + index} +0000`
    return `commit refs/heads/long\n${person}\ndata ${message.length}\n${message}\n${from}M 100644 inline f${index}.ts\ndata 1\nx\n`
  }).join('')
  execFileSync('git', ['fast-import', '--quiet'], {
    cwd: world.repository,
    env: gitEnvironment(),
    input: stream,
  })
  world.git('reset', '-q', '--hard')
  const { commits, notices } = await read(world.repository)
  assert.equal(commits.length, 250)
  assert.equal(commits[0]?.message, 'Commit 10')
  assert.equal(commits.at(-1)?.message, 'Commit 259')
  assert.deepEqual(notices, ['The branch has more than 250 commits: the newest 250 are taken.'])
})

test('more files than are compared', async (t) => {
  const world = makeWorld(t)
  const entries = Array.from(
    { length: mostFiles + 1 },
    (_, index) => `M 100644 inline many/${index}\ndata 0\n`,
  )
  const commit = 'commit refs/heads/wide\ncommitter Ann <ann@example.com> 1793610000 +0000\ndata 4\nWide\n'
  execFileSync('git', ['fast-import', '--quiet'], {
    cwd: world.repository,
    env: gitEnvironment(),
    input: `${commit}from refs/heads/main^0\n${entries.join('')}`,
  })
  world.git('symbolic-ref', 'HEAD', 'refs/heads/wide')
  const { files, notices } = await read(world.repository)
  assert.equal(files.length, mostFiles)
  assert.deepEqual(notices, ['The branch changes more than 10000 files: the rest is left out.'])
})

test('nothing that the repository configures is run', async (t) => {
  const world = makeWorld(t)
  const mark = join(world.home, 'ran')
  const program = join(world.home, 'program')
  writeFileSync(program, `#!/bin/sh\necho ran >> '${mark}'\ncat\n`)
  chmodSync(program, 0o755)
  world.put('.gitattributes', '* filter=evil diff=evil\n')
  for (const key of [
    'filter.evil.clean',
    'filter.evil.smudge',
    'filter.evil.process',
    'diff.evil.command',
    'diff.evil.textconv',
    'core.fsmonitor',
    'core.pager',
  ]) {
    world.git('config', key, program)
  }
  const later = new Date('2026-11-20T00:00:00Z')
  world.put('README.md', 'other')
  utimesSync(join(world.repository, 'README.md'), later, later)
  assert.deepEqual((await read(world.repository)).files, ['README.md', '.gitattributes'])
  world.git('config', 'filter.odd=name.clean', program)
  assert.deepEqual((await read(world.repository)).files, ['README.md', '.gitattributes'])
  assert.throws(() => execFileSync('cat', [mark], { stdio: 'pipe' }))
})

test('a link is a file and is not followed', async (t) => {
  const world = makeWorld(t)
  world.git('switch', '-q', '-c', 'links')
  symlinkSync('/', join(world.repository, 'everything'))
  assert.deepEqual((await read(world.repository)).files, ['everything'])
})
