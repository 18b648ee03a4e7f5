import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Branch } from '../../../src/capture/branch/branch.ts'
import { combineSelected } from '../../../src/capture/find/combine-selected.ts'
import { createFormerCommits } from '../../../src/capture/find/former-commits.ts'
import { compareSelected, isBehind, rankSession } from '../../../src/capture/find/rank-session.ts'
import { createBranchPaths } from '../../../src/capture/paths/branch-paths.ts'
import type { Session } from '../../../src/capture/session/session.ts'
import { SessionBuilder } from '../../../src/capture/session/session-builder.ts'

const sha = '0123456789abcdef0123456789abcdef01234567'
const branch: Branch = {
  root: '/home/ann/shop',
  worktrees: ['/home/ann/shop', '/home/ann/shop-fix', '/home/ann/shop/.trees/deep'],
  name: 'add-cache',
  base: 'origin/main',
  mergeBase: null,
  head: sha,
  commits: [
    {
      sha,
      authoredAt: '2026-11-03T10:00:00.000Z',
      committedAt: '2026-11-03T10:00:00.000Z',
      author: { name: 'Ann', email: 'ann@example.com' },
      message: 'Add a small cache\n\nIt is fast.',
      files: [],
    },
  ],
  files: ['README.md', 'src/index.ts', 'src/lib/cache.ts', 'vendor/lib'],
  notices: [],
}

interface Given {
  id?: string
  folders?: string[]
  branches?: string[]
  edits?: string[]
  commits?: string[]
  command?: string
  at?: string
}

function build({
  id = 'a',
  folders = [],
  branches = [],
  edits = [],
  commits = [],
  command,
  at,
}: Given): Session {
  const builder = new SessionBuilder(id, { toolId: 'toy', toolName: 'Toy', path: `/x/${id}` })
  for (const folder of folders) builder.note({ folder })
  for (const one of branches) builder.note({ branch: one })
  for (const path of edits) {
    builder.call({ action: 'edit', name: 'Edit', paths: [path], status: 'ok', at: at ?? null })
  }
  builder.call({
    action: 'shell',
    name: 'Shell',
    command: command ?? null,
    commits,
    status: 'ok',
    at: at ?? null,
  })
  return builder.build()
}

const rank = (given: Given, of: Branch = branch, said: string | null = null) =>
  rankSession(
    build(given),
    of,
    createBranchPaths(of, []),
    createFormerCommits(async () => said),
  )
const filesOf = async (given: Given, of?: Branch) => (await rank(given, of)).why.files

test('absolute and relative paths, in any worktree', async () => {
  assert.deepEqual(await filesOf({ edits: ['/home/ann/shop/src/index.ts'] }), ['src/index.ts'])
  assert.deepEqual(await filesOf({ edits: ['/home/ann/shop-fix/README.md'] }), ['README.md'])
  assert.deepEqual(await filesOf({ edits: ['/home/ann/shop/.trees/deep/README.md'] }), ['README.md'])
  const folders = ['/home/ann/shop/src']
  assert.deepEqual(await filesOf({ folders, edits: ['lib/cache.ts'] }), ['src/lib/cache.ts'])
  assert.deepEqual(await filesOf({ folders, edits: ['../README.md'] }), ['README.md'])
})

test('a worktree that an agent made and removed', async () => {
  assert.deepEqual(await filesOf({ edits: ['/home/ann/shop/.claude/worktrees/x1/README.md'] }), ['README.md'])
})

test('another file of the repository is no match, however it ends', async () => {
  assert.deepEqual(await filesOf({ edits: ['/home/ann/shop/packages/a/src/index.ts'] }), [])
  assert.deepEqual(await filesOf({ edits: ['/home/ann/shop'] }), [])
})

test('what a submodule holds is of it', async () => {
  assert.deepEqual(await filesOf({ edits: ['/home/ann/shop/vendor/lib/x/y.c'] }), ['vendor/lib'])
})

test('case does not count on Windows, and only there', async () => {
  const windows = { ...branch, root: 'C:/Users/Ann/Shop', worktrees: ['C:/Users/Ann/Shop'] }
  for (const path of [
    'C:\\Users\\Ann\\Shop\\SRC\\Index.ts',
    'c:/users/ann/shop/src/index.ts',
    '/c/Users/Ann/Shop/src/index.ts',
    '/mnt/c/Users/Ann/Shop/src/index.ts',
  ]) {
    assert.deepEqual(await filesOf({ edits: [path] }, windows), ['src/index.ts'], path)
  }
  const folders = ['C:\\Users\\Ann\\Shop']
  assert.deepEqual(await filesOf({ folders, edits: ['src\\index.ts'] }, windows), ['src/index.ts'])
  assert.deepEqual(await filesOf({ edits: ['/home/ann/shop/SRC/index.ts'] }), [])
})

