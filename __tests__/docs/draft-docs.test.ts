// What docs/draft.md and the recipe of trailers show is what the command line does.

import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, it, type TestContext } from 'node:test'
import { readers } from '../../src/capture/readers/readers.ts'
import { makeRecordedHome } from '../support/recorded-home.ts'
import { runCli } from '../support/run-cli.ts'

const root = join(import.meta.dirname, '../..')
const program = join(root, 'src/cli.ts')
const readDoc = (name: string) => readFileSync(join(root, 'docs', name), 'utf8')
const isPosix = process.platform !== 'win32'

/** The code block behind the comment `mark`. */
function blockOf(text: string, mark: string): string {
  const [, block] = new RegExp(`<!-- ${mark} -->\n\n\`\`\`\\w+\n([\\s\\S]*?)\n\`\`\``).exec(text) ?? []
  assert.ok(block !== undefined, mark)
  return block
}

function makeHome(t: TestContext) {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'ai-worklog-docs-')))
  t.after(() => rmSync(folder, { recursive: true, force: true }))
  return makeRecordedHome(folder)
}

describe('docs/draft.md', () => {
  it('shows what `draft` says and writes', async (t) => {
    const { home, repository, work } = makeHome(t)
    work()
    const run = { program, cwd: repository, env: { HOME: home, USERPROFILE: home } }
    const { stdout, stderr } = await runCli(['draft'], run)
    const text = readDoc('draft.md')
    assert.ok(stderr.startsWith(`${blockOf(text, 'draft:said')}\n`), stderr)
    const plain = stdout
      .replace(/^<!--.*-->\n\n/gm, '')
      .replace(/<!-- ai-worklog:item .*? -->\n */g, '')
      .replace(/\n\n(?=2\. )/, '\n')
    assert.ok(plain.startsWith(`${blockOf(text, 'draft:section')}\n`), plain)
  })

  it('has a row for each reader, and the versions of the recorded transcripts', () => {
    const [, table = ''] = readDoc('draft.md').split('## Which tools')
    for (const { id, name } of readers) {
      const words = id === 'vscode-chat' ? 'VS Code' : name.replace(/^GitHub /, '')
      assert.ok(table.toLowerCase().includes(words.toLowerCase()), id)
    }
    for (const version of ['2.1.197', '2.1.332', '0.98.0', '0.145.0', '0.171.0']) {
      assert.ok(table.includes(version), version)
    }
  })
})

describe('trailers', { skip: isPosix ? false : 'they are for a POSIX shell' }, () => {
  const recipe = readDoc('recipes.md')

  async function readMessage(message: string) {
    const line = JSON.stringify({ body: null, commits: [{ oid: 'a'.repeat(40), message }] })
    const { stdout } = await runCli(['extract', '--format', 'jsonl'], { program, stdin: `${line}\n` })
    return JSON.parse(stdout)
  }

  it('of the recipe are read as they are meant', async (t) => {
    const { git, repository, write } = makeHome(t)
    write('a.ts', 'a\n')
    git('add', '-A')
    execFileSync('sh', ['-c', blockOf(recipe, 'trailers:commit')], {
      cwd: repository,
      env: {
        ...process.env,
        GIT_AUTHOR_NAME: 'Ann',
        GIT_AUTHOR_EMAIL: 'ann@example.com',
        GIT_COMMITTER_NAME: 'Ann',
        GIT_COMMITTER_EMAIL: 'ann@example.com',
      },
      stdio: 'pipe',
    })
    assert.equal(git('log', '-1', '--format=%(trailers:key=Prompt,valueonly)').trim().split('\n').length, 2)
    assert.partialDeepStrictEqual(await readMessage(git('log', '-1', '--format=%B')), {
      ai_use: 'used',
      ai_use_basis: 'statement',
      tools: [{ tool_id: 'claude-code', model_id: 'claude-opus-4-6' }],
      prompts: [
        { kind: 'initial', text: 'Add retries with exponential backoff to the HTTP client' },
        { kind: 'refinement', text: 'Use full jitter' },
      ],
      failures: [{ cause: 'it assumed another library' }],
      corrections: [{ reason: 'thirty lines need none' }],
      review: { human_reviewed: true },
      completeness: { missing: ['context'] },
    })
  })

  it('are offered by the hook of the recipe, and said by nobody until somebody does', async (t) => {
    const { git, home, repository, write } = makeHome(t)
    write('.githooks/prepare-commit-msg', `${blockOf(recipe, 'trailers:hook')}\n`)
    write('a.ts', 'a\n')
    git('add', '-A')
    git('config', 'core.hooksPath', '.githooks')
    execFileSync('chmod', ['+x', join(repository, '.githooks/prepare-commit-msg')])
    const commit = async (edit: string, ...options: string[]) => {
      const editor = join(home, 'editor')
      writeFileSync(
        editor,
        `#!/bin/sh\n{ printf 'Retry failed requests\\n'; ${edit} "$1"; } >"$1.new" && mv "$1.new" "$1"\n`,
        { mode: 0o755 },
      )
      git('-c', `core.editor=${editor}`, 'commit', '-q', '--allow-empty', ...options)
      return readMessage(git('log', '-1', '--format=%B'))
    }
    const untouched = await commit('cat')
    assert.deepEqual([untouched.ai_use, untouched.prompts], ['unknown', []])
    for (const options of [[], ['--verbose']]) {
      write('b.ts', `${options.length}\n`)
      git('add', 'b.ts')
      const said = await commit(
        `sed -e 's/^# Prompt: .*/Prompt: Add retries/' -e 's/^# Failed.*/Failed-attempts: None/' -e 's/^# Assisted.*/Assisted-by: Claude Code/'`,
        ...options,
      )
      assert.partialDeepStrictEqual(said, {
        ai_use: 'used',
        prompts: [{ text: 'Add retries' }],
        failures: [],
        tools: [{ tool_id: 'claude-code' }],
      })
    }
    git('commit', '-q', '--allow-empty', '-m', 'By hand')
    assert.equal(git('log', '-1', '--format=%B').trim(), 'By hand')
  })
})
