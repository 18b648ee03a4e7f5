// `ai-worklog draft` on transcripts that are broken and repositories in odd states: a clear message, the rest is read.

import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import {
  appendFileSync,
  chmodSync,
  mkdirSync,
  readFileSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { type TestContext, test } from 'node:test'
import { gitEnvironment, makeFolder, makeWorld, toy, type World } from '../support/capture-world.ts'
import { draft } from '../support/run-draft.ts'
import { listTranscriptFixtures } from '../support/staged-transcripts.ts'

function stage(world: World, name: string): string {
  const [path = ''] =
    listTranscriptFixtures()
      .find((one) => one.name === name)
      ?.stage(world) ?? []
  assert.notEqual(path, '', name)
  return path
}

/** The recorded session `work` of Claude Code, in the repository whose files it edited. */
function makeClaude(t: TestContext) {
  const world = makeWorld(t, 'sums')
  world.git('switch', '-q', '-c', 'names')
  world.commit('numbers.txt', 'Add numbers')
  world.commit('names.txt', 'Add names')
  const path = stage(world, 'claude-code/2.1.332/work.jsonl')
  // It ran in a folder called as many are: here it ran in this one.
  const text = readFileSync(path, 'utf8').replaceAll('/home/dev/project', world.repository)
  writeFileSync(path, text)
  return { ...world, path, text }
}

async function tell(world: World, args: readonly string[] = []) {
  const { code, stdout, stderr } = await draft(world, ['--all', '--format', 'json', ...args])
  const { draft: drafted, sessions } = JSON.parse(stdout)
  const texts = (drafted?.prompts ?? []).map(({ text }: { text: string }) => text)
  return { code, stderr, texts, sessions: sessions.length }
}

test('truncated, interleaved and half-written rows', async (t) => {
  const world = makeClaude(t)
  const whole = await tell(world)
  assert.ok(whole.texts.length > 0)
  const lines = world.text.trimEnd().split('\n')
  const noise = ['', '\0\0\0', '{"type":"user","message":', 'null', '[1]', '"x"', '{"type":"of_tomorrow"}']
  const mixed = lines.flatMap((line, index) => [line, noise[index % noise.length] ?? ''])
  writeFileSync(world.path, `${mixed.join('\n')}\n${lines[0]?.slice(0, 60)}`)
  const broken = await tell(world)
  assert.deepEqual(broken.texts, whole.texts)
  assert.match(broken.stderr, /\nRows of a kind that is not known, skipped: of_tomorrow \d+×\.\n/)
  assert.match(
    broken.stderr,
    /\nBroken places, skipped: no JSON object \d+×, no JSON \d+×, ends in the middle/,
  )
})

test('a line of 200 MB', async (t) => {
  const world = makeClaude(t)
  const whole = await tell(world)
  const [first, ...rest] = world.text.split('\n')
  writeFileSync(world.path, `${first}\n`)
  // Sparse, so that it takes no room on the disk.
  truncateSync(world.path, 200 * 1024 * 1024)
  appendFileSync(world.path, `\n${rest.join('\n')}`)
  const { texts, stderr } = await tell(world)
  assert.deepEqual(texts, whole.texts)
  assert.match(stderr, /Broken places, skipped: longer than 16 MB 1×\./)
})

test('files of other tools where transcripts are kept', async (t) => {
  const world = makeClaude(t)
  const whole = await tell(world)
  const others = readFileSync(stage(world, 'codex-cli/0.171.0/approvals.jsonl'))
  const name = (number: number) => `00000000-0000-4000-9000-00000000000${number}.jsonl`
  const files = [
    others,
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 10, 255, 254]),
    'names.txt\n',
    '',
    '[]',
    '{"names.txt":1}',
  ]
  for (const [number, content] of files.entries())
    writeFileSync(join(dirname(world.path), name(number)), content)
  mkdirSync(join(dirname(world.path), name(9)))
  const { code, texts, sessions } = await tell(world)
  assert.deepEqual([code, texts, sessions], [0, whole.texts, 1])
})

test('a link out of the folder is not followed', async (t) => {
  const world = makeClaude(t)
  const outside = join(world.home, 'outside.jsonl')
  const other = world.text.replaceAll(
    /00000000-0000-4000-8000-000000000039/g,
    '00000000-0000-4000-8000-0000000000ff',
  )
  writeFileSync(outside, other)
  symlinkSync(outside, join(dirname(world.path), '00000000-0000-4000-8000-0000000000ff.jsonl'))
  symlinkSync('/', join(dirname(dirname(world.path)), 'root'))
  assert.equal((await tell(world)).sessions, 1)
})

test('a file that may not be read', { skip: process.getuid?.() === 0 }, async (t) => {
  const world = makeClaude(t)
  const other = join(dirname(world.path), '00000000-0000-4000-8000-0000000000ff.jsonl')
  writeFileSync(other, world.text)
  chmodSync(other, 0)
  const { stderr, sessions } = await tell(world)
  assert.equal(sessions, 1)
  assert.match(stderr, /\nNote: .*: permission denied\.\n/)
  await assert.rejects(draft(world, ['--session', other]), {
    name: 'UsageError',
    message: `Cannot read \`${other}\`: permission denied`,
  })
})

