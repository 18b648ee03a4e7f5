import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { Readable, Writable } from 'node:stream'
import { test } from 'node:test'
import type { Environment } from '../../src/cli/environment.ts'
import { main } from '../../src/cli/main.ts'
import { makeFolder, makeWorld, toy } from '../support/capture-world.ts'
import { draft as draftWith } from '../support/run-draft.ts'

const draft: typeof draftWith = (world, args, given = {}) =>
  draftWith(world, args, { readers: [toy], ...given })

/** A branch with two commits and a session that did one of them. */
function makeBranch(t: Parameters<typeof makeWorld>[0]) {
  const world = makeWorld(t)
  world.git('switch', '-q', '-c', 'cache')
  const sha = world.commit('src/cache.ts', 'Add a cache', '2026-11-03T09:00:00Z')
  world.put('docs/cache.md')
  const cwd = world.repository
  const prompt = `Use the key ${token} for this`
  world.session('5ec6a1f0', [
    { prompt, cwd, branch: 'cache', at: '2026-11-03T08:50:00Z' },
    { command: 'npm test', status: 'failed', at: '2026-11-03T08:55:00Z' },
    { edit: 'src/cache.ts', commit: sha.slice(0, 7), at: '2026-11-03T09:00:00Z' },
  ])
  return { ...world, sha }
}

const token = `ghp_${'aB3dE5fG7h'.repeat(4).slice(0, 36)}`

test('`--list` tells the sessions with why, and nothing they say', async (t) => {
  const world = makeBranch(t)
  const { code, stdout, stderr } = await draft(world, ['--list'])
  assert.equal(code, 0)
  assert.equal(stdout, '')
  assert.equal(
    stderr,
    `Branch cache: 1 commit and 2 changed files since main.
1 session behind it:
  5ec6a1f0  Toy  2026-11-03 08:50 to 09:00 UTC  1 prompt, 1 failure
    made 1 commit; edited 1 file (src/cache.ts); ran here, on this branch, at the time of its commits
`,
  )
})

test('colours are for terminals that want them', async (t) => {
  const world = makeBranch(t)
  const bold = '\u001B[1m5ec6a1f0\u001B[22m'
  assert.ok((await draft(world, ['--list'], { isTerminal: true })).stderr.includes(bold))
  const plain = await draft(world, ['--list'], { isTerminal: true, env: { NO_COLOR: '1' } })
  assert.ok(!plain.stderr.includes('\u001B'))
})

test('the draft goes to standard output, the rest to standard error, secrets nowhere', async (t) => {
  const world = makeBranch(t)
  for (const args of [[], ['--full'], ['--format', 'json'], ['--list', '--format', 'json']]) {
    const { code, stdout, stderr } = await draft(world, args)
    assert.equal(code, 0)
    assert.ok(!`${stdout}${stderr}`.includes(token), args.join(' '))
    assert.ok(stderr.startsWith('Branch cache: 1 commit and 2 changed files since main.\n'))
  }
})

test('the home folder is left out wherever it is, and a secret in the name of the branch', async (t) => {
  const world = makeWorld(t)
  world.git('switch', '-q', '-c', `cache-${token}`)
  world.put('src/cache.ts')
  world.session('5ec6a1f0', [
    { prompt: `Read ${world.home}/plans/cache.md, not ${world.home}2`, cwd: world.repository },
    { edit: 'src/cache.ts' },
  ])
  for (const args of [[], ['--format', 'json'], ['--list', '--format', 'json']]) {
    const { code, stdout, stderr } = await draft(world, args)
    assert.equal(code, 0)
    assert.ok(!`${stdout}${stderr}`.includes(token), args.join(' '))
    assert.ok(!stdout.includes(`${world.home}/`), args.join(' '))
    if (!args.includes('--list')) assert.ok(stdout.includes('[REDACTED:home-path]/plans/cache.md, not /'))
  }
})

