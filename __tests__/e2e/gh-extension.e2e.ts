// GitHub's command line with our extension: what is drafted becomes the description, after a yes and not before.

import assert from 'node:assert/strict'
import { execFile, execFileSync, spawnSync } from 'node:child_process'
import {
  chmodSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { type TestContext, test } from 'node:test'
import { installGh } from '../../scripts/e2e/install-gh.ts'
import { startPullRequestServer } from '../support/pull-request-server.ts'
import { makeRecordedHome } from '../support/recorded-home.ts'
import { cliPath } from '../support/run-cli.ts'

const extension = join(import.meta.dirname, '../../gh-ai-worklog')

/** `gh` with the extension, a server for it, and the repository with the recorded session. */
async function makeWorld(t: TestContext) {
  installGh()
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'ai-worklog-gh-')))
  t.after(() => rmSync(folder, { recursive: true, force: true }))
  const place = (name: string) => {
    mkdirSync(join(folder, name))
    return join(folder, name)
  }
  const socket = join(folder, 'socket')
  const server = await startPullRequestServer(socket)
  t.after(server.stop)
  const made = makeRecordedHome(place('home'))
  made.work()
  made.git('remote', 'add', 'origin', 'https://github.com/Codertocat/Hello-World.git')
  writeFileSync(join(place('config'), 'config.yml'), `http_unix_socket: ${socket}\n`)
  const bin = place('bin')
  writeFileSync(join(bin, 'ai-worklog'), `#!/bin/sh\nexec "${process.execPath}" "${cliPath}" "$@"\n`)
  chmodSync(join(bin, 'ai-worklog'), 0o755)
  const temporary = place('tmp')
  const env: Record<string, string> = {
    PATH: [bin, process.env.PATH].join(delimiter),
    HOME: made.home,
    TMPDIR: temporary,
    GH_CONFIG_DIR: join(folder, 'config'),
    GH_TOKEN: 'the-token',
    GIT_CONFIG_GLOBAL: '/dev/null',
  }
  const run = (file: string, args: readonly string[], stdin = '', cwd = made.repository) =>
    new Promise<Outcome>((resolve) => {
      const child = execFile(file, args, { env, cwd }, (error, stdout, stderr) =>
        resolve({ code: typeof error?.code === 'number' ? error.code : error ? -1 : 0, stdout, stderr }),
      )
      child.stdin?.end(stdin)
    })
  // As a user does in a clone of this project; `gh` installs a folder of that name.
  cpSync(extension, join(folder, 'gh-ai-worklog'), { recursive: true })
  const installed = await run('gh', ['extension', 'install', '.'], '', join(folder, 'gh-ai-worklog'))
  assert.equal(installed.code, 0, installed.stderr)
  const gh = (...args: string[]) => run('gh', ['ai-worklog', ...args])
  /** On a terminal, where `keys` are typed; all that is shown is in `stdout`. */
  const type = (keys: string, command: string) =>
    run('script', ['-qec', `gh ai-worklog ${command}`, '/dev/null'], keys)
  /** An editor that does what the line of shell says to the file `$1`. */
  const edit = (line: string) => {
    writeFileSync(join(bin, 'editor'), `#!/bin/sh\n${line}\n`)
    chmodSync(join(bin, 'editor'), 0o755)
    env.EDITOR = 'editor'
  }
  return { ...made, server, bin, env, temporary, run, gh, type, edit }
}

interface Outcome {
  code: number
  stdout: string
  stderr: string
}

/** Node keeps compiled code there. */
const leftIn = (folder: string) => readdirSync(folder).filter((name) => name !== 'node-compile-cache')

const title = ['-t', 'Add up all prices', '--head', 'total', '--base', 'main']
const inShell = `-t 'Add up all prices' --head total --base main`

