import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import { reduceSessions } from '../../../src/capture/reduce/reduce-sessions.ts'
import type { Session } from '../../../src/capture/session/session.ts'
import { branchOf } from '../../support/branch-of-test.ts'
import { BranchRepository } from '../../support/branch-repository.ts'
import { buildSession, type EventOfTest, edited, prompt, ran, select } from '../../support/session-events.ts'

const wait = 'export function waitFor() {\n  while (Date.now() < deadline) {}\n  return done\n}\n'
const timer = 'export function waitFor() {\n  await timer(deadline - Date.now())\n  return done\n}\n'

function open(
  context: TestContext,
  files: Record<string, string> = { 'README.md': '# App\n' },
): BranchRepository {
  const repository = new BranchRepository(files)
  context.after(() => repository.remove())
  return repository
}

/** A session that writes `src/wait.ts` and commits it as `sha`. */
function writes(sha: string): Session {
  return buildSession([
    prompt('Wait for the deadline'),
    edited('src/wait.ts'),
    ran('git commit -m "Add waitFor"', { commits: [sha.slice(0, 9)] }),
  ])
}

async function correctionsOf(repository: BranchRepository, session: Session, commits: readonly string[]) {
  const { corrections } = await reduceSessions(
    [select(session, commits)],
    repository.branch(),
    repository.git,
    {
      full: false,
    },
  )
  return corrections.map(({ key: _, ...said }) => said)
}

test('A later commit that changes the lines of the AI is a correction, with its reason and the code', async (context) => {
  const repository = open(context)
  const sha = repository.commit({
    files: { 'src/wait.ts': wait },
    message: 'Add waitFor',
    at: '2026-09-01T10:03:00Z',
  })
  repository.commit({
    files: { 'src/wait.ts': timer },
    message:
      'Replace the busy loop with a timer\n\nFound while profiling. It kept one core at 100 % because\nnothing yielded.\n\nSigned-off-by: Ann <ann@example.com>',
    at: '2026-09-01T11:00:00Z',
  })
  assert.deepEqual(await correctionsOf(repository, writes(sha), [sha]), [
    {
      what: 'Replace the busy loop with a timer',
      reason: 'It kept one core at 100 % because nothing yielded.',
      path: 'src/wait.ts',
      before: '  while (Date.now() < deadline) {}',
      after: '  await timer(deadline - Date.now())',
    },
  ])
})

test('Merges, bots, formatters, other tools and the sessions themselves correct nothing', async (context) => {
  const repository = open(context)
  const add = (text: string, message: string, author?: { name: string; email: string }) =>
    repository.commit({
      files: { 'src/wait.ts': text },
      message,
      at: '2026-09-01T11:00:00Z',
      ...(author ? { author } : {}),
    })
  const first = add(wait, 'Add waitFor')
  const second = add(timer, 'Use a timer')
  add(timer.replace('done', 'ready'), 'Bump', {
    name: 'renovate[bot]',
    email: '29139614+renovate[bot]@users.noreply.github.com',
  })
  add(timer, 'Say done\n\nCo-Authored-By: Claude <noreply@anthropic.com>')
  add(timer.replace('timer', 'sleep'), 'style: run the linter')
  add(timer.replace('timer', 'sleep').replaceAll('  ', '\t').replace('return done', 'return done;'), 'Tidy')
  repository.run(['switch', '-q', 'main'])
  repository.commit({ files: { 'README.md': '# Other\n' }, message: 'Other', at: '2026-09-01T11:30:00Z' })
  repository.run(['switch', '-q', 'retries'])
  repository.run(['merge', '-q', '--no-ff', '-m', 'Take main in', 'main'], {
    GIT_AUTHOR_NAME: 'Ann',
    GIT_AUTHOR_EMAIL: 'ann@example.com',
    GIT_COMMITTER_NAME: 'Ann',
    GIT_COMMITTER_EMAIL: 'ann@example.com',
  })
  assert.deepEqual(await correctionsOf(repository, writes(first), [first, second]), [])
})