test('`--format json` has the sessions as data', async (t) => {
  const world = makeBranch(t)
  const { stdout } = await draft(world, ['--list', '--format', 'json'])
  assert.deepEqual(JSON.parse(stdout), {
    branch: { name: 'cache', base: 'main', commits: 1, files: 2 },
    files_looked_at: 1,
    sessions: [
      {
        id: '5ec6a1f0',
        tool: 'Toy',
        version: null,
        started_at: '2026-11-03T08:50:00.000Z',
        ended_at: '2026-11-03T09:00:00.000Z',
        prompts: 1,
        failures: 1,
        interventions: 0,
        why: { files: ['src/cache.ts'], commits: [world.sha], folder: true, branch: true, time: true },
      },
    ],
    near: [],
    notices: [],
    draft: null,
  })
})

test('no session is exit code 1, with the remedy and those that ran here', async (t) => {
  const world = makeBranch(t)
  world.session('5ec6a1f0', [{ prompt: 'p', cwd: world.repository, at: '2026-11-03T08:50:00Z' }])
  const { code, stdout, stderr } = await draft(world, [])
  assert.equal(code, 1)
  assert.equal(stdout, '')
  assert.equal(
    stderr,
    `Branch cache: 1 commit and 2 changed files since main.
No session made a commit of this branch or edited a file for it (1 file with sessions was looked at). \`--all\` looks at older files too, \`--session <id or file>\` takes a session whatever it did.
Not for this branch, but near: ran here, on a branch of this name, or edited its files for other commits:
  5ec6a1f0  Toy  2026-11-03 08:50 UTC  1 prompt
    ran here, at the time of its commits
`,
  )
  const picked = await draft(world, ['--session', '5ec6a1f0', '--list'])
  assert.equal(picked.code, 0)
})

test('no session of any tool is told as that', async (t) => {
  const world = makeWorld(t)
  world.git('switch', '-q', '-c', 'cache')
  world.put('src/cache.ts')
  const none = await draft(world, [])
  assert.equal(none.code, 1)
  assert.equal(
    none.stderr,
    `Branch cache: 0 commits and 1 changed file since main.
No session of a coding agent was found on this machine that is as recent as this branch. \`--all\` looks at older files too, \`--session <id or file>\` takes a session whatever it did.
`,
  )
  assert.match((await draft(world, ['--all'])).stderr, /found on this machine\. `--session <id or file>`/)
})

test('a branch without anything of its own', async (t) => {
  const world = makeWorld(t)
  world.git('switch', '-q', '-c', 'same')
  const { code, stderr } = await draft(world, [])
  assert.equal(code, 1)
  assert.equal(
    stderr,
    `Branch same: 0 commits and 0 changed files since main.
Nothing to draft: HEAD has no commits of its own since main, and nothing is uncommitted. Check out the branch, or name what it goes into with \`--base <ref>\`, or name a session with \`--session <id or file>\`.
`,
  )
})

test('without a repository a session can still be named', async (t) => {
  const world = makeBranch(t)
  const folder = makeFolder(t)
  const { code, stderr } = await draft(world, [], { folder })
  assert.equal(code, 1)
  assert.equal(
    stderr,
    `Folder ${folder}.
Nothing to go by: there are no commits and no files of a branch here. Go to a clone with the branch checked out, or name a session with \`--session <id or file>\`.
Note: This folder is in no Git repository: go to a clone.
`,
  )
  const picked = await draft(world, ['--session', '5ec6a1f0'], { folder })
  assert.equal(picked.code, 0)
  assert.match(picked.stderr, /\n {4}nothing in common with it but that it was named\n/)
})

