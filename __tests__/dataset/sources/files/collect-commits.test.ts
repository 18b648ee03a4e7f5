import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, test } from 'node:test'
import { parsePullRequest } from '../../../../src/core/parse-pull-request.ts'
import {
  type CommitsOptions,
  collectCommits,
  parseOrigin,
} from '../../../../src/dataset/sources/files/collect-commits.ts'
import { groupCommits } from '../../../../src/dataset/sources/files/group-commits.ts'

let root = ''
let clone = ''

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'commits-'))
  clone = join(root, 'clone')
  execFileSync('git', ['init', '-q', '-b', 'main', clone], { env: environment() })
  git('remote', 'add', 'origin', 'https://x-access-token:secret@github.com/octo/app.git')
})
afterEach(() => rm(root, { recursive: true, force: true }))

/** As little of the machine's configuration as can be. */
const environment = () => ({
  PATH: process.env.PATH,
  HOME: root,
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_AUTHOR_NAME: 'Ada',
  GIT_AUTHOR_EMAIL: 'ada@example.com',
  GIT_COMMITTER_NAME: 'GitHub',
  GIT_COMMITTER_EMAIL: 'noreply@github.com',
})
const git = (...args: string[]) =>
  execFileSync('git', ['-C', clone, ...args], { env: environment(), encoding: 'utf8', stdio: 'pipe' }).trim()
const commit = (message: string) => {
  git('commit', '-q', '--allow-empty', '--cleanup=verbatim', '-m', message)
  return git('rev-parse', 'HEAD')
}
const merge = (branch: string, message: string) => git('merge', '-q', '--no-ff', '-m', message, branch)

async function collect(given: Partial<CommitsOptions> = {}) {
  const collected = await collectCommits(clone, {
    workFolder: join(root, 'work'),
    signal: new AbortController().signal,
    ...given,
  })
  const text = collected.inputs[0] === undefined ? '' : await readFile(collected.inputs[0].path, 'utf8')
  const pulls = text
    .split('\n')
    .slice(0, -1)
    .map((line) => parsePullRequest(line))
  return { ...collected, pulls, subjects: pulls.map(subjectsOf) }
}

const subjectsOf = ({ number, commits }: ReturnType<typeof parsePullRequest>) => [
  number,
  ...commits.map(({ message }) => message.split('\n')[0]),
]

test('groups commits by the merges and squashes of GitHub, and takes nothing else', async () => {
  commit('Start')
  commit('Direct push (see #3)')
  const squash = commit('Add x (#7)\n\nCo-authored-by: Claude <noreply@anthropic.com>')
  git('switch', '-q', '-c', 'claude/topic')
  commit('One')
  commit('Two (#5)')
  git('switch', '-q', 'main')
  commit('Meanwhile (#8)')
  git('switch', '-q', 'claude/topic')
  merge('main', "Merge branch 'main' into claude/topic")
  commit('Three')
  git('switch', '-q', 'main')
  merge('claude/topic', 'Merge pull request #12 from ada/claude/topic\n\nAdd the topic')
  commit('Revert "Add x (#7)" (#15)')
  const { pulls, subjects, problems, counts, inputs } = await collect()
  assert.deepEqual(subjects, [
    [7, 'Add x (#7)'],
    [8, 'Meanwhile (#8)'],
    [12, 'One', 'Two (#5)', "Merge branch 'main' into claude/topic", 'Three'],
    [15, 'Revert "Add x (#7)" (#15)'],
  ])
  const [first, , third] = pulls
  assert.deepEqual(
    [first?.host, first?.repository, first?.state, first?.merged, first?.body, first?.title, first?.mergeSha],
    ['github.com', 'octo/app', 'closed', true, null, null, squash],
  )
  assert.deepEqual(first?.commits, [
    {
      sha: squash,
      message: 'Add x (#7)\n\nCo-authored-by: Claude <noreply@anthropic.com>',
      author: { login: null, id: null, name: 'Ada', email: 'ada@example.com' },
      committer: { login: null, id: null, name: 'GitHub', email: 'noreply@github.com' },
    },
  ])
  assert.equal(third?.headRef, 'claude/topic')
  assert.deepEqual([problems, counts], [[], { commits: 10, pull_requests: 4, commits_in_pull_requests: 7 }])
  assert.deepEqual([inputs[0]?.kind, inputs[0]?.source, inputs[0]?.trust], ['pull-request', 'file', 'fork'])
})

test('gives an inner pull request its own commits', async () => {
  commit('Start')
  git('switch', '-q', '-c', 'feature')
  commit('Feature 1')
  git('switch', '-q', '-c', 'inner')
  commit('Inner 1')
  git('switch', '-q', 'feature')
  commit('Feature 2')
  merge('inner', 'Merge pull request #2 from octo/inner')
  commit('Feature 3')
  git('switch', '-q', 'main')
  merge('feature', 'Merge pull request #1 from octo/feature')
  assert.deepEqual((await collect()).subjects, [
    [1, 'Feature 1', 'Feature 2', 'Feature 3'],
    [2, 'Inner 1'],
  ])
})

test('takes no merge of a fork for one of the repository', async () => {
  commit('Start')
  git('switch', '-q', '-c', 'theirs')
  commit('Theirs')
  git('switch', '-q', '-c', 'fork', 'main')
  merge('theirs', 'Merge pull request #1 from other/theirs')
  git('switch', '-q', '-c', 'ours', 'main')
  commit('Ours')
  git('switch', '-q', 'main')
  merge('ours', 'Merge pull request #1 from octo/ours')
  merge('fork', 'Merge pull request #2 from other/fork')
  commit('Fix what #2 broke (#2)')
  assert.deepEqual((await collect()).subjects, [
    [1, 'Ours'],
    [2, 'Theirs', 'Merge pull request #1 from other/theirs'],
  ])
})

