// The measurement on a repository that is made here in the form of Entire's.

import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { checkpointBranch } from '../../../eval/sessions/checkpoints.ts'
import { listBranches } from '../../../eval/sessions/clone.ts'
import { measureSessions } from '../../../eval/sessions/measure-sessions.ts'
import { silent } from '../../../src/runtime/progress.ts'
import { BranchRepository } from '../../support/branch-repository.ts'
import { makeFolder } from '../../support/capture-world.ts'

const toId = (digit: number) => `${String(digit).repeat(8)}-0000-4000-8000-000000000000`

/** A transcript of Ann's whose only work is an edit of `file`. */
function transcript(id: string, file: string, at: string): string {
  const common = {
    parentUuid: null,
    isSidechain: false,
    cwd: '/Users/ann/cli',
    sessionId: id,
    version: '2.1.332',
    gitBranch: 'retries',
    timestamp: at,
  }
  const input = { file_path: `/Users/ann/cli/${file}`, old_string: 'a', new_string: 'b' }
  const content = [{ type: 'tool_use', id: 'toolu_1', name: 'Edit', input }]
  const result = [{ tool_use_id: 'toolu_1', type: 'tool_result', content: 'ok' }]
  return [
    { ...common, type: 'user', message: { role: 'user', content: 'Go on' } },
    { ...common, type: 'assistant', message: { role: 'assistant', content } },
    { ...common, type: 'user', message: { role: 'user', content: result } },
  ]
    .map((row) => `${JSON.stringify(row)}\n`)
    .join('')
}

/** Files of a checkpoint with one session. */
function checkpoint(name: string, id: string, file: string, at: string): Record<string, string> {
  const folder = `${name.slice(0, 2)}/${name.slice(2)}/0`
  return {
    [`${folder}/metadata.json`]: JSON.stringify({ session_id: id, agent: 'Claude Code' }),
    [`${folder}/full.jsonl`]: transcript(id, file, at),
  }
}

function makeRepository(): BranchRepository {
  const repository = new BranchRepository({ 'a.go': 'a\n', 'b.go': 'b\n' })
  const commit = (files: Record<string, string>, name: string, at: string) =>
    repository.commit({ files, message: `Change\n\nEntire-Checkpoint: ${name}`, at })
  commit({ 'a.go': 'b\n' }, 'aaaaaaaaaaaa', '2026-10-02T09:10:00Z')
  repository.run(['switch', '-q', 'main'])
  const ann = ['-c', 'user.name=Ann', '-c', 'user.email=ann@example.com']
  const subject = 'Merge pull request #1 from octo/retries'
  repository.run([...ann, 'merge', '-q', '--no-ff', '-m', subject, 'retries'])
  repository.run(['switch', '-q', '-c', 'open'])
  commit({ 'b.go': 'c\n' }, 'bbbbbbbbbbbb', '2026-10-03T09:10:00Z')
  repository.run(['switch', '-q', '--orphan', checkpointBranch])
  repository.commit({
    files: {
      ...checkpoint('aaaaaaaaaaaa', toId(1), 'a.go', '2026-10-02T09:00:00Z'),
      // It was open, and did nothing for the branch.
      ...checkpoint('bbbbbbbbbbbb', toId(2), 'c.go', '2026-10-03T09:00:00Z'),
    },
    message: 'Checkpoints',
    at: '2026-10-03T10:00:00Z',
  })
  repository.run(['switch', '-q', 'main'])
  return repository
}

test('every branch whose commits name a checkpoint is asked about', async (t) => {
  const repository = makeRepository()
  t.after(() => repository.remove())
  const before = repository.run(['for-each-ref'])
  const { signal } = new AbortController()
  const branches = await listBranches(repository.root, signal)
  const [main = '', checkpoints = ''] = ['main', checkpointBranch].map(
    (wanted) => branches.find(({ name }) => name === wanted)?.sha,
  )
  const folder = makeFolder(t)
  const given = { given: repository.root, branches, main, checkpoints }
  const results = await measureSessions({ ...given, folder, signal, progress: silent })
  assert.deepEqual([results.cases, results.sessions, results.behind, results.leftOut], [2, 2, 2, 0])
  const { draft, files, branch } = results.rules
  assert.deepEqual(
    [draft.right, draft.extras, draft.misses],
    [1, [], ['open: 22222222 edited no file of it']],
  )
  assert.deepEqual([files.right, files.extra, files.missed], [1, 0, 1])
  assert.deepEqual([branch.right, branch.extra, branch.missed], [1, 0, 1])
  assert.equal(results.missedIdle, 1)
  assert.equal(repository.run(['for-each-ref']), before)
  assert.equal(repository.run(['status', '--porcelain']), '')
})

const script = join(import.meta.dirname, '../../../eval/run-sessions.ts')
const run = (...args: string[]) => spawnSync(process.execPath, [script, ...args], { encoding: 'utf8' })

test('a clone that is not there, or is another, is said with the command that gets it', (t) => {
  const folder = join(makeFolder(t), 'none')
  const advice =
    'get it with `git clone https://github.com/entireio/cli` and run `npm run eval:sessions -- <that folder>`'
  const absent = run(folder)
  assert.equal(absent.stderr, `Cannot read \`${folder}\`: There is no folder \`${folder}\`; ${advice}\n`)
  assert.equal(absent.status, 2)
  mkdirSync(folder)
  assert.match(run(folder).stderr, /^Cannot read `[^`]+`: .*not a git repository.*; get it with/)
  const repository = new BranchRepository({ 'a.go': 'a\n' })
  t.after(() => repository.remove())
  const other = run(repository.root)
  assert.equal(other.stderr, `\`${repository.root}\` has no branch \`${checkpointBranch}\`; ${advice}\n`)
  assert.equal(other.status, 2)
  repository.run(['branch', checkpointBranch])
  const empty = run(repository.root)
  assert.equal(
    empty.stderr,
    `\`${repository.root}\` lacks the transcripts that its commits name; ${advice}\n`,
  )
  assert.ok(!existsSync(join(folder, '.git')))
})

test('without a clone the usage is shown', () => {
  const { status, stderr } = run()
  assert.equal(status, 2)
  assert.match(stderr, /^Usage: npm run eval:sessions -- \[--verbose\] <clone of entireio\/cli>\n/)
})