test('two tools at once', async (t) => {
  const world = makeClaude(t)
  const codex = stage(world, 'codex-cli/0.171.0/approvals.jsonl')
  const text = readFileSync(codex, 'utf8')
  writeFileSync(codex, text.replaceAll('/home/dev/shop', world.repository).replaceAll('shop.py', 'names.txt'))
  const { stdout, stderr } = await draft(world, ['--all'])
  assert.match(stderr, /\n2 sessions behind it:\n/)
  assert.match(
    stdout,
    /Claude Code 2\.1\.332 \(claude-opus-5-5\)\n[^\n]*\n {2}Codex 0\.171\.0 \(gpt-5\.5\)|Codex 0\.171\.0 \(gpt-5\.5\)\n[^\n]*\n {2}Claude Code/,
  )
})

test('clocks that are wrong, or go back', async (t) => {
  const world = makeWorld(t)
  world.git('switch', '-q', '-c', 'cache')
  world.commit('src/cache.ts', 'Add a cache', '2026-11-03T09:00:00Z')
  world.session('skewed', [
    { prompt: 'First', at: '2031-01-01T00:00:00Z' },
    { edit: join(world.repository, 'src/cache.ts'), at: '1969-12-31T23:59:59Z' },
    { prompt: 'Second', at: '1999-01-01T00:00:00Z' },
    { edit: join(world.repository, 'src/cache.ts'), at: 'yesterday' },
    { prompt: 'Third', at: '+275760-09-13T00:00:00Z' },
    { edit: join(world.repository, 'src/cache.ts') },
  ])
  const { stdout } = await draft(world, ['--all', '--format', 'json'], { readers: [toy] })
  const texts = JSON.parse(stdout).draft.prompts.map(({ text }: { text: string }) => text)
  assert.deepEqual(texts, ['First', 'Second', 'Third'])
})

/** A branch of one commit with a session that edited its file. */
function makeBranch(t: TestContext): World {
  const world = makeWorld(t)
  world.git('switch', '-q', '-c', 'cache')
  world.commit('src/cache.ts', 'Add a cache', '2026-11-03T09:00:00Z')
  world.session('5ec6a1f0', [{ prompt: 'Add a cache', cwd: world.repository }, { edit: 'src/cache.ts' }])
  return world
}

async function list(world: Pick<World, 'home' | 'repository'>, ...args: string[]) {
  const { code, stderr } = await draft(world, ['--list', '--all', ...args], { readers: [toy] })
  return { code, stderr, isFound: stderr.includes('\n1 session behind it:\n  5ec6a1f0  Toy') }
}

test('a detached head', async (t) => {
  const world = makeBranch(t)
  world.git('checkout', '-q', '--detach')
  const { code, stderr, isFound } = await list(world)
  assert.deepEqual([code, isFound], [0, true])
  assert.ok(stderr.startsWith('Detached HEAD: 1 commit and 1 changed file since main.\n'))
})

test('a shallow clone', async (t) => {
  const world = makeBranch(t)
  world.commit('src/more.ts', 'Add more', '2026-11-03T10:00:00Z')
  world.session('5ec6a1f0', [{ prompt: 'Add more', cwd: world.repository }, { edit: 'src/more.ts' }])
  world.git('switch', '-q', 'main')
  const clone = join(world.home, 'clone', 'shop')
  const args = [
    'clone',
    '-q',
    '--depth',
    '2',
    '--no-single-branch',
    '--branch',
    'cache',
    `file://${world.repository}`,
    clone,
  ]
  execFileSync('git', args, { env: gitEnvironment(), stdio: 'pipe' })
  const { code, stderr, isFound } = await list({ home: world.home, repository: clone })
  assert.deepEqual([code, isFound], [0, true], stderr)
  assert.match(stderr, /\nNote: [^\n]*shallow/)
})

test('a rebased branch', async (t) => {
  const world = makeBranch(t)
  world.session('5ec6a1f0', [
    { prompt: 'Add a cache', cwd: world.repository },
    { command: 'git commit -m "Add a cache"', commit: world.git('rev-parse', 'HEAD').slice(0, 7) },
  ])
  world.git('switch', '-q', 'main')
  world.commit('other.ts', 'Go on', '2026-11-04T09:00:00Z')
  world.git('switch', '-q', 'cache')
  world.git('rebase', '-q', 'main')
  assert.equal((await list(world)).isFound, true)
})

test('another worktree of the repository', async (t) => {
  const world = makeBranch(t)
  world.git('switch', '-q', 'main')
  const repository = join(world.home, 'code', 'shop-cache')
  world.git('worktree', 'add', '-q', repository, 'cache')
  // It ran in the first worktree, and in one that is gone.
  world.session('5ec6a1f0', [
    { prompt: 'Add a cache' },
    { edit: `${world.repository}/.worktrees/x/src/cache.ts` },
  ])
  assert.equal((await list({ home: world.home, repository })).isFound, true)
})

test('no home and no folder of any tool', async (t) => {
  const { repository } = makeBranch(t)
  const home = join(makeFolder(t), 'gone')
  const { code, stderr } = await draft({ home, repository }, ['--all'])
  assert.equal(code, 1)
  assert.match(stderr, /\nNo session of a coding agent was found on this machine\. /)
})