test('a checkout elsewhere counts when its name, branch, commits or several files say so', async () => {
  assert.deepEqual(await filesOf({ edits: ['/old/shop/src/index.ts'] }), ['src/index.ts'])
  assert.deepEqual(await filesOf({ edits: ['/cursor/worktrees/shop/x1/src/index.ts'] }), ['src/index.ts'])
  assert.deepEqual(await filesOf({ edits: ['/old/other/src/index.ts'] }), [])
  assert.deepEqual(await filesOf({ edits: ['/old/shop/other/src/index.ts'] }), [])
  assert.deepEqual(await filesOf({ edits: ['/old/other/src/index.ts'], branches: ['main'] }), [])
  const cache = { ...branch, name: 'cache' }
  assert.deepEqual(await filesOf({ edits: ['/old/other/src/index.ts'], branches: ['cache'] }, cache), [])
  const app = { ...branch, root: '/app', worktrees: ['/app'] }
  assert.deepEqual(await filesOf({ edits: ['/old/app/src/index.ts'] }, app), [])
  assert.deepEqual(await filesOf({ edits: ['/old/other/src/index.ts'], branches: ['add-cache'] }), [
    'src/index.ts',
  ])
  assert.deepEqual(await filesOf({ edits: ['/old/other/src/index.ts'], commits: [sha] }), ['src/index.ts'])
  const both = ['/old/other/src/index.ts', '/old/other/src/lib/cache.ts']
  assert.deepEqual(await filesOf({ edits: both }), ['src/index.ts', 'src/lib/cache.ts'])
  const more = ['a', 'b', 'c'].map((name) => `/old/other/${name}`)
  assert.deepEqual(await filesOf({ edits: [...both, ...more] }), [])
})

test('a single name elsewhere counts only in the folder of the session, when that is tied to the repository', async () => {
  assert.deepEqual(await filesOf({ edits: ['/old/shop/README.md'] }), [])
  assert.deepEqual(await filesOf({ edits: ['README.md'], folders: ['/old/shop'] }), ['README.md'])
  const other = { edits: ['README.md'], folders: ['/old/other'] }
  assert.deepEqual(await filesOf(other), [])
  assert.deepEqual(await filesOf({ ...other, branches: ['add-cache'] }), ['README.md'])
})

test('a relative path of a session without a folder needs more', async () => {
  assert.deepEqual(await filesOf({ edits: ['src/index.ts'] }), [])
  assert.deepEqual(await filesOf({ edits: ['src/index.ts'], branches: ['add-cache'] }), ['src/index.ts'])
})

test('a commit by its SHA, full or abbreviated, of either case', async () => {
  for (const one of [sha, sha.slice(0, 7), sha.slice(0, 10).toUpperCase()]) {
    assert.deepEqual((await rank({ commits: [one] })).why.commits, [sha], one)
  }
  for (const one of [sha.slice(0, 6), 'ffffffff', '0123456x']) {
    assert.deepEqual((await rank({ commits: [one] })).why.commits, [], one)
  }
})

test('a rebased commit by author and date, as far as Git still has it', async () => {
  const old = 'feedbee'.padEnd(40, '0')
  const said = (email: string, at: string) => `${old}\0${at}\0${email}\0Add a small cache\0`
  const commits = ['feedbee']
  const found = await rank({ commits }, branch, said('ann@example.com', '2026-11-03T11:00:00+01:00'))
  assert.deepEqual(found.why.commits, [sha])
  const other = await rank({ commits }, branch, said('bob@example.com', '2026-11-03T11:00:00+01:00'))
  assert.deepEqual(other.why.commits, [])
})

test('a rebased commit by its subject in the command, at that time', async () => {
  const command = 'git commit -m "Add a small cache"'
  const given = { commits: ['feedbee'], command }
  assert.deepEqual((await rank({ ...given, at: '2026-11-03T10:04:00Z' })).why.commits, [sha])
  assert.deepEqual((await rank({ ...given, at: '2026-11-04T10:04:00Z' })).why.commits, [])
  assert.deepEqual((await rank(given)).why.commits, [])
})

test('folder, branch and time alone select nothing', async () => {
  const hints = await rank({
    folders: ['/home/ann/shop/src'],
    branches: ['add-cache'],
    at: '2026-11-03T11:30:00Z',
  })
  assert.deepEqual(hints.why, { files: [], commits: [], folder: true, branch: true, time: true })
  assert.equal(isBehind(hints), false)
  const none = await rank({ folders: ['/home/ann/shopping'], at: '2026-11-03T12:30:00Z' })
  assert.deepEqual(none.why, { files: [], commits: [], folder: false, branch: false, time: false })
})

test('best first, in the same order whatever the order was', async () => {
  const list = await Promise.all([
    rank({ id: 'commit', commits: [sha] }),
    rank({ id: 'two', edits: ['/home/ann/shop/README.md', '/home/ann/shop/src/index.ts'] }),
    rank({ id: 'one-here', edits: ['README.md'], folders: ['/home/ann/shop'] }),
    rank({ id: 'one', edits: ['/home/ann/shop/README.md'] }),
    rank({ id: 'zone', edits: ['/home/ann/shop/README.md'] }),
  ])
  const ids = ['commit', 'two', 'one-here', 'one', 'zone']
  for (const order of [list, list.toReversed()]) {
    assert.deepEqual(
      order.toSorted(compareSelected).map(({ session }) => session.id),
      ids,
    )
  }
})

test('copies of a session are one', async () => {
  const part = await rank({ edits: ['/home/ann/shop/README.md'] })
  const whole = await rank({ edits: ['/home/ann/shop/src/index.ts', '/x', '/y'], commits: [sha] })
  const [only, ...more] = combineSelected([part, whole])
  assert.equal(more.length, 0)
  assert.equal(only?.session, whole.session)
  assert.deepEqual(only?.why.files, ['README.md', 'src/index.ts'])
  assert.deepEqual(only?.why.commits, [sha])
})
