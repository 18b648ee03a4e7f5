// A dataset is read by the libraries that its users use: Hugging Face `datasets`, mlcroissant, DuckDB, pyspark and chat
// templates.

import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { installPython, requireJava } from '../../scripts/e2e/install-python.ts'
import { readManifest } from '../../src/dataset/publish/manifest.ts'
import { trainingViews } from '../../src/dataset/tables/training-views.ts'
import { buildFixtureDataset } from '../support/dataset-fixture.ts'

const run = promisify(execFile)
const folderOfScripts = fileURLToPath(new URL('python/', import.meta.url))

describe('a dataset in Python', () => {
  let python = ''
  let folder = ''
  const home = mkdtempSync(join(tmpdir(), 'ai-worklog-home-'))

  before(async () => {
    python = installPython()
    // A name that YAML could take for much.
    folder = await buildFixtureDataset({ name: 'no: "AI" {worklog} # \n--- \u{1f600}' })
  })
  after(() => {
    rmSync(home, { recursive: true })
    if (folder !== '') rmSync(folder, { recursive: true })
  })

  test('every configuration and split opens in datasets', async () => {
    assert.deepEqual(await runScript('open_datasets.py'), countSplits())
  })

  test('a card that states other rows than the files hold is refused', async () => {
    const path = join(folder, 'README.md')
    const card = readFileSync(path, 'utf8')
    const changed = card.replace(/num_examples: (\d+)/, (_, rows) => `num_examples: ${Number(rows) + 1}`)
    assert.notEqual(changed, card)
    writeFileSync(path, changed)
    try {
      await assert.rejects(runScript('open_datasets.py'), /NonMatchingSplitsSizesError/)
    } finally {
      writeFileSync(path, card)
    }
  })

  test('croissant.json is valid and its record sets load', async () => {
    const read = Object.keys(await runScript('validate_croissant.py'))
    assert.deepEqual(read, Object.keys(countSplits()))
  })

  test('every chat row passes a chat template', async () => {
    const read = await runScript('apply_chat_templates.py')
    const chats = trainingViews.filter(({ chat }) => chat !== null).map(({ name }) => name)
    assert.deepEqual(Object.keys(read).sort(), chats.sort())
    const rows = Object.fromEntries(readTables().map(({ name, rows }) => [name, rows]))
    for (const [name, count] of Object.entries(read)) assert.equal(count, rows[name], name)
  })

  test('DuckDB and pyspark read the same', async () => {
    requireJava()
    assert.deepEqual(await runScript('read_duckdb_pyspark.py'), countSplits())
  })

  /** What the script prints: rows by table, or by table and split. */
  async function runScript(name: string): Promise<Record<string, unknown>> {
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

  function readTables() {
    const path = join(folder, 'manifest.json')
    return readManifest(readFileSync(path, 'utf8'), path).tables
  }

  function countSplits() {
    const filled = readTables().filter(({ rows }) => rows > 0)
    return Object.fromEntries(
      filled.map(({ name, splits }) => [
        name,
        Object.fromEntries(splits.map(({ split, rows }) => [split, rows])),
      ]),
    )
  }
})
