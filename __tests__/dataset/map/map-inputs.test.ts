import assert from 'node:assert/strict'
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, it } from 'node:test'
import { openDuckdb } from '../../../src/dataset/engine/duckdb/open-duckdb.ts'
import type { Input } from '../../../src/dataset/input.ts'
import { mapInputs } from '../../../src/dataset/map/map-inputs.ts'
import type { MapOptions } from '../../../src/dataset/map/map-options.ts'
import { stagedTables } from '../../../src/dataset/tables/staged.ts'
import { silent } from '../../../src/runtime/progress.ts'
import { createExampleRecord, exampleSettings } from './example-record.ts'

const folder = mkdtempSync(join(tmpdir(), 'ai-worklog-map-'))
after(() => rmSync(folder, { recursive: true }))
let works = 0

const example = createExampleRecord()

/** Of pull requests 1 to `count`. */
function createLines(count: number): string[] {
  return Array.from({ length: count }, (_, index) =>
    JSON.stringify({
      ...example,
      record_id: `github.com/99/${index + 1}`,
      source: { ...example.source, pr_number: index + 1, title: `Change ${index + 1}` },
    }),
  )
}

function createInput(name: string, text: string): Input {
  const path = join(folder, `${name}.jsonl`)
  writeFileSync(path, text)
  return { path, name, kind: 'auto', source: 'file', trust: 'local' }
}

async function map(inputs: readonly Input[], options: Partial<MapOptions> = {}) {
  const workFolder = join(folder, `work-${works++}`)
  const { signal } = new AbortController()
  return mapInputs(inputs, { ...exampleSettings, workFolder, signal, progress: silent, ...options })
}

/** The rows of every staged table, in order. */
async function readStaged(...folders: string[]): Promise<Map<string, unknown[]>> {
  const { connection, close } = await openDuckdb({ temporaryFolder: join(folder, 'temporary') })
  const rows = new Map<string, unknown[]>()
  for (const [table, columns] of stagedTables) {
    const paths = folders.map((each) => `'${join(each, table, '*.parquet')}'`).join(', ')
    const result = await connection.runAndReadAll(
      `SELECT * REPLACE (substr(row_id, 6) AS row_id) FROM read_parquet([${paths}]) ORDER BY ALL`,
    )
    assert.deepEqual(
      result.columnNames(),
      columns.map(({ name }) => name),
    )
    rows.set(table, result.getRowObjectsJson())
  }
  close()
  return rows
}

describe('the map', () => {
  const lines = createLines(1200)
  const many = () => createInput('many', `${lines.join('\n')}\n`)

  it('stages every record, in threads as without, and in shards', { timeout: 120_000 }, async () => {
    const input = many()
    const whole = await map([input], { threads: 2 })
    assert.equal(whole.counts.rows, 1200)
    assert.deepEqual(whole.problems, [])
    const rows = await readStaged(whole.staged)
    assert.equal(rows.get('candidates')?.length, 1200)
    assert.equal(rows.get('records')?.length, 1200)
    assert.equal(rows.get('bands')?.length, 1200 * 14)
    assert.equal(rows.get('areas')?.length, 1200 * 2)
    assert.equal(rows.get('prompts')?.length, 1200)
    // Small inputs are mapped without threads.
    const parts = [0, 400, 800].map((from) =>
      createInput(`part-${from}`, lines.slice(from, from + 400).join('\n')),
    )
    const inline = await Promise.all(parts.map((part) => map([part])))
    const joined = await readStaged(...inline.map(({ staged }) => staged))
    const withoutIds = (found: Map<string, unknown[]>) =>
      found
        .get('records')
        ?.map((row) => JSON.stringify({ ...(row as object), row_id: '' }))
        .sort()
    assert.deepEqual(withoutIds(joined), withoutIds(rows))
    const workFolder = join(folder, 'shards')
    for (const index of [1, 2, 3]) await map([input], { workFolder, threads: 1, shard: { index, count: 3 } })
    assert.deepEqual(await readStaged(join(workFolder, 'staged')), rows)
    assert.ok(readdirSync(join(workFolder, 'staged', 'records')).length >= 3)
    assert.deepEqual(readdirSync(workFolder), ['staged'])
  })

  it('says what it could not take', async () => {
    const text = `${lines[0]}\n\n{"no": 1}\n${lines[1]}\n{"torn": `
    const { counts, problems } = await map([createInput('bad', text)])
    assert.equal(counts.rows, 2)
    assert.deepEqual(counts.problems, { 'not-a-pull-request': 1, 'torn-line': 1 })
    assert.deepEqual(problems, [
      { place: 'bad:3', reason: 'not-a-pull-request', message: 'no pull request: `body` is missing' },
      {
        place: 'bad:5',
        reason: 'torn-line',
        message: 'no JSON; expected one record or pull request a line; the file ends in this line',
      },
    ])
  })

  it('has every table also without records', async () => {
    const { staged } = await map([createInput('none', '')])
    for (const rows of (await readStaged(staged)).values()) assert.deepEqual(rows, [])
  })

  it('keeps no text of what is dropped', async () => {
    const { staged, counts } = await map([createInput('old', lines.slice(0, 3).join('\n'))], { keepDays: 1 })
    assert.deepEqual(counts.dropped, { retention: 3 })
    const rows = await readStaged(staged)
    assert.equal(rows.get('candidates')?.length, 3)
    assert.doesNotMatch(JSON.stringify(rows.get('candidates')), /Change/)
    for (const [table, found] of rows) if (table !== 'candidates') assert.deepEqual(found, [], table)
  })

  it('stops when it is told to', async () => {
    const workFolder = join(folder, 'stopped')
    const controller = new AbortController()
    const progress = { ...silent, step: () => controller.abort(new Error('stopped')) }
    const { signal } = controller
    await assert.rejects(map([many()], { workFolder, signal, progress, threads: 2 }), /^Error: stopped$/)
    assert.equal(existsSync(join(workFolder, 'mapping-1')), false)
  })

  it('fails with the reason why a thread failed', async () => {
    const workFolder = join(folder, 'failed')
    const step = () => rmSync(join(workFolder, 'mapping-1'), { recursive: true, force: true })
    await assert.rejects(
      map([createInput('more', `${Array(4).fill(lines.join('\n')).join('\n')}`)], {
        workFolder,
        threads: 2,
        progress: { ...silent, step },
      }),
      (error: Error & { cause?: { code?: string } }) =>
        error.message === 'A thread that maps records failed' && error.cause?.code === 'ENOENT',
    )
  })

  it('wants a key for pseudonyms before it starts', async () => {
    const workFolder = join(folder, 'no-key')
    await assert.rejects(map([many()], { workFolder, authors: 'pseudonym' }), /AI_WORKLOG_PSEUDONYM_KEY/)
    assert.equal(existsSync(workFolder), false)
  })

  it('fails when a file is gone', async () => {
    const gone: Input = { ...many(), path: join(folder, 'gone.jsonl') }
    await assert.rejects(map([gone]), { code: 'ENOENT' })
  })
})