test('a week before the first commit is looked at; `--since` and `--all` go further', async (t) => {
  const world = makeBranch(t)
  const rows = [{ edit: `${world.repository}/src/cache.ts` }]
  world.session('old', rows, new Date('2026-10-01T00:00:00Z'))
  world.session('week', rows, new Date('2026-10-28T00:00:00Z'))
  const ids = async (...args: string[]) => {
    const { stdout } = await draft(world, ['--list', '--format', 'json', ...args])
    return [...stdout.matchAll(/"id": "(\w+)"/g)].map(([, id]) => id)
  }
  assert.deepEqual(await ids(), ['5ec6a1f0', 'week'])
  assert.deepEqual(await ids('--all'), ['5ec6a1f0', 'old', 'week'])
  assert.deepEqual(await ids('--since', '60d'), ['5ec6a1f0', 'old', 'week'])
  assert.deepEqual(await ids('--since', '2026-10-30'), ['5ec6a1f0'])
  assert.deepEqual(await ids('--since', '24h'), [])
})

test('`--update` makes a description, brings it up to date, and leaves an unchanged one alone', async (t) => {
  const world = makeBranch(t)
  const path = join(world.repository, 'BODY.md')
  const made = await draft(world, ['--update', 'BODY.md'])
  assert.equal(made.code, 0)
  assert.equal(made.stdout, '')
  assert.match(made.stderr, /\nBODY\.md is made: \d+ items? added\.\n/)
  assert.ok(
    made.stderr.endsWith(`Next: read it, correct it and say why, then open the pull request, or change the one that is open:
  ai-worklog check BODY.md
  gh pr create -t "<title>" -F BODY.md
  gh pr edit -F BODY.md
`),
  )
  chmodSync(path, 0o640)
  const { ino, mtimeMs } = statSync(path)
  const again = await draft(world, ['--update', 'BODY.md'])
  assert.match(again.stderr, /\nBODY\.md was up to date\.\n/)
  assert.deepEqual([statSync(path).ino, statSync(path).mtimeMs], [ino, mtimeMs])
  const text = `\uFEFFWhat the human wrote.\r\n\r\n- [ ] A box\r\n`
  writeFileSync(path, text)
  await draft(world, ['--update', 'BODY.md'])
  assert.ok(readFileSync(path, 'utf8').startsWith(text.trimEnd()))
  assert.equal(statSync(path).mode & 0o777, 0o640)
  assert.deepEqual(
    readdirSync(world.repository).filter((name) => name.endsWith('.tmp')),
    [],
  )
})

test('`--update` keeps a link, and begins a new description with the template', async (t) => {
  const world = makeBranch(t)
  const real = join(world.home, 'real.md')
  writeFileSync(real, 'Mine\n')
  symlinkSync(real, join(world.repository, 'BODY.md'))
  await draft(world, ['--update', 'BODY.md'])
  assert.ok(lstatSync(join(world.repository, 'BODY.md')).isSymbolicLink())
  assert.ok(readFileSync(real, 'utf8').startsWith('Mine\n'))
  world.put('.github/pull_request_template.md', '## What\n')
  const args = ['--update', 'NEW.md', '--template', '.github/pull_request_template.md']
  await draft(world, args)
  assert.ok(readFileSync(join(world.repository, 'NEW.md'), 'utf8').startsWith('## What\n'))
  const own = await draft(world, ['--update', 'OWN.md'])
  assert.match(own.stderr, /\nOWN\.md is made from \.github\/pull_request_template\.md: /)
  assert.ok(readFileSync(join(world.repository, 'OWN.md'), 'utf8').startsWith('## What\n'))
  world.put('docs/pull_request_template.md', '## Why\n')
  const several = await draft(world, ['--update', 'SEVERAL.md'])
  assert.match(several.stderr, /\nSEVERAL\.md is made: /)
})

