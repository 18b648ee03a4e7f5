// The built command line with what it cannot use: wrong arguments, unreadable files, broken policies. Each has
// one message on standard error, nothing on standard output and the exit code 2.

import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { checkHelp } from '../../src/cli/check.ts'
import { datasetCommands } from '../../src/cli/dataset/help.ts'
import { datasetHelp } from '../../src/cli/dataset.ts'
import { draftHelp } from '../../src/cli/draft.ts'
import { extractHelp } from '../../src/cli/extract.ts'
import { initHelp } from '../../src/cli/init.ts'
import { reportHelp } from '../../src/cli/report.ts'
import { schemaHelp } from '../../src/cli/schema.ts'
import { version } from '../../src/core/record/version.ts'
import { parseRecord } from '../support/read-record.ts'
import { runCli } from '../support/run-cli.ts'

async function assertUsageError(args: readonly string[], message: string, env = {}, cwd?: string) {
  const outcome = await runCli(args, { env, ...(cwd === undefined ? {} : { cwd }) })
  assert.deepEqual(outcome, { exitCode: 2, stdout: '', stderr: `ai-worklog: ${message}\n` })
}

describe('help', () => {
  const helps = {
    check: checkHelp,
    draft: draftHelp,
    extract: extractHelp,
    init: initHelp,
    dataset: datasetHelp,
    report: reportHelp,
    schema: schemaHelp,
  }

  for (const [command, help] of Object.entries(helps)) {
    it(`of \`${command}\``, async () => {
      for (const args of [
        [command, '--help'],
        [command, '-h'],
        ['help', command],
        [command, 'file.md', '--help'],
      ]) {
        assert.deepEqual(await runCli(args), { exitCode: 0, stdout: help, stderr: '' })
      }
    })
  }

  for (const [command, help] of datasetCommands) {
    it(`of \`dataset ${command}\``, async () => {
      assert.deepEqual(await runCli(['dataset', command, '--help']), {
        exitCode: 0,
        stdout: help,
        stderr: '',
      })
      assert.ok(datasetHelp.includes(`  ${command} `))
    })
  }

  it('of the whole names every command', async () => {
    const outcome = await runCli(['--help'])
    assert.equal(outcome.exitCode, 0)
    assert.equal(outcome.stderr, '')
    assert.ok(outcome.stdout.startsWith(`ai-worklog ${version}: reads, checks and records `))
    for (const command of Object.keys(helps)) assert.match(outcome.stdout, new RegExp(`^  ${command} `, 'm'))
    for (const args of [['help'], ['-h']]) assert.deepEqual(await runCli(args), outcome)
  })

  it('goes to standard error when there is no command', async () => {
    const { stdout } = await runCli(['--help'])
    assert.deepEqual(await runCli([]), { exitCode: 2, stdout: '', stderr: stdout })
  })

  it('has the version', async () => {
    for (const option of ['--version', '-v']) {
      assert.deepEqual(await runCli([option]), { exitCode: 0, stdout: `${version}\n`, stderr: '' })
    }
  })
})

describe('wrong arguments', () => {
  const optionsOfCheck =
    'Options of `check`: `--policy`, `--mode`, `--template`, `--head-ref`, `--format`, `--explain`, `--fix`, `--watch`, `--help`'
  const commands =
    'expected `check`, `extract`, `init`, `draft`, `dataset`, `report`, `schema`, `hook` (see `ai-worklog --help`)'
  const cases: [args: string[], message: string][] = [
    [['chekc'], `Unknown command \`chekc\` (did you mean \`check\`?); ${commands}`],
    [['help', 'chekc'], `Unknown command \`chekc\` (did you mean \`check\`?); ${commands}`],
    [['__proto__'], `Unknown command \`__proto__\`; ${commands}`],
    [
      ['check', '--formt', 'json'],
      `Unknown option \`--formt\` (did you mean \`--format\`?). ${optionsOfCheck}`,
    ],
    [['schema', '--helf'], 'Unknown option `--helf` (did you mean `--help`?). Options of `schema`: `--help`'],
    [
      ['init', '--hook'],
      'Unknown option `--hook` (did you mean `--hooks`?). Options of `init`: `--only`, `--hooks-for`, `--mode`, `--hooks`, `--yes`, `--dry-run`, `--check`, `--uninstall`, `--force`, `--help`',
    ],
    [['check', '-x'], `Unknown option \`-x\`. ${optionsOfCheck}`],
    [['check', '--format'], `Option \`--format <value>\` needs a value. ${optionsOfCheck}`],
    [
      ['check', '--format', 'yaml'],
      '`--format` must be one of `text`, `json`, `jsonl`, `github`, got `yaml`',
    ],
    [['check', '--mode', 'Enforce'], '`--mode` must be one of `observe`, `warn`, `enforce`, got `Enforce`'],
    [['check', '--mode='], '`--mode` must be one of `observe`, `warn`, `enforce`, got ``'],
    [
      ['check', '--format', 'jsonl', '--head-ref', 'main'],
      '`--head-ref` is of one pull request; with `--format jsonl` each line has its own `head_ref`',
    ],
    [['extract', '--format', 'github'], '`--format` must be one of `json`, `jsonl`, `text`, got `github`'],
    [
      ['extract', '--policy', 'a.yml'],
      'Unknown option `--policy`. Options of `extract`: `--format`, `--template`, `--help`',
    ],
    [
      ['draft', 'BODY.md'],
      'Unexpected argument `BODY.md`: `draft` takes options only; a session is named with `--session`, a description with `--update`',
    ],
    [
      ['init'],
      '`init` asks before it writes, and this is no terminal: add `--yes` to write, or `--dry-run` to see what it would do',
    ],
    [['schema', 'records'], '`schema` takes `record` or `policy`, got `records`'],
    [['schema', 'record', 'policy'], '`schema` takes `record` or `policy`, got `record policy`'],
    [['schema', '--format', 'json'], 'Unknown option `--format`. Options of `schema`: `--help`'],
  ]
  for (const [args, message] of cases) it(args.join(' '), () => assertUsageError(args, message))

  it('SOURCE_DATE_EPOCH that is no time', async () => {
    for (const epoch of ['abc', '-1', '1.5', '99999999999999999']) {
      await assertUsageError(
        ['extract', 'examples/small.md'],
        `\`SOURCE_DATE_EPOCH\` must be a whole number of seconds, got \`${epoch}\``,
        { SOURCE_DATE_EPOCH: epoch },
      )
    }
  })
})

