import assert from 'node:assert/strict'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import {
  quoteName,
  quoteText,
  toDuckdbColumns,
  toDuckdbType,
} from '../../../../src/dataset/engine/duckdb/duckdb-type.ts'
import { openDuckdb, runSql } from '../../../../src/dataset/engine/duckdb/open-duckdb.ts'

const temporaryFolder = join(tmpdir(), 'ai-worklog-duckdb')

describe('types of DuckDB', () => {
  it('nest', () => {
    const field = { name: 'a "b"', type: 'int32', description: '' } as const
    assert.equal(toDuckdbType({ list: { struct: [field] } }), 'STRUCT("a ""b""" INTEGER)[]')
    assert.equal(toDuckdbColumns([{ ...field, type: 'timestamp' }]), `{"a ""b""": 'TIMESTAMPTZ'}`)
  })

  it('are quoted', () => {
    assert.equal(quoteName('select'), '"select"')
    assert.equal(quoteText("it's"), "'it''s'")
  })
})

describe('an opened DuckDB', () => {
  it('is in UTC and holds no more than it may', async () => {
    const { connection, close } = await openDuckdb({ temporaryFolder, threads: 1, memoryLimit: '50MB' })
    const result = await connection.runAndReadAll(
      `SELECT current_setting('TimeZone') AS zone, current_setting('threads') AS threads, current_setting('memory_limit') AS memory`,
    )
    assert.deepEqual(result.getRowObjectsJson(), [{ zone: 'UTC', threads: '1', memory: '47.6 MiB' }])
    close()
  })

  it('stops when it is told to', async () => {
    const { connection, close } = await openDuckdb({ temporaryFolder })
    const controller = new AbortController()
    const endless = runSql(
      connection,
      'SELECT count(*) FROM range(1000000000000) a, range(1000000) b',
      controller.signal,
    )
    setTimeout(() => controller.abort(new Error('stopped')), 50)
    await assert.rejects(endless, /^Error: stopped$/)
    await assert.rejects(runSql(connection, 'SELECT 1', controller.signal), /^Error: stopped$/)
    await runSql(connection, 'SELECT 1')
    close()
  })
})