test('`--update -` reads standard input and prints', async (t) => {
  const { code, stdout } = await draft(makeBranch(t), ['--update', '-'], { stdin: 'Mine\n' })
  assert.equal(code, 0)
  assert.ok(stdout.startsWith('Mine\n'))
  const none = await draft(makeWorld(t), ['--update', '-'], { stdin: 'Mine\n' })
  assert.deepEqual([none.code, none.stdout], [1, 'Mine\n'])
  const marked = '\uFEFFMine\r\n'
  for (const world of [makeBranch(t), makeWorld(t)]) {
    const { stdout } = await draft(world, ['--update', '-'], { stdin: marked })
    assert.ok(stdout.startsWith(marked))
    await assert.rejects(draft(world, ['--update', '-'], { stdin: Buffer.from('Gr\xfc\xdfe', 'latin1') }), {
      message: 'standard input: not valid UTF-8; save it as UTF-8, then run the command again',
    })
  }
  const env = { GITHUB_ACTIONS: 'true' }
  const logged = await draft(makeWorld(t), ['--update', '-'], { stdin: '::error::x\n', env })
  assert.doesNotMatch(logged.stdout, /^::/m)
})

test('the description itself is no change of the branch', async (t) => {
  const world = makeWorld(t)
  world.git('switch', '-q', '-c', 'same')
  world.put('BODY.md')
  const cwd = world.repository
  world.session('other', [{ cwd, edit: 'BODY.md' }])
  assert.equal((await draft(world, ['--update', 'BODY.md'])).code, 1)
  assert.equal(readFileSync(join(cwd, 'BODY.md'), 'utf8'), 'BODY.md\n')
})

test('what cannot be updated is left as it is', async (t) => {
  const world = makeBranch(t)
  const latin = join(world.repository, 'LATIN.md')
  writeFileSync(latin, Buffer.from([0x4d, 0xfc, 0x0a]))
  mkdirSync(join(world.repository, 'folder'))
  const cases = [
    ['LATIN.md', 'LATIN.md: not valid UTF-8; save it as UTF-8, then run the command again'],
    ['folder', 'Cannot read `folder`: it is a directory'],
    ['gone/BODY.md', `Cannot write \`${join(world.repository, 'gone/BODY.md')}\`: there is no such folder`],
  ] as const
  for (const [name, message] of cases) {
    await assert.rejects(draft(world, ['--update', name]), { name: 'UsageError', message })
  }
  assert.deepEqual(readFileSync(latin), Buffer.from([0x4d, 0xfc, 0x0a]))
})

test('`--output` writes the section to a file', async (t) => {
  const world = makeBranch(t)
  const { stdout, stderr } = await draft(world, ['--output', 'section.md'])
  assert.equal(stdout, '')
  assert.ok(stderr.includes('\nWritten to section.md.\n'))
  assert.equal(readFileSync(join(world.repository, 'section.md'), 'utf8'), (await draft(world, [])).stdout)
})

test('an interrupt leaves nothing half-written', async (t) => {
  const world = makeBranch(t)
  const signal = AbortSignal.abort(new Error('stopped'))
  await assert.rejects(draft(world, ['--update', 'BODY.md'], { signal }), { message: 'stopped' })
  assert.equal(existsSync(join(world.repository, 'BODY.md')), false)
})

test('a broken policy of the working tree is told before anything is read', async (t) => {
  const world = makeBranch(t)
  world.put('.github/ai-worklog.yml', 'privacy:\n  prompts: some\n')
  await assert.rejects(draft(world, []), (error: unknown) => {
    assert.ok(error instanceof Error)
    assert.equal(error.name, 'UsageError')
    assert.match(error.message, /\.github\/ai-worklog\.yml:2:12: /)
    return true
  })
  world.put('other.yml', 'privacy:\n  prompts: omit\n')
  const policy = join(world.repository, 'other.yml')
  assert.equal((await draft(world, ['--policy', policy])).code, 0)
})

