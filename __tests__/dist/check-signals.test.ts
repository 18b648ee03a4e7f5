// The built action when the runner stops it at any moment: the record is whole or absent, and without a verdict there
// is a word that there is none.

import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, describe, it } from 'node:test'
import { type CheckOutcome, removeFolders } from '../support/run-check.ts'
import { withGitHub } from '../support/services.ts'

const moments = [0, 30, 60, 90, 120, 150, 180, 220, 260, 300, 400, 600, 1000]
const never = { delay: Number.POSITIVE_INFINITY }

/** What is in the folder of the record. */
function readRecords({ folder }: CheckOutcome): string[] {
  const records = join(folder, 'ai-worklog', 'ai-worklog')
  return existsSync(records) ? readdirSync(records).map((name) => join(records, name)) : []
}

describe('a signal', { concurrency: 4 }, () => {
  after(removeFolders)
  for (const name of ['SIGTERM', 'SIGINT', 'SIGKILL'] as const) {
    for (const moment of moments) {
      it(`${name} after ${moment} ms`, () =>
        withGitHub(async ({ state }, check) => {
          for (const route of ['pull', 'contents'] as const) state.faults.set(route, { delay: 100 })
          const outcome = await check({ signal: { name, after: moment } })
          // A rename that was not reached leaves the unfinished file, which is not the record's name.
          const records = readRecords(outcome).filter((path) => path.endsWith('.json'))
          for (const path of records)
            assert.equal(JSON.parse(readFileSync(path, 'utf8')).schema_version, '1.0')
          const { result = 'none' } = outcome.outputs
          assert.ok(['none', 'pass', 'error'].includes(result), result)
          if (result === 'pass') assert.equal(records.length, 1)
          if (result === 'error') assert.match(outcome.stdout, /Stopped before there was a verdict/)
        }))
    }
  }

  it('SIGTERM while GitHub is asked says that nothing was checked', () =>
    withGitHub(async ({ state }, check) => {
      state.faults.set('pull', never)
      const { exitCode, outputs, stdout } = await check({ signal: { name: 'SIGTERM', after: 1500 } })
      assert.equal(exitCode, 143)
      assert.deepEqual(outputs, { result: 'error' })
      assert.equal(
        stdout,
        '::warning title=ai-worklog::Stopped before there was a verdict: could not check. Run the job again.\n',
      )
    }))

  it('SIGINT while GitHub is asked waits for no more than five seconds', () =>
    withGitHub(async ({ state }, check) => {
      state.faults.set('pull', never)
      const { exitCode, outputs, milliseconds } = await check({ signal: { name: 'SIGINT', after: 1500 } })
      assert.equal(exitCode, 130)
      assert.deepEqual(outputs, { result: 'error' })
      assert.ok(milliseconds > 6000 && milliseconds < 8500, `${milliseconds} ms`)
    }))

  it('SIGINT lets what is nearly done come to its end', () =>
    withGitHub(async ({ state }, check) => {
      state.faults.set('pull', { delay: 3000 })
      const { exitCode, outputs, record } = await check({ signal: { name: 'SIGINT', after: 1500 } })
      assert.equal(exitCode, 0)
      assert.equal(outputs.result, 'pass')
      assert.ok(record)
    }))
})
