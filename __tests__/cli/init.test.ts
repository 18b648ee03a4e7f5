// `ai-worklog init` as a user runs it.

import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PassThrough, Writable } from 'node:stream'
import { describe, it } from 'node:test'
import { fileURLToPath } from 'node:url'
import { main } from '../../src/cli/main.ts'
import { makeRepository, readTree } from '../init/make-repository.ts'
import { runCli } from '../support/run-cli.ts'

const program = fileURLToPath(new URL('../../src/cli.ts', import.meta.url))
const init = (cwd: string, ...args: string[]) => runCli(['init', ...args], { program, cwd })

describe('init', () => {
  it('writes with `--yes`, says what, and does nothing the second time', async (test) => {
    const root = makeRepository(test, { 'AGENTS.md': '# Agents\n' })
    assert.deepEqual(await init(root, '--yes'), {
      exitCode: 0,
      stderr: '',
      stdout:
        'Created .github/workflows/ai-worklog.yml\nCreated .github/ai-worklog.yml\n' +
        'Created .github/pull_request_template.md\nChanged AGENTS.md\n\n' +
        'Next: look at them (`git status`), then commit and push them.\n' +
        'On a branch, `ai-worklog draft --update BODY.md` writes the section for you.\n',
    })
    const tree = readTree(root)
    assert.deepEqual(await init(root, '--yes'), {
      exitCode: 0,
      stderr: '',
      stdout:
        'Everything is set up already.\n' +
        'Kept .github/workflows/ai-worklog.yml: is up to date\nKept .github/ai-worklog.yml: is up to date\n' +
        'Kept .github/pull_request_template.md: is up to date\nKept AGENTS.md: is up to date\n',
    })
    assert.deepEqual(readTree(root), tree)
  })

  it('asks for a word when there is no terminal', async (test) => {
    const root = makeRepository(test)
    assert.deepEqual(await init(root), {
      exitCode: 2,
      stdout: '',
      stderr:
        'ai-worklog: `init` asks before it writes, and this is no terminal: add `--yes` to write, or `--dry-run` to see what it would do\n',
    })
    assert.deepEqual(readTree(root), {})
  })

  it('shows a diff that git applies, and writes nothing', async (test) => {
    const files = { 'AGENTS.md': '# Agents', 'docs/pull_request_template.md': 'a\n' }
    const root = makeRepository(test, files)
    const before = readTree(root)
    const { exitCode, stdout } = await init(root, '--dry-run', '--hooks')
    assert.equal(exitCode, 0)
    assert.deepEqual(readTree(root), before)
    execFileSync('git', ['apply', '-'], { cwd: root, input: stdout })
    assert.equal((await init(root, '--check', '--hooks')).stdout, 'Everything is set up.\n')
  })

  it('`--check` lists what is missing or out of date', async (test) => {
    const root = makeRepository(test)
    await init(root, '--yes', '--only', 'agents,policy')
    writeFileSync(
      join(root, 'AGENTS.md'),
      '<!-- ai-worklog:begin agents aba99498 -->\n## Ours\n\nText.\n<!-- ai-worklog:end agents -->\n',
    )
    assert.deepEqual(await init(root, '--check'), {
      exitCode: 1,
      stderr: '',
      stdout:
        'missing: .github/workflows/ai-worklog.yml\nmissing: .github/pull_request_template.md\n' +
        'out of date: AGENTS.md\n\nRun `ai-worklog init` to mend this.\n',
    })
    assert.equal((await init(root, '--check', '--only', 'policy')).exitCode, 0)
  })

  it('`--uninstall` leaves no trace', async (test) => {
    const root = makeRepository(test, { 'CLAUDE.md': '# C\r\n', '.claude/settings.json': '{"a":1}' })
    const before = readTree(root)
    await init(root, '--yes', '--hooks')
    const { stdout } = await init(root, '--uninstall', '--yes')
    assert.equal(
      stdout,
      'Removed .github/workflows/ai-worklog.yml\nRemoved .github/ai-worklog.yml\n' +
        'Removed .github/pull_request_template.md\nChanged CLAUDE.md\nChanged .claude/settings.json\n',
    )
    assert.deepEqual(readTree(root), before)
    assert.equal((await init(root, '--uninstall', '--yes')).stdout, 'There is nothing of ours to remove.\n')
  })

  it('shows a hook that is a program as one', async (test) => {
    const root = makeRepository(test)
    const hooks = ['--only', 'hooks', '--hooks-for', 'cline,opencode']
    const { stdout } = await init(root, '--dry-run', ...hooks)
    assert.match(stdout, /^\+\+\+ b\/\.clinerules\/hooks\/PreToolUse$/m)
    execFileSync('git', ['apply', '-'], { cwd: root, input: stdout })
    assert.equal((await init(root, '--check', ...hooks)).stdout, 'Everything is set up.\n')
    const modes = [...stdout.matchAll(/^new file mode (\d+)$/gm)].map(([, mode]) => mode)
    assert.deepEqual(modes, ['100755', '100644'])
  })

  it('keeps hooks up to date once they are there', async (test) => {
    const root = makeRepository(test)
    await init(root, '--yes', '--hooks-for', 'cursor', '--only', 'hooks')
    assert.deepEqual(Object.keys(readTree(root)), ['.cursor', '.cursor/hooks.json'])
    assert.match((await init(root, '--check')).stdout, /^missing: .github\/workflows/)
    await init(root, '--yes')
    assert.match((await init(root, '--yes')).stdout, /^Kept \.cursor\/hooks\.json: is up to date$/m)
  })

  it('works on the whole repository from a folder in it', async (test) => {
    const root = makeRepository(test, { 'src/deep/a.ts': '' })
    await init(join(root, 'src/deep'), '--yes', '--only', 'agents')
    assert.ok('AGENTS.md' in readTree(root))
  })

  it('names commands that work where npx ran it', async (test) => {
    const root = makeRepository(test)
    const run = { program, cwd: root, env: { npm_command: 'exec' } }
    assert.match(
      (await runCli(['init', '--check'], run)).stdout,
      /^Run `npx ai-worklog init` to mend this\.$/m,
    )
    assert.match(
      (await runCli(['init', '--yes'], run)).stdout,
      /^On a branch, `npx ai-worklog draft --update BODY\.md` writes/m,
    )
  })

  it('says what Git will not commit', async (test) => {
    const root = makeRepository(test, { '.gitignore': 'CLAUDE.md\n', 'CLAUDE.md': '', 'AGENTS.md': '' })
    assert.match(
      (await init(root, '--yes', '--only', 'agents')).stdout,
      /^Changed AGENTS\.md\nChanged CLAUDE\.md\nNote: Git ignores CLAUDE\.md, so nobody else gets it\n\nNext: /,
    )
  })

  it('needs a git repository', async (test) => {
    const folder = mkdtempSync(join(tmpdir(), 'ai-worklog-none-'))
    test.after(() => rmSync(folder, { recursive: true }))
    const { exitCode, stderr } = await init(folder, '--yes')
    assert.equal(exitCode, 2)
    assert.equal(
      stderr,
      'ai-worklog: `init` sets up a git repository, and this folder is in none with a working tree. Run `git init` first, or run it inside a clone.\n',
    )
    assert.deepEqual(readTree(folder), {})
  })

  it('needs git itself', async (test) => {
    const root = makeRepository(test)
    const { stderr } = await runCli(['init', '--yes'], {
      program,
      cwd: root,
      env: { PATH: join(root, 'none') },
    })
    assert.equal(stderr, 'ai-worklog: `init` needs git, which was not found. Install git and run it again.\n')
  })

  it('says why git cannot read a repository', async (test) => {
    const root = makeRepository(test)
    writeFileSync(join(root, '.git/config'), '[core\n')
    const { exitCode, stderr } = await init(root, '--yes')
    assert.equal(exitCode, 2)
    assert.match(stderr, /^ai-worklog: git cannot read this repository: bad config line 1 in file /)
    assert.deepEqual(readTree(root), {})
  })

  it('writes nothing at all when one file is read-only', async (test) => {
    const root = makeRepository(test, { 'AGENTS.md': '# Agents\n' })
    chmodSync(join(root, 'AGENTS.md'), 0o444)
    const { exitCode, stderr } = await init(root, '--yes')
    assert.equal(exitCode, 2)
    assert.match(stderr, /^ai-worklog: `AGENTS\.md` is read-only\. Nothing was written;/)
    assert.deepEqual(Object.keys(readTree(root)), ['AGENTS.md'])
  })

  it('shows a diff that git applies to files with CRLF', async (test) => {
    const root = makeRepository(test, { 'AGENTS.md': '# Agents\r\n', 'GEMINI.md': 'a\r\nb' })
    execFileSync('git', ['config', 'core.autocrlf', 'false'], { cwd: root })
    const { stdout, stderr } = await init(root, '--dry-run', '--only', 'agents')
    assert.equal(stderr, '')
    execFileSync('git', ['apply', '-'], { cwd: root, input: stdout })
    assert.equal((await init(root, '--check', '--only', 'agents')).stdout, 'Everything is set up.\n')
  })

  it('shows no diff when nothing would change, and says so', async (test) => {
    const root = makeRepository(test)
    assert.deepEqual(await init(root, '--dry-run', '--uninstall'), {
      exitCode: 0,
      stdout: '',
      stderr: 'There is nothing of ours to remove.\n',
    })
  })

  it('says when its diff lacks characters that do not show', async (test) => {
    const root = makeRepository(test, { 'AGENTS.md': '\uFEFF# Agents\u202E\n' })
    const { stdout, stderr } = await init(root, '--dry-run', '--only', 'agents')
    assert.match(stdout, /^ # Agents$/m)
    assert.equal(
      stderr,
      'Note: characters that do not show were left out of this diff, so `git apply` may refuse it; `ai-worklog init --yes` writes them as they are.\n',
    )
  })

  it('does not say that what it left is set up', async (test) => {
    const root = makeRepository(test, { 'AGENTS.md': '```sh\nnpm test\n' })
    const left =
      'Left AGENTS.md: leaves a code fence, a comment or an HTML element open, which would hide our block: close it, then run `ai-worklog init` again\n'
    assert.equal((await init(root, '--yes', '--only', 'agents')).stdout, left)
    assert.deepEqual(await init(root, '--check', '--only', 'agents'), {
      exitCode: 1,
      stderr: '',
      stdout: `${left}Everything else is set up.\n`,
    })
  })

  it('tells what it leaves', async (test) => {
    const root = makeRepository(test)
    mkdirSync(join(root, 'folder'))
    symlinkSync('/etc/hostname', join(root, 'AGENTS.md'))
    const { stdout } = await init(root, '--yes', '--only', 'agents')
    assert.equal(stdout, 'Left AGENTS.md: is a symbolic link out of the repository\n')
  })

  for (const [args, message] of [
    [
      ['--only', 'workflow,hook'],
      '`--only` takes `workflow`, `policy`, `template`, `agents`, `hooks` with commas between, got `hook`',
    ],
    [
      ['--hooks-for', 'aider'],
      '`--hooks-for` takes `claude-code`, `openai-codex`, `gemini-cli`, `copilot-cli`, `cursor`, `windsurf`, `cline`, `opencode` with commas between, got `aider`',
    ],
    [['--mode', 'strict'], '`--mode` must be one of `observe`, `warn`, `enforce`, got `strict`'],
    [['here'], '`init` takes no files, got `here`; run it inside the repository'],
    [
      ['--check', '--yes'],
      '`--check` only looks, so it does not go with `--dry-run`, `--uninstall` and `--yes`',
    ],
    [['--dry-run', '--yes'], '`--dry-run` writes nothing, so it does not go with `--yes`'],
    [
      ['--uninstall', '--yes', '--mode', 'enforce'],
      '`--mode` says what to add, so it does not go with `--uninstall`; `--only` says what to remove',
    ],
    [
      ['--uninstall', '--dry-run', '--hooks-for', 'cursor'],
      '`--hooks-for` says what to add, so it does not go with `--uninstall`; `--only` says what to remove',
    ],
    [
      ['--uninstall', '--yes', '--hooks'],
      '`--hooks` says what to add, so it does not go with `--uninstall`; `--only` says what to remove',
    ],
  ] as const) {
    it(`refuses ${args.join(' ')}`, async (test) => {
      const outcome = await init(makeRepository(test), ...args)
      assert.deepEqual(outcome, { exitCode: 2, stdout: '', stderr: `ai-worklog: ${message}\n` })
    })
  }
})

describe('init on a terminal', () => {
  /** Runs `init` in `root` on a terminal on which `keys` are typed, one each time it waits. */
  async function type(root: string, keys: readonly string[], ...args: string[]) {
    const stdin = Object.assign(new PassThrough(), { isTTY: true, setRawMode: () => stdin })
    let shown = ''
    const left = [...keys]
    const stdout = Object.assign(
      new Writable({
        write(chunk, _encoding, done) {
          shown += String(chunk)
          done()
        },
      }),
      { isTTY: true, columns: 80, rows: 60 },
    )
    const timer = setInterval(() => {
      const key = left.shift()
      if (key !== undefined) stdin.write(key)
    }, 100)
    const cwd = process.cwd()
    process.chdir(root)
    try {
      const exitCode = await main(['init', ...args], {
        stdin,
        stdout,
        stderr: new PassThrough(),
        now: () => new Date(0),
        env: {},
        interrupted: () => new AbortController().signal,
      })
      return { exitCode, shown }
    } finally {
      clearInterval(timer)
      process.chdir(cwd)
    }
  }

  const enter = '\r'

  it('offers the parts, shows the diff and writes when that is agreed', async (test) => {
    const root = makeRepository(test)
    const { exitCode, shown } = await type(root, [enter, enter, enter])
    assert.equal(exitCode, 0)
    assert.match(shown, /What shall be set up\?/)
    assert.match(shown, /\+name: AI worklog\n/)
    assert.deepEqual(Object.keys(readTree(root)), [
      '.github',
      '.github/ai-worklog.yml',
      '.github/pull_request_template.md',
      '.github/workflows',
      '.github/workflows/ai-worklog.yml',
      'AGENTS.md',
    ])
  })

  for (const [what, keys, code] of [
    ['an interrupt at the first question', ['\u0003'], 130],
    ['an interrupt at the second question', [enter, '\u0003'], 130],
    ['an interrupt at the last question', [enter, enter, '\u0003'], 130],
    ['the end of the input at the first question', ['\u0004'], 130],
    ['the end of the input at the last question', [enter, enter, '\u0004'], 130],
    ['no', [enter, enter, 'n'], 0],
  ] as const) {
    it(`writes nothing after ${what}`, async (test) => {
      const root = makeRepository(test)
      assert.equal((await type(root, keys)).exitCode, code)
      assert.deepEqual(readTree(root), {})
    })
  }

  it('asks for no mode when there is a policy, and for nothing when all is there', async (test) => {
    const root = makeRepository(test)
    await init(root, '--yes', '--mode', 'enforce')
    const tree = readTree(root)
    const { exitCode, shown } = await type(root, [enter])
    assert.equal(exitCode, 0)
    assert.doesNotMatch(shown, /What shall the check do/)
    assert.match(shown, /Everything is set up already\./)
    assert.deepEqual(readTree(root), tree)
  })

  it('asks only for agreement when options say the rest', async (test) => {
    const root = makeRepository(test)
    const { exitCode } = await type(root, [enter], '--only', 'agents')
    assert.equal(exitCode, 0)
    assert.deepEqual(Object.keys(readTree(root)), ['AGENTS.md'])
  })
})