test('broken lines and unknown rows are counted, not shown', async (t) => {
  const world = makeBranch(t)
  const path = join(world.home, '.toy/sessions/5ec6a1f0.jsonl')
  const rows = `{"kind":"later_type"}\n{"kind":"a secret kind"}\nno JSON: ${token}\n{"prompt":"half`
  writeFileSync(path, readFileSync(path, 'utf8') + rows)
  const { stderr } = await draft(world, ['--list'])
  assert.ok(
    stderr.endsWith(
      'Rows of a kind that is not known, skipped: later_type 1×, other 1×.\nBroken places, skipped: ends in the middle of a line 1×, no JSON 1×.\n',
    ),
    stderr,
  )
})

test('names from outside cannot act on a terminal or a log', async (t) => {
  const world = makeBranch(t)
  const name = '\u001B[31m::set-output name=x::y.ts'
  world.put(name)
  world.session('odd', [{ edit: join(world.repository, name) }])
  const { stderr } = await draft(world, ['--list'])
  assert.ok(stderr.includes('edited 1 file (::set-output name=x::y.ts)'))
  assert.ok(!stderr.includes('\u001B'))
})

test('in a worktree entered through a link', async (t) => {
  const world = makeBranch(t)
  const link = join(world.home, 'link')
  symlinkSync(world.repository, link)
  world.session('linked', [{ edit: join(link, 'src/cache.ts') }])
  const { stderr } = await draft(world, ['--list'], {
    folder: join(world.repository, 'src'),
    env: { PWD: join(link, 'src') },
  })
  assert.match(stderr, / {2}linked {2}Toy/)
})

test('wrong arguments', async (t) => {
  const world = makeBranch(t)
  const cases: readonly [string[], string][] = [
    [
      ['BODY.md'],
      'Unexpected argument `BODY.md`: `draft` takes options only; a session is named with `--session`, a description with `--update`',
    ],
    [['--all', '--since', '7d'], '`--all` and `--since` exclude each other'],
    [['--list', '--update', 'x'], '`--list` writes no draft: leave out `--update` and `--output`'],
    [['--update', 'x', '--output', 'y'], '`--update` writes its own file: leave out `--output`'],
    [['--update', 'x', '--format', 'json'], '`--update` needs `--format text`'],
    [['--template', 'x'], '`--template` needs `--update`'],
    [['--tool', 'x'], '`--tool` must be one of `toy`, got `x`'],
    [['--format', 'yaml'], '`--format` must be one of `text`, `json`, got `yaml`'],
    [
      ['--since', 'last week'],
      '`--since` must be an age such as `7d` or a date or a UTC time such as `2026-01-31T12:00:00Z`, got `last week`',
    ],
  ]
  for (const [args, message] of cases) {
    await assert.rejects(draft(world, args), { name: 'UsageError', message })
  }
})

test('`main` knows the command, its help and its exit codes', async (t) => {
  const folder = makeFolder(t)
  const texts: string[] = []
  const sink = new Writable({
    write(chunk, _, done) {
      texts.push(String(chunk))
      done()
    },
  })
  const environment: Environment = {
    stdin: Readable.from([]),
    stdout: sink,
    stderr: sink,
    now: () => new Date(),
    env: { HOME: folder },
    interrupted: () => new AbortController().signal,
  }
  assert.equal(await main(['draft', '--help'], environment), 0)
  assert.ok(texts.join('').startsWith('Usage: ai-worklog draft [options]\n'))
  assert.equal(await main(['draft', '--tool', 'x'], environment), 2)
  assert.ok(texts.join('').includes('ai-worklog: `--tool` must be one of `claude-code`, `openai-codex`,'))
})

test('`check` loads nothing of it', () => {
  const script = `import { registerHooks } from 'node:module'
    const loaded = []
    registerHooks({ load(url, context, next) { loaded.push(url); return next(url, context) } })
    await import(${JSON.stringify(new URL('../../src/cli/main.ts', import.meta.url).href)})
    process.stdout.write(loaded.filter((url) => url.includes('/capture/') || url.includes('/cli/draft/')).join(' '))`
  const said = execFileSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' })
  assert.equal(said, '')
})