test('keeps to a range', async () => {
  commit('Old (#1)')
  git('tag', 'v1')
  commit('New (#2)')
  assert.deepEqual((await collect({ range: 'v1..HEAD' })).subjects, [[2, 'New (#2)']])
  for (const [range, message] of [
    ['--output=x', 'Unexpected range `--output=x`, expected one such as `v1..v2`'],
    ['nowhere', /Cannot read the commits of `.*`: fatal: bad revision 'nowhere'/],
  ] as const) {
    await assert.rejects(collect({ range }), { name: 'UsageError', message })
  }
})

test('messages hold any text', async () => {
  const message = 'Ü “x” (#3)\n\n\u0001:: \u001b[31m\n%H %x00\r'
  commit(`${message}\n`)
  assert.equal((await collect()).pulls[0]?.commits[0]?.message, message)
})

test('runs nothing that the clone names, and believes no environment', async () => {
  commit('Add x (#7)')
  const script = join(root, 'run.sh')
  const mark = join(root, 'was-run')
  await writeFile(script, `#!/bin/sh\ntouch ${mark}\n`)
  await chmod(script, 0o755)
  for (const key of [
    'core.fsmonitor',
    'core.pager',
    'pager.log',
    'core.sshCommand',
    'diff.external',
    'gpg.program',
    'core.alternateRefsCommand',
    'alias.log',
  ]) {
    git('config', key, key === 'alias.log' ? `!${script}` : script)
  }
  git('config', 'core.hooksPath', root)
  git('config', 'log.showSignature', 'true')
  git('config', 'format.pretty', 'oneline')
  git('config', 'extensions.partialClone', 'origin')
  git('config', 'remote.origin.uploadpack', script)
  const before = process.env.GIT_DIR
  process.env.GIT_DIR = '/nowhere'
  try {
    assert.deepEqual((await collect()).subjects, [[7, 'Add x (#7)']])
  } finally {
    if (before === undefined) delete process.env.GIT_DIR
    else process.env.GIT_DIR = before
  }
  assert.equal(existsSync(mark), false)
})

test('says what is missing', async () => {
  await assert.rejects(collect(), {
    name: 'UsageError',
    message: /^Cannot read the commits of `.*clone`: fatal: /,
  })
  commit('Add x (#7)')
  git('remote', 'set-url', 'origin', 'https://example.com/octo/app.git')
  const { inputs, problems } = await collect()
  assert.deepEqual([inputs, problems.map(({ reason }) => reason)], [[], ['no-repository']])
  assert.equal((await collect({ repository: 'octo/other' })).pulls[0]?.repository, 'octo/other')
  await assert.rejects(
    collectCommits(join(root, 'nowhere'), { workFolder: root, signal: new AbortController().signal }),
    { name: 'UsageError', message: `Cannot read \`${join(root, 'nowhere')}\`: there is no such file` },
  )
})

test('a log that is too long loses its oldest commits, and says so', async () => {
  for (let number = 1; number <= 30; number += 1) commit(`Step (#${number})\n\n${'x'.repeat(1000)}`)
  const { pulls, problems } = await collect({ maxBytes: 10_000 })
  assert.deepEqual([pulls.length < 12, pulls.at(-1)?.number, problems[0]?.reason], [true, 30, 'too-large'])
})

test('stops when it is told to', async () => {
  commit('Add x (#7)')
  await assert.rejects(collect({ signal: AbortSignal.abort() }), { name: 'AbortError' })
})

test('knows the forms of a repository’s address', () => {
  for (const url of [
    'https://github.com/octo/app',
    'https://github.com/octo/app.git',
    'https://user:pass@github.com/octo/app/',
    'git@github.com:octo/app.git',
    'ssh://git@github.com/octo/app.git',
    'ssh://git@github.com:22/octo/app',
    'git://github.com/octo/app',
  ]) {
    assert.equal(parseOrigin(url), 'octo/app', url)
  }
  for (const url of [
    '',
    '/srv/app',
    'https://github.com.example.com/octo/app',
    'https://example.com/github.com/octo/app',
    'https://github.com/octo',
    'https://github.com/octo/..',
    'https://evil.com@github.com@x/octo/app',
  ]) {
    assert.equal(parseOrigin(url), null, url)
  }
})

test('groups a long history quickly', () => {
  const person = { name: 'Ada', email: 'ada@example.com' }
  const sha = (id: number) => id.toString(16).padStart(40, '0')
  const commits = []
  // A branch that lives from the first commit on, and 20,000 merges of two commits each.
  for (let index = 0; index < 20_000; index += 1) {
    const [main, one, two] = [index * 3 + 3, index * 3 + 1, index * 3 + 2].map(sha)
    const before = sha(index * 3)
    const about = { author: person, committer: person }
    commits.push(
      { sha: one ?? '', parents: [before], message: 'One', ...about },
      { sha: two ?? '', parents: [one ?? ''], message: 'Two', ...about },
      {
        sha: main ?? '',
        parents: [before, two ?? ''],
        message: `Merge pull request #${index + 1} from octo/topic`,
        ...about,
      },
    )
  }
  const started = performance.now()
  const groups = groupCommits(commits.reverse())
  assert.equal(groups.length, 20_000)
  assert.ok(groups.every(({ commits: inside }) => inside.length === 2))
  assert.ok(performance.now() - started < 10_000)
})
