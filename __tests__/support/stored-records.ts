// Versions whose `store/records.parquet` holds records, as a build leaves them.

import { join } from 'node:path'
import type { TestContext } from 'node:test'
import { DuckDBInstance } from '@duckdb/node-api'
import { writeState } from '../../src/dataset/store/state.ts'
import { createState, makeVersion } from './dataset-version.ts'

export interface StoredRecord {
  author?: string | null
  repository?: string
  repositoryId?: number
  number: number
  run?: number
  sha?: string
  trust?: string
}

/** The folder of a version with these records and the salt `the salt`. */
export async function makeRecords(
  t: TestContext,
  version: string,
  records: readonly StoredRecord[],
): Promise<string> {
  const folder = makeVersion(t, version)
  await writeState(folder, createState({ version }))
  const instance = await DuckDBInstance.create(':memory:')
  const connection = await instance.connect()
  await connection.run('CREATE TABLE stored (record_key VARCHAR, trust VARCHAR, json VARCHAR)')
  for (const record of records) {
    const { author = 'octocat', repository = 'octo/app', repositoryId = 7, number } = record
    const source = {
      host: 'github.com',
      repository,
      repository_id: repositoryId,
      pr_number: number,
      author,
      head_sha: record.sha ?? null,
      run: record.run === undefined ? null : { id: record.run },
    }
    await connection.run('INSERT INTO stored VALUES ($1, $2, $3)', [
      `github.com/${repository.toLowerCase()}/${number}`,
      record.trust ?? 'base',
      JSON.stringify({ source, commits: [{ sha: `first-of-${number}` }] }),
    ])
  }
  await connection.run(`COPY stored TO '${join(folder, 'store/records.parquet')}' (FORMAT parquet)`)
  connection.closeSync()
  instance.closeSync()
  return folder
}