test('New lines in a file of the AI are a correction only when the subject says that they mend it', async (context) => {
  const repository = open(context)
  const sha = repository.commit({
    files: { 'src/wait.ts': wait },
    message: 'Add waitFor',
    at: '2026-09-01T10:03:00Z',
  })
  repository.commit({
    files: { 'src/wait.ts': `${wait}export const unit = 'ms'\n` },
    message: 'Add the unit',
    at: '2026-09-01T11:00:00Z',
  })
  repository.commit({
    files: { 'src/wait.ts': `${wait}export const unit = 'ms'\nexport { waitFor as default }\n` },
    message: 'Add the forgotten default export',
    at: '2026-09-01T11:10:00Z',
  })
  repository.commit({
    files: {
      'src/wait.ts': `${wait}export const unit = 'ms'\nexport { waitFor as default }\nexport { x }\n`,
    },
    message: 'fixup! Add waitFor',
    at: '2026-09-01T11:20:00Z',
  })
  const found = await correctionsOf(repository, writes(sha), [sha])
  assert.deepEqual(
    found.map(({ what, before, after }) => [what, before, after]),
    [
      ['Add the forgotten default export', null, 'export { waitFor as default }'],
      ['fixed up: Add waitFor', null, 'export { x }'],
    ],
  )
})

test('A human who commits what the AI left corrects nothing by that, and may do so later', async (context) => {
  const repository = open(context)
  repository.commit({ files: { 'src/wait.ts': wait }, message: 'Add waitFor', at: '2026-09-01T10:30:00Z' })
  repository.commit({ files: { 'src/wait.ts': timer }, message: 'Use a timer', at: '2026-09-01T11:00:00Z' })
  const session = buildSession([prompt('Wait for the deadline'), edited(`${repository.root}/src/wait.ts`)])
  const found = await correctionsOf(repository, session, [])
  assert.deepEqual(
    found.map(({ what }) => what),
    ['Use a timer'],
  )
})

test('Lockfiles, deleted files and large changes: named, not shown', async (context) => {
  const repository = open(context)
  const long = Array.from({ length: 60 }, (_, line) => `const value${line} = ${line}`)
  const sha = repository.commit({
    files: { 'src/wait.ts': long.join('\n'), 'src/two words.ts': wait, 'package-lock.json': '{"a":1}\n' },
    message: 'Add waitFor',
    at: '2026-09-01T10:03:00Z',
  })
  repository.commit({
    files: { 'package-lock.json': '{"a":2}\n' },
    message: 'Fix the lockfile',
    at: '2026-09-01T11:00:00Z',
  })
  repository.commit({
    files: {
      'src/wait.ts': long.map((line) => line.replace('const', 'let')).join('\n'),
      'src/two words.ts': null,
    },
    message: 'Rework it',
    at: '2026-09-01T12:00:00Z',
  })
  const found = await correctionsOf(repository, writes(sha), [sha])
  assert.deepEqual(
    found.map(({ what, path }) => [what, path]),
    [['Rework it (also in src/two words.ts)', 'src/wait.ts']],
  )
  assert.match(found[0]?.before ?? '', /^const value0 = 0\n[\s\S]*\n\[… 20 lines left out\]$/)
})

test('Without Git there are no corrections from commits', async () => {
  const branch = branchOf(['src/wait.ts'], {
    commits: [
      { sha: 'a'.repeat(40), message: 'Add waitFor' },
      { sha: 'b'.repeat(40), message: 'Fix it' },
    ].map((commit) => ({
      ...commit,
      authoredAt: null,
      committedAt: null,
      author: { name: 'Ann', email: 'ann@example.com' },
      files: ['src/wait.ts'],
    })),
  })
  const draft = await reduceSessions(
    [select(writes('a'.repeat(40)), ['a'.repeat(40)])],
    branch,
    async () => null,
    { full: false },
  )
  assert.deepEqual(draft.corrections, [])
})

test('A proposal that the human changed is told with what differs, once', async () => {
  const edit: EventOfTest = { kind: 'human_edit', path: '/work/app/src/wait.ts', before: wait, after: timer }
  const session = buildSession([
    prompt('Wait for the deadline'),
    edit,
    edit,
    { ...edit, after: wait },
    { ...edit, before: null, after: null },
  ])
  const draft = await reduceSessions([select(session)], branchOf(['src/wait.ts']), async () => null, {
    full: false,
  })
  assert.deepEqual(
    draft.corrections.map(({ key: _, ...said }) => said),
    [
      {
        what: 'changed the proposed edit of src/wait.ts before it was applied',
        reason: null,
        path: 'src/wait.ts',
        before: '  while (Date.now() < deadline) {}',
        after: '  await timer(deadline - Date.now())',
      },
      {
        what: 'changed the proposed edit of src/wait.ts before it was applied',
        reason: null,
        path: 'src/wait.ts',
        before: null,
        after: null,
      },
    ],
  )
})
