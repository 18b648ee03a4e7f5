// Datasets are read by the libraries that their users use: Hugging Face `datasets`, mlcroissant, DuckDB, pyspark and
// chat templates. What they read is built by the command line: from the example, and from real pull requests.

import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { installPython, requireJava } from '../../scripts/e2e/install-python.ts'
import { readManifest } from '../../src/dataset/publish/manifest.ts'
import { publishedTables } from '../../src/dataset/tables/published.ts'
import { trainingViews } from '../../src/dataset/tables/training-views.ts'
import { createBuildWorld, documented, recordOf } from '../support/build-world.ts'
import { buildFixtureDataset } from '../support/dataset-fixture.ts'
import { runCli } from '../support/run-cli.ts'

const run = promisify(execFile)
const folderOfScripts = fileURLToPath(new URL('python/', import.meta.url))
const example = fileURLToPath(new URL('../../examples/dataset', import.meta.url))
const real = fileURLToPath(new URL('../../../shared/data/pull-requests.jsonl', import.meta.url))
const home = mkdtempSync(join(tmpdir(), 'ai-worklog-home-'))
let python = ''

before(() => {
  python = installPython()
})
after(() => rmSync(home, { recursive: true }))

describe('the dataset of the example, with findings and diffs', () => {
  let folder = ''
  const world = createBuildWorld({ after })
  before(async () => {
    await build(['--store', join(world.folder, 'store'), example])
    const numbers = Array.from({ length: 40 }, (_, index) => index + 1)
    // The check, not the pull request, has findings; and only the history of a repository has diffs.
    const records = numbers.map((number) => ({
      ...recordOf(documented(number, { repository: `octo/r${number}`, repository_id: 1000 + number })),
      findings: [
        {
          seq: 1,
          rule: 'failures',
          severity: 'warning',
          reason: `Not said ${number}`,
          place: null,
          expected: null,
        },
      ],
    }))
    const diffs = numbers.map((number) =>
      JSON.stringify({
        record_id: `github.com/${1000 + number}/${number}`,
        repository: `octo/r${number}`,
        pr_number: number,
        diff: `diff --git a/x b/x\n--- a/x\n+++ b/x\n@@ -1 +1 @@\n-old ${number}\n+new "${number}"\n`,
      }),
    )
    const { version } = await world.build(records, { diffs })
    assert.equal(version, '1.1.0')
    folder = join(world.folder, 'store', '1.1.0', 'dataset')
  })

  test('has rows in every table and view', () => {
    const filled = Object.keys(countSplits(folder))
    assert.deepEqual(filled.sort(), publishedTables.map(({ name }) => name).sort())
  })
  readEverywhere(() => folder)

  test('DuckDB and pyspark read the same', async () => {
    requireJava()
    assert.deepEqual(await runScript('read_duckdb_pyspark.py', folder), countSplits(folder))
  })
})

describe('the dataset of 3,416 real pull requests', {
  skip: existsSync(real) ? false : 'there is no ../shared/data',
}, () => {
  const folder = mkdtempSync(join(tmpdir(), 'ai-worklog-real-'))
  const out = join(folder, 'out')
  before(() => build(['--store', join(folder, 'store'), '--out', out, real]))
  after(() => rmSync(folder, { recursive: true }))

  test('has all of them', () => {
    const splits = Object.values(countSplits(out).records ?? {})
    assert.equal(
      splits.reduce((sum, rows) => sum + rows, 0),
      3416,
    )
  })
  readEverywhere(() => out)
})

describe('a card', () => {
  let folder = ''
  before(async () => {
    // A name that YAML could take for much.
    folder = await buildFixtureDataset({ name: 'no: "AI" {worklog} # \n--- \u{1f600}' })
  })
  after(() => rmSync(folder, { recursive: true }))

  test('with a hostile name is read', async () => {
    assert.deepEqual(await runScript('open_datasets.py', folder), countSplits(folder))
    await runScript('validate_croissant.py', folder)
  })

  test('that states other rows than the files hold is refused', async () => {
    const path = join(folder, 'README.md')
    const card = readFileSync(path, 'utf8')
    const changed = card.replace(/num_examples: (\d+)/, (_, rows) => `num_examples: ${Number(rows) + 1}`)
    assert.notEqual(changed, card)
    writeFileSync(path, changed)
    await assert.rejects(runScript('open_datasets.py', folder), /NonMatchingSplitsSizesError/)
  })
})

/** What holds for every dataset. */
function readEverywhere(find: () => string): void {
  test('every configuration and split opens in datasets', async () => {
    assert.deepEqual(await runScript('open_datasets.py', find()), countSplits(find()))
  })

  test('croissant.json is valid and its record sets load', async () => {
    const read = Object.keys(await runScript('validate_croissant.py', find()))
    assert.deepEqual(read, Object.keys(countSplits(find())))
  })

  test('every chat row passes a chat template', async () => {
    const read = await runScript('apply_chat_templates.py', find())
    const chats = trainingViews.filter(({ chat }) => chat !== null).map(({ name }) => name)
    assert.deepEqual(Object.keys(read).sort(), chats.sort())
    const rows = Object.fromEntries(readTables(find()).map((table) => [table.name, table.rows]))
    for (const [name, count] of Object.entries(read)) assert.equal(count, rows[name], name)
  })
}

async function build(args: readonly string[]): Promise<void> {
  const { exitCode, stderr } = await runCli(['dataset', 'build', '--work-dir', home, ...args])
  assert.equal(exitCode, 0, stderr)
}

/** What the script prints: rows by table, or by table and split. */
async function runScript(name: string, folder: string): Promise<Record<string, unknown>> {
  // Nothing of the user's, such as a token of the hub, reaches the libraries.
  const env = {
    PATH: process.env.PATH,
    JAVA_HOME: process.env.JAVA_HOME,
    HOME: home,
    TMPDIR: home,
    PYTHONDONTWRITEBYTECODE: '1',
  }
  const { stdout } = await run(python, [join(folderOfScripts, name), folder], { env, maxBuffer: 2 ** 26 })
  return JSON.parse(stdout.trim().split('\n').at(-1) ?? '')
}

function readTables(folder: string) {
  const path = join(folder, 'manifest.json')
  return readManifest(readFileSync(path, 'utf8'), path).tables
}

function countSplits(folder: string): Record<string, Record<string, number>> {
  const filled = readTables(folder).filter(({ rows }) => rows > 0)
  return Object.fromEntries(
    filled.map(({ name, splits }) => [
      name,
      Object.fromEntries(splits.map(({ split, rows }) => [split, rows])),
    ]),
  )
}
