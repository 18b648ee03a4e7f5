// What the documentation shows of datasets and reports: a new user's commands, run through `dist/cli.js` in an empty folder.

import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { fileURLToPath } from 'node:url'
import { DuckDBInstance } from '@duckdb/node-api'
import { parse } from 'yaml'
import { readManifest } from '../../src/dataset/publish/manifest.ts'
import { type DocBlock, docBlocks, isOfDataset } from '../support/doc-blocks.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))
const isPosix = process.platform !== 'win32'

/** A folder with `dist` and the example, as in a fresh clone, for the blocks of one file. */
function describeFile(file: string, more: (folder: () => string) => void) {
  describe(file, { skip: isPosix ? false : 'the blocks are for a POSIX shell' }, () => {
    let folder = ''
    before(() => {
      folder = mkdtempSync(join(tmpdir(), 'ai-worklog-docs-'))
      symlinkSync(join(root, 'dist'), join(folder, 'dist'))
      cpSync(join(root, 'examples'), join(folder, 'examples'), { recursive: true })
    })
    after(() => rmSync(folder, { recursive: true }))

    for (const block of docBlocks.filter((each) => each.file === file && isOfDataset(each))) {
      it(`line ${block.line} does what is shown`, () => runBlock(block, folder))
    }
    more(() => folder)
  })
}

function runBlock({ language, text }: DocBlock, cwd: string) {
  const [first = '', ...shown] = text.split('\n')
  const isShown = language === 'console'
  const { status, stdout, stderr } = spawnSync('sh', ['-c', isShown ? first.replace(/^\$ /, '') : text], {
    cwd,
    encoding: 'utf8',
    env: {
      PATH: [dirname(process.execPath), process.env.PATH].join(delimiter),
      LANG: 'C.UTF-8',
      SOURCE_DATE_EPOCH: '1785576600',
    },
  })
  assert.equal(stderr, '')
  assert.equal(status, 0)
  if (isShown) assert.deepEqual(stdout.trimEnd().split('\n'), shown)
  else assert.match(stdout, /\n## AI worklog report\n\n55 pull requests of 4 repositories, opened from /)
}

const read = (...path: string[]) => readFileSync(join(...path), 'utf8')

describeFile('README.md', (folder) => {
  it('leaves a dataset that is whole', () => {
    const dataset = join(folder(), 'my-dataset')
    const manifest = readManifest(read(dataset, 'manifest.json'), 'manifest.json')
    for (const { path } of manifest.files) assert.ok(existsSync(join(dataset, path)), path)
    const [, head = ''] = read(dataset, 'README.md').split('---\n')
    const card: { configs: { config_name: string }[] } = parse(head)
    assert.deepEqual(
      card.configs.map(({ config_name }) => config_name),
      manifest.tables.filter(({ rows }) => rows > 0).map(({ name }) => name),
    )
  })

  it('fills every table and view but those of checks and diffs', () => {
    const { tables } = readManifest(read(folder(), 'my-dataset', 'manifest.json'), 'manifest.json')
    const empty = tables.filter(({ rows }) => rows === 0).map(({ name }) => name)
    assert.deepEqual(empty, ['findings', 'diffs', 'prompt_diff'])
    for (const { name, splits } of tables.filter(({ rows }) => rows > 0)) assert.equal(splits.length, 3, name)
  })
})

describeFile('docs/dataset.md', (folder) => {
  it('asks in SQL for what is there', async () => {
    const blocks = docBlocks.filter(({ file, language }) => file === 'docs/dataset.md' && language === 'sql')
    assert.equal(blocks.length, 1)
    const connection = await (await DuckDBInstance.create(':memory:')).connect()
    for (const { text } of blocks) {
      const sql = text.replaceAll("'my-dataset/", `'${folder()}/my-dataset/`)
      const rows = (await connection.runAndReadAll(sql)).getRowObjectsJS()
      assert.ok(rows.length > 10)
      assert.deepEqual(Object.keys(rows[0] ?? {}), ['name', 'category', 'failures'])
    }
    connection.closeSync()
  })

  it('loads configurations that there are', () => {
    const { tables } = readManifest(read(folder(), 'my-dataset', 'manifest.json'), 'manifest.json')
    const names = docBlocks
      .filter(({ language }) => language === 'python')
      .flatMap(({ text }) =>
        [...text.matchAll(/load_dataset\("my-dataset", "(\w+)"/g)].map(([, name]) => name),
      )
    assert.ok(names.length >= 3)
    for (const name of names)
      assert.ok(
        tables.some((table) => table.name === name && table.rows > 0),
        name,
      )
  })
})