test('create drafts, and opens the pull request with that', async (t) => {
  const { gh, server, temporary } = await makeWorld(t)
  const { code, stdout, stderr } = await gh('create', ...title, '--yes')
  assert.equal(code, 0, stderr)
  assert.equal(stdout, 'https://github.com/Codertocat/Hello-World/pull/7\n')
  const [[name, input] = ['', {}], ...more] = server.mutations
  assert.deepEqual(
    [name, input.title, input.baseRefName, input.headRefName, more],
    ['createPullRequest', 'Add up all prices', 'main', 'total', []],
  )
  assert.match(String(input.body), /^<!-- ai-worklog:draft [\s\S]*\n {3}> Fix the code, not the test\n/)
  assert.deepEqual(leftIn(temporary), [])
})

test('an option hidden in one word posts no other description', async (t) => {
  const { gh, server, repository } = await makeWorld(t)
  writeFileSync(join(repository, 'other.md'), 'Not what was agreed to.')
  const { code, stderr } = await gh('create', ...title, '--yes', '-dF', 'other.md')
  assert.equal(code, 0, stderr)
  assert.match(String(server.mutations[0]?.[1]?.body), /^<!-- ai-worklog:draft /)
})

test('nothing is posted without a terminal to say yes on, or with another description', async (t) => {
  const { gh, server } = await makeWorld(t)
  for (const args of [['create', ...title], ['edit']]) {
    const { code, stderr } = await gh(...args)
    assert.equal(code, 2)
    assert.match(stderr, /^gh ai-worklog: this asks before it posts, and this is no terminal: add `--yes`, /)
  }
  for (const option of ['-b', '--body=x', '-F', '--body-file', '--fill']) {
    const { code, stderr } = await gh('create', ...title, '--yes', option)
    assert.equal(code, 2)
    assert.equal(stderr, `gh ai-worklog: the description is what is drafted here: leave out \`${option}\`\n`)
  }
  assert.deepEqual(server.mutations, [])
})

test('without a session nothing is posted, and the remedy is said', async (t) => {
  const { gh, env, server, temporary } = await makeWorld(t)
  server.description = 'Mine'
  // Nor any other tool's sessions: a home without them.
  env.HOME = temporary
  env.XDG_DATA_HOME = join(env.GH_CONFIG_DIR ?? '', '../home/.local/share')
  for (const args of [
    ['create', ...title, '--yes'],
    ['edit', '--yes'],
  ]) {
    const { code, stderr } = await gh(...args)
    assert.equal(code, 1, stderr)
    assert.match(stderr, /No session of a coding agent was found on this machine/)
  }
  assert.deepEqual(server.mutations, [])
  assert.deepEqual(leftIn(temporary), [])
})

test('create opens the editor, checks, asks, and posts what was edited', async (t) => {
  const { type, edit, server, temporary } = await makeWorld(t)
  edit('printf "\\nMy own words.\\n" >>"$1"')
  const { code, stdout } = await type('y\n', `create ${inShell}`)
  assert.equal(code, 0, stdout)
  assert.match(
    stdout,
    /AI worklog: [\s\S]*`Manual corrections` still holds only [\s\S]*Open the pull request with this /,
  )
  assert.match(String(server.mutations[0]?.[1].body), /\nMy own words\.\n$/)
  assert.deepEqual(leftIn(temporary), [])
})

test('a no posts nothing and keeps what was written', async (t) => {
  const { type, edit, server, temporary } = await makeWorld(t)
  edit('printf "\\nMy own words.\\n" >>"$1"')
  const { code, stdout } = await type('e\nn\n', `create ${inShell}`)
  assert.equal(code, 1)
  assert.deepEqual(server.mutations, [])
  const [, kept = ''] = /Not posted\. The description is kept: (\S+)\r\n$/.exec(stdout) ?? []
  assert.ok(kept.startsWith(temporary))
  assert.match(readFileSync(kept, 'utf8'), /\nMy own words\.\n\nMy own words\.\n$/)
})