describe('files', () => {
  let folder = ''
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'ai-worklog-cli-'))
  })
  after(() => rmSync(folder, { recursive: true }))

  function write(name: string, content: string | Buffer): string {
    writeFileSync(join(folder, name), content)
    return name
  }

  const fails = (args: readonly string[], message: string) => assertUsageError(args, message, {}, folder)

  it('that are not there', async () => {
    const message = 'Cannot read `nowhere.md`: there is no such file'
    for (const command of ['check', 'extract']) {
      await fails([command, 'nowhere.md'], message)
      await fails([command, '--format', 'jsonl', 'nowhere.md'], message)
    }
    await fails(['check', '--policy', 'nowhere.md'], message)
  })

  it('that are directories', async () => {
    for (const args of [
      ['check', '.'],
      ['extract', '--format', 'jsonl', '.'],
    ]) {
      await fails(args, 'Cannot read `.`: it is a directory')
    }
  })

  it('that are not UTF-8 are read with a note', async () => {
    const file = write('latin-1.md', Buffer.from('### Tools\n\n- Curs\u00f6r\n', 'latin1'))
    const { exitCode, stdout, stderr } = await runCli(['extract', file], { cwd: folder })
    assert.equal(exitCode, 0)
    assert.equal(stderr, 'latin-1.md: not valid UTF-8; what could not be read is shown as \uFFFD\n')
    parseRecord(stdout)
  })

  it('that hold U+FFFD themselves are read without one', async () => {
    const { stderr } = await runCli(['check'], { stdin: 'caf\uFFFD' })
    assert.equal(stderr, '')
  })

  it('that begin with a byte-order mark are read as without', async () => {
    const plain = await runCli(['extract', '-'], { stdin: '## AI worklog\n\nNone\n' })
    const marked = await runCli(['extract', '-'], { stdin: '\uFEFF## AI worklog\n\nNone\n' })
    assert.deepEqual(marked, plain)
    assert.equal(parseRecord(plain.stdout).ai_use, 'none')
  })

  it('that are far too large', async () => {
    const file = write('large.md', Buffer.alloc(16 * 1024 * 1024 + 1, 0x61))
    await fails(['check', file], 'large.md: larger than 16777216 bytes; expected a pull request body')
  })

  it('with a name that is an option come after `--`', async () => {
    await fails(['check', '--', '--format'], 'Cannot read `--format`: there is no such file')
  })

  it('with escape codes in their names print none', async () => {
    await fails(['check', '\u001B[31mred'], 'Cannot read `red`: there is no such file')
  })

  it('with NUL and lone surrogates are read', async () => {
    const { exitCode, stdout } = await runCli(['extract', '--format', 'jsonl'], {
      stdin: '{"body":"### Tools\\n\\n- Cursor\\u0000 \\ud800"}\n',
    })
    assert.equal(exitCode, 0)
    assert.equal(parseRecord(stdout).ai_use, 'unknown')
  })

  it('that are broken policies: every mistake with its place', async () => {
    const file = write('policy.yml', 'mode: enfroce\nrequires: 1\n')
    await fails(
      ['check', '--policy', file],
      'policy.yml:1:7: `mode` must be `observe`, `warn` or `enforce`, got `enfroce`: did you mean `enforce`?\n' +
        'policy.yml:2:1: Unknown key `requires`: did you mean `require`? Allowed: `extends`, `mode`, `require`, `trailers`, `privacy`, `consent`, `vocabulary`, `exempt`, `redact`, `rules`',
    )
  })

  it('that are policies of a policy elsewhere', async () => {
    const file = write('extending.yml', 'extends: octo-org/.github\n')
    await fails(
      ['check', '--policy', file],
      'extending.yml: `extends: octo-org/.github` is not fetched here; pass that file first: `--policy <file> --policy extending.yml`',
    )
  })
})

describe('schema', () => {
  it('prints the published schemas', async () => {
    for (const [args, name] of [
      [['schema'], 'record'],
      [['schema', 'record'], 'record'],
      [['schema', 'policy'], 'policy'],
    ] as const) {
      const file = new URL(`../../schema/${name}.v1.schema.json`, import.meta.url)
      assert.deepEqual(await runCli(args), {
        exitCode: 0,
        stdout: readFileSync(file, 'utf8').replaceAll('\r\n', '\n'),
        stderr: '',
      })
    }
  })
})
