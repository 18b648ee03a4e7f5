// `dataset` and `report` with what they cannot use: one message on standard error, nothing else, the exit code 2, and
// nothing written.

import assert from 'node:assert/strict'
import { cpSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { fileURLToPath } from 'node:url'
import { documented } from '../support/build-world.ts'
import { createCliWorld } from '../support/dataset-cli.ts'

const stores =
  'a folder, `s3://bucket/prefix`, `github-branch:owner/repo@branch`, `github-release:owner/repo` or `github-artifact:owner/repo/name`'
const commands = 'expected one of `build`, `map`, `erase`, `test-list` (see `ai-worklog dataset --help`)'

const cases: [args: string, message: string][] = [
  ['dataset', `A command is missing; ${commands}`],
  ['dataset bild', `Unknown command \`dataset bild\` (did you mean \`dataset build\`?); ${commands}`],
  [
    'dataset build',
    'No records: name files, `--repository` or `--organization` (see `ai-worklog dataset build --help`)',
  ],
  ['dataset build nowhere.jsonl', 'Cannot read `nowhere.jsonl`: there is no such file'],
  ['dataset build --store ftp://x/y pulls.jsonl', `The store \`ftp://x/y\` is unknown: it must be ${stores}`],
  [
    'dataset build --engine spark pulls.jsonl',
    '`--engine spark` needs `--spark-command`, such as `--spark-command "spark-submit --master spark://host:7077"`; or print the script with `--render spark`',
  ],
  ['dataset build --engine flink pulls.jsonl', '`--engine` must be one of `duckdb`, `spark`, got `flink`'],
  [
    'dataset build --authors pseudonym pulls.jsonl',
    'Pseudonyms need a secret key of at least 16 characters in AI_WORKLOG_PSEUDONYM_KEY (the input `pseudonym-key` of the action): `openssl rand -hex 32` makes one; keep it for the next version',
  ],
  [
    'dataset build --audience public --authors login pulls.jsonl',
    'A dataset for the public names nobody: `authors` must be `omit` or `pseudonym` with the audience `public`',
  ],
  [
    'dataset build --keep-days 0 pulls.jsonl',
    '`--keep-days` must be a whole number from 1 to 36500, got `0`',
  ],
  [
    'dataset build --keep-days 1e3 pulls.jsonl',
    '`--keep-days` must be a whole number from 1 to 36500, got `1e3`',
  ],
  [
    'dataset build --since yesterday pulls.jsonl',
    '`--since` must be a date or a UTC time such as `2026-01-31T12:00:00Z`, got `yesterday`',
  ],
  ['dataset build --history pulls.jsonl', '`--history` needs `--repository` or `--organization`'],
  ['dataset build --with-diff pulls.jsonl', '`--with-diff` needs `--history`, which says what was merged'],
  ['dataset build --license = pulls.jsonl', '`--license` must be an SPDX expression such as `MIT`, got `=`'],
  ['dataset build --repository octo', '`--repository` must be `owner/name`, got `octo`'],
  [
    'dataset build --out foreign pulls.jsonl',
    '`--out` is `foreign`, which is there and is no dataset of ours; name a new folder, or remove it',
  ],
  [
    'dataset build --out pulls.jsonl pulls.jsonl',
    '`--out` is `pulls.jsonl`, which is there and is no dataset of ours; name a new folder, or remove it',
  ],
  ['dataset build --opt-out nowhere pulls.jsonl', 'Cannot read `nowhere`: there is no such file'],
  ['dataset map pulls.jsonl', '`dataset map` needs `--work-dir`: the folder that `staged` is left in'],
  [
    'dataset map --shard 9/8 --work-dir tmp pulls.jsonl',
    '`--shard` must be a part of a whole such as `2/8`, got `9/8`',
  ],
  [
    'dataset map --shard 0/8 --work-dir tmp pulls.jsonl',
    '`--shard` must be a part of a whole such as `2/8`, got `0/8`',
  ],
  ['dataset map --work-dir tmp', '`dataset map` needs files or `--repository`'],
  ['dataset erase', 'Give one of `--author LOGIN`, `--repo OWNER/NAME` and `--pr OWNER/NAME#NUMBER`'],
  [
    'dataset erase --author a --repo b/c',
    'Give one of `--author LOGIN`, `--repo OWNER/NAME` and `--pr OWNER/NAME#NUMBER`',
  ],
  ['dataset erase --pr 12', '`--pr` must be `owner/name#12` or the address of its page, got `12`'],
  ['dataset erase octocat', 'Unexpected argument `octocat`: `erase` takes options only'],
  [
    'dataset erase --author octocat',
    'The store `./ai-worklog-store` has no version, so there is nothing to erase. Check `--store`; to keep somebody out from the start, use `--opt-out`',
  ],
  [
    'dataset test-list',
    'There is no dataset in ./ai-worklog-store: make one with `ai-worklog dataset build`',
  ],
  ['dataset test-list more', 'Unexpected argument `more`: `test-list` takes none'],
  [
    'dataset test-list --stor x',
    'Unknown option `--stor` (did you mean `--store`?). Options of `dataset test-list`: `--store`, `--help`',
  ],
  [
    'report',
    'There is no dataset in ./ai-worklog-store: make one with `ai-worklog dataset build`, or name files or `--repository` (see `ai-worklog report --help`)',
  ],
  ['report --format html pulls.jsonl', '`--format` must be one of `markdown`, `json`, got `html`'],
]

describe('wrong arguments of `dataset` and `report`', { concurrency: 2 }, () => {
  for (const [args, message] of cases) {
    it(args, async (t) => {
      const world = createCliWorld(t)
      world.write('pulls.jsonl', [documented(1)])
      mkdirSync(join(world.folder, 'foreign'))
      writeFileSync(join(world.folder, 'foreign', 'mine.txt'), 'mine')
      const outcome = await world.run(args.split(' '))
      assert.deepEqual(outcome, { exitCode: 2, stdout: '', stderr: `ai-worklog: ${message}\n` })
      assert.deepEqual(world.list('.'), ['foreign', 'pulls.jsonl', 'tmp'])
      assert.deepEqual(world.list('foreign'), ['mine.txt'])
    })
  }

  it('files without a record: what is wrong with each', async (t) => {
    const world = createCliWorld(t)
    world.write('empty.jsonl', [])
    const outcome = await world.run(['dataset', 'build', 'empty.jsonl'])
    assert.deepEqual(outcome, {
      exitCode: 2,
      stdout: '',
      stderr:
        'empty.jsonl: The file is empty.\nai-worklog: No records were found in what was named; nothing was written\n',
    })
    assert.deepEqual(world.list('.'), ['empty.jsonl', 'tmp'])
  })

  it('without DuckDB: how to get it', async (t) => {
    const world = createCliWorld(t)
    world.write('pulls.jsonl', [documented(1)])
    const root = fileURLToPath(new URL('../../', import.meta.url))
    cpSync(join(root, 'dist'), join(world.folder, 'program', 'dist'), { recursive: true })
    cpSync(join(root, 'package.json'), join(world.folder, 'program', 'package.json'))
    const program = join(world.folder, 'program', 'dist', 'cli.js')
    for (const args of [
      ['dataset', 'build', 'pulls.jsonl'],
      ['report', 'pulls.jsonl'],
    ]) {
      assert.deepEqual(await world.run(args, { program }), {
        exitCode: 2,
        stdout: '',
        stderr:
          'ai-worklog: A dataset needs DuckDB, which cannot be loaded: run `npm install @duckdb/node-api`, and set `AI_WORKLOG_DUCKDB` to the folder when it is not that of ai-worklog\n',
      })
    }
    const checked = await world.run(['dataset', '--help'], { program })
    assert.equal(checked.exitCode, 0)
    const there = await world.run(['dataset', 'build', 'pulls.jsonl'], {
      program,
      env: { AI_WORKLOG_DUCKDB: root },
    })
    assert.equal(there.exitCode, 0, there.stderr)
  })
})
