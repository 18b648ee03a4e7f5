// The SELECTs of the report: what the registry says of them, and the portable subset they keep to.

import assert from 'node:assert/strict'
import { readdir } from 'node:fs/promises'
import { after, before, describe, it } from 'node:test'
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api'
import { reportQueries, reportSteps } from '../../../src/dataset/report/queries.ts'
import { loadSql } from '../../../src/dataset/sql/load-sql.ts'
import { createStagedTables, duckdbType } from '../../support/staged-fixture.ts'

const names = [...reportSteps, ...reportQueries.map(({ name }) => name)]

describe('the queries', () => {
  let connection: DuckDBConnection
  before(async () => {
    connection = await (await DuckDBInstance.create(':memory:')).connect()
    await createStagedTables(connection, 'chosen_', {})
    for (const step of reportSteps) {
      await connection.run(`CREATE TEMPORARY VIEW ${step} AS ${loadSql(`report/${step}`)}`)
    }
  })
  after(() => connection.closeSync())

  it('are all the files there are', async () => {
    const files = await readdir(new URL('../../../src/dataset/sql/report/', import.meta.url))
    assert.deepEqual(files.sort(), names.map((name) => `${name}.sql`).sort())
  })

  for (const { name, columns } of reportQueries) {
    it(`${name} has the columns and types of the registry`, async () => {
      const result = await connection.runAndReadAll(loadSql(`report/${name}`))
      assert.deepEqual(
        result.columnNames().map((column, index) => [column, String(result.columnType(index))]),
        columns.map((column) => [column.name, duckdbType(column.type)]),
      )
    })
  }

  for (const name of names) {
    it(`${name} keeps to what DuckDB and Spark read alike`, async () => {
      const text = loadSql(`report/${name}`)
      // Some shells split scripts at a semicolon wherever it stands, and look for the ends of strings in comments.
      assert.doesNotMatch(text, /;|^\s*--.*'/m)
      const sql = text.replace(/^\s*--.*$/gm, '')
      assert.doesNotMatch(
        sql,
        /"|`|\|\||::|\/|%|\b(?:ALL BY|GROUP BY ALL|FILTER|QUALIFY|VARCHAR|TEXT\(|LIST|UNNEST|EXPLODE|REGEXP\w*|LIKE|LOWER|UPPER|AVG|ROUND|STRFTIME|DATE_FORMAT|USING SAMPLE)\b/i,
      )
      // Sums are HUGEINT in DuckDB and BIGINT in Spark.
      for (const sum of sql.matchAll(/.{0,20}\bSUM\(/g)) assert.match(sum[0], /CAST\(COALESCE\(SUM\($/)
      // Nulls sort last in the one and first in the other.
      for (const [, keys = ''] of sql.matchAll(/ORDER BY([\s\S]*?)(?=LIMIT|\)|$)/g)) {
        for (const key of keys.split(',')) assert.match(key.trim(), / NULLS (?:LAST|FIRST)$/)
      }
      for (const [, before = ''] of sql.matchAll(/(\S+ \S+)\s+LIMIT/g))
        assert.match(before, /^NULLS LAST$|^NULLS FIRST$/)
    })
  }
})