test('an interrupt posts nothing and leaves nothing', async (t) => {
  const { type, server, temporary } = await makeWorld(t)
  server.description = 'Mine'
  const { code } = await type('\u0003', 'edit')
  assert.notEqual(code, 0)
  assert.deepEqual(server.mutations, [])
  assert.deepEqual(leftIn(temporary), [])
})

test('edit merges into the description, shows the change, and asks', async (t) => {
  const { type, gh, server, temporary } = await makeWorld(t)
  server.description = 'Mine, with\r\nits line ends.\r\n'
  const { code, stdout } = await type('y\n', 'edit')
  assert.equal(code, 0, stdout)
  assert.match(stdout, /\+> Make the test pass|\+ {3}> Make the test pass/)
  assert.match(stdout, /Write this description\? \[y\]es, \[e\]dit, \[n\]o: /)
  const [[name, input] = ['', {}], ...more] = server.mutations
  assert.deepEqual([name, input.pullRequestId, more], ['updatePullRequest', 'PR_7', []])
  const body = String(input.body)
  assert.ok(body.startsWith('Mine, with\r\nits line ends.\r\n\r\n<!-- ai-worklog:draft '))

  server.description = body.replace('Fix the code, not the test', 'Mend the code')
  const again = await gh('edit', '7', '--yes')
  assert.equal(again.code, 0)
  assert.match(again.stderr, /\nThe description is up to date: nothing to change\.\n$/)
  assert.equal(server.mutations.length, 1)
  assert.deepEqual(leftIn(temporary), [])
})

test('edit writes neither over somebody else nor into the pull request of another branch', async (t) => {
  const { gh, git, server } = await makeWorld(t)
  server.description = 'Mine'
  let questions = 0
  server.onQuery = (query) => {
    if (query.includes('body') && ++questions === 2) server.description = 'Somebody was faster'
  }
  const raced = await gh('edit', '7', '--yes')
  assert.equal(raced.code, 2)
  assert.match(
    raced.stderr,
    /somebody else has changed the description meanwhile: run this again\nNot posted\./,
  )
  git('switch', '-q', 'main')
  const other = await gh('edit', '7', '--yes')
  assert.equal(other.code, 2)
  assert.match(
    other.stderr,
    /the branch `total` of this pull request is not checked out: run `gh pr checkout` first/,
  )
  assert.deepEqual(server.mutations, [])
})

test('the command line is the installed one, the project’s, or asked for', async (t) => {
  const { gh, bin, env, repository } = await makeWorld(t)
  const tools = ['sh', 'git', 'gh'].map(
    (name) => [name, execFileSync('which', [name], { encoding: 'utf8' }).trim()] as const,
  )
  const few = join(bin, 'few')
  mkdirSync(few)
  for (const [name, path] of tools) symlinkSync(path, join(few, name))
  env.PATH = few
  const none = await gh('draft', '--list')
  assert.equal(none.code, 2)
  assert.equal(
    none.stderr,
    'gh ai-worklog: there is no `ai-worklog` here: install Node.js 20 or newer, then run `npm install --global ai-worklog`\n',
  )
  const own = join(repository, 'node_modules/.bin')
  mkdirSync(own, { recursive: true })
  cpSync(join(bin, 'ai-worklog'), join(own, 'ai-worklog'))
  assert.match((await gh('draft', '--list')).stderr, /1 session behind it:/)
  writeFileSync(join(few, 'npx'), '#!/bin/sh\necho "npx $*"\n')
  chmodSync(join(few, 'npx'), 0o755)
  rmSync(own, { recursive: true })
  assert.equal((await gh('draft', '--list')).stdout, 'npx ai-worklog draft --list\n')
})

const hasShellcheck = spawnSync('shellcheck', ['--version']).status === 0

test('shellcheck has nothing to say', { skip: hasShellcheck ? false : 'it is not installed' }, () => {
  const { stdout, status } = spawnSync('shellcheck', ['--shell=sh', join(extension, 'gh-ai-worklog')])
  assert.equal(status, 0, String(stdout))
})
