// The built action and the built command line keep one dataset in a bucket of a real S3 server.

import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { startDatasetWorld } from '../support/dataset-world.ts'
import { runCli } from '../support/run-cli.ts'
import { startS3Server } from '../support/s3-server.ts'
import { createRecord } from '../support/zips.ts'

test('the action and the command line go on with each other’s versions in a bucket', async (t) => {
  const world = await startDatasetWorld(t)
  const s3 = await startS3Server()
  t.after(s3.stop)
  const folder = mkdtempSync(join(tmpdir(), 'ai-worklog-s3-'))
  t.after(() => rmSync(folder, { recursive: true, force: true }))
  const store = `s3://${s3.bucket}/team`
  world.addRecord(1)
  const first = await world.run({
    inputs: { store, history: 'false', upload: 'false' },
    env: s3.env,
  })
  assert.equal(first.exitCode, 0, first.stdout)
  assert.equal(first.outputs.version, '1.0.0')
  assert.deepEqual(world.service.calls, [])

  const file = join(folder, 'more.jsonl')
  writeFileSync(file, `${JSON.stringify(createRecord(2))}\n`)
  const args = ['dataset', 'build', file, '--store', store, '--work-dir', join(folder, 'work')]
  const second = await runCli([...args, '--format', 'json'], { env: s3.env })
  assert.equal(second.exitCode, 0, second.stderr)
  assert.equal(JSON.parse(second.stdout).version, '1.1.0')

  const third = await world.run({
    inputs: { store, history: 'false', upload: 'false' },
    env: s3.env,
  })
  assert.equal(third.exitCode, 0, third.stdout)
  assert.deepEqual([third.outputs.version, third.outputs.new, third.outputs.records], ['1.1.0', 'false', '2'])
})
