import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createBranchPaths } from '../../../src/capture/paths/branch-paths.ts'
import { SessionPaths } from '../../../src/capture/paths/session-paths.ts'
import { branchOf } from '../../support/branch-of-test.ts'
import { buildSession, select } from '../../support/session-events.ts'

const files = ['src/retry.ts', 'packages/api/src/a.ts', 'package.json']

function pathsOf(folders: readonly string[], facts = {}) {
  return new SessionPaths(
    createBranchPaths(branchOf(files, facts), []),
    select(buildSession([], { folders })),
  )
}

test('Finds files of the branch by the paths of a session', () => {
  const paths = pathsOf(['/work/app', '/work/app/packages/api'])
  assert.equal(paths.find('/work/app/src/retry.ts'), 'src/retry.ts')
  assert.equal(paths.find('./src/retry.ts'), 'src/retry.ts')
  assert.equal(paths.find('src/a.ts'), 'packages/api/src/a.ts')
  assert.equal(paths.find('../../package.json'), 'package.json')
  assert.equal(paths.find('/work/app/packages/api/package.json'), null)
  assert.equal(paths.find('/home/ann/other/package.json'), null)
  assert.equal(paths.find('/tmp/src/retry.ts'), null)
})

test('Finds them in other worktrees, other clones and on Windows', () => {
  const worktree = { worktrees: ['/work/app', '/work/app/.worktrees/b'] }
  assert.equal(pathsOf([], worktree).find('/work/app/.worktrees/b/src/retry.ts'), 'src/retry.ts')
  assert.equal(pathsOf(['/workspace']).find('/workspace/src/retry.ts'), 'src/retry.ts')
  assert.equal(pathsOf(['/clone/packages/api']).find('/clone/src/retry.ts'), 'src/retry.ts')
  assert.equal(pathsOf([]).find('/work/app/.claude/worktrees/gone/src/retry.ts'), 'src/retry.ts')
  const agreed = {
    ...select(buildSession([])),
    why: { ...select(buildSession([])).why, files: ['src/retry.ts'] },
  }
  assert.equal(
    new SessionPaths(createBranchPaths(branchOf(files), []), agreed).find('/elsewhere/src/retry.ts'),
    'src/retry.ts',
  )
  const windows = pathsOf(['C:\\Work\\App'], { root: 'C:\\Work\\App', worktrees: ['C:\\Work\\App'] })
  assert.equal(windows.find('c:\\Work\\App\\packages\\api\\src\\a.ts'), 'packages/api/src/a.ts')
  assert.equal(windows.find('packages\\api\\src\\a.ts'), 'packages/api/src/a.ts')
})

test('Names files for people, and never the folders above the repository', () => {
  const paths = pathsOf(['/work/app'])
  assert.equal(paths.name('/work/app/src/other.ts'), 'src/other.ts')
  assert.equal(paths.name('/home/ann/.claude/plans/plan.md'), 'plan.md')
  assert.equal(paths.isInside('/home/ann/.claude/plans/plan.md'), false)
  assert.equal(paths.isInside('/work/app/new.ts'), true)
})

test('Knows the forms that WSL, Git Bash, macOS and URLs have for a path', () => {
  const windows = pathsOf([], { root: 'C:\\Work\\App', worktrees: ['C:\\Work\\App'] })
  const forms = ['/mnt/c/work/app', '/c/Work/App', 'file:///c%3A/Work/App', '\\\\?\\C:\\Work\\App']
  for (const form of forms) assert.equal(windows.find(`${form}/src/retry.ts`), 'src/retry.ts', form)
  assert.equal(windows.name('C:\\Work\\App\\src\\Other.ts'), 'src/Other.ts')
  const mac = pathsOf([], { root: '/private/tmp/app', worktrees: ['/private/tmp/app'] })
  assert.equal(mac.find('/tmp/app/src/retry.ts'), 'src/retry.ts')
  const wsl = pathsOf([], { root: '/home/ann/app', worktrees: ['/home/ann/app'] })
  assert.equal(wsl.find('\\\\wsl.localhost\\Ubuntu\\home\\ann\\app\\src\\retry.ts'), 'src/retry.ts')
})
