// The built dataset action as a runner runs it: two runs of a schedule, and what goes wrong.

import assert from 'node:assert/strict'
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { startDatasetWorld } from '../support/dataset-world.ts'
import { createHistoryPull } from '../support/github-history.ts'
import { readZip } from '../support/read-zip.ts'
import { findCommands } from '../support/run-check.ts'

describe('the dataset action', () => {
  it('makes a first version, and a second one although every artifact has expired', async (t) => {
    const world = await startDatasetWorld(t)
    for (const number of [1, 2, 3]) world.addRecord(number)
    world.history.pulls.push(createHistoryPull(9))

    const first = await world.run()
    assert.equal(first.exitCode, 0, first.stdout + first.stderr)
    assert.equal(first.outputs.version, '1.0.0')
    assert.equal(first.outputs.new, 'true')
    assert.match(first.outputs['artifact-id'] ?? '', /^\d+$/)
    assert.match(
      first.outputs['artifact-url'] ?? '',
      /^https:\/\/github\.com\/Codertocat\/Hello-World\/actions\/runs\/4711\/artifacts\/\d+$/,
    )
    const dataset = first.outputs['dataset-path'] ?? ''
    assert.ok(readdirSync(dataset).includes('croissant.json'))
    assert.ok(readFileSync(first.outputs['report-path'] ?? '', 'utf8').length > 100)
    assert.ok(existsSync((first.outputs['report-path'] ?? '').replace(/md$/, 'json')))
    assert.match(first.summary, /## Dataset 1\.0\.0/)
    const files = [...readZip(world.readArtifact('ai-worklog-dataset')).keys()]
    for (const name of [
      'dataset/manifest.json',
      'store/records-00000-of-00001.parquet',
      'store/state.json',
      'files.json',
    ]) {
      assert.ok(files.includes(name), name)
    }

    world.expireRecords()
    world.addRecord(4)
    const second = await world.run()
    assert.equal(second.exitCode, 0, second.stdout + second.stderr)
    assert.equal(second.outputs.version, '1.1.0')
    assert.equal(Number(second.outputs.records), Number(first.outputs.records) + 1)

    world.expireRecords()
    const third = await world.run({ inputs: { history: 'false' } })
    assert.equal(third.exitCode, 0, third.stdout + third.stderr)
    assert.equal(third.outputs.version, '1.1.0', third.stdout)
    assert.equal(third.outputs.new, 'false')
    assert.equal(third.outputs['artifact-id'], undefined)
    assert.equal(third.outputs['dataset-path'], '')
    assert.equal(third.outputs.records, second.outputs.records)
  })

  it('says that there is nothing yet', async (t) => {
    const world = await startDatasetWorld(t)
    const { exitCode, outputs, stdout } = await world.run({ inputs: { history: 'false' } })
    assert.equal(exitCode, 0, stdout)
    assert.deepEqual(outputs.version, '')
    assert.deepEqual(findCommands(stdout), [
      '::notice title=ai-worklog dataset::There is no record yet, so there is no dataset.',
    ])
  })

  it('keeps versions in a folder, and uploads the dataset only', async (t) => {
    const world = await startDatasetWorld(t)
    world.addRecord(1)
    const { exitCode, stdout, folder, outputs } = await world.run({
      inputs: { history: 'false', store: './kept', 'as-of': '2026-11-26' },
    })
    assert.equal(exitCode, 0, stdout)
    assert.equal(outputs.version, '1.0.0')
    assert.ok(readdirSync(join(folder, 'kept')).includes('1.0.0'))
    const files = [...readZip(world.readArtifact('ai-worklog-dataset')).keys()]
    assert.ok(files.includes('manifest.json'))
    assert.deepEqual(
      files.filter((name) => name.includes('store')),
      [],
    )
  })

  it('names every wrong input at once', async (t) => {
    const world = await startDatasetWorld(t)
    const { exitCode, stdout } = await world.run({
      inputs: { since: 'yesterday', store: 'gs://bucket', repositories: 'octo' },
    })
    assert.equal(exitCode, 1)
    assert.deepEqual(findCommands(stdout), [
      '::error title=ai-worklog::`repositories` must be a list of `owner/name`, one a line, got `octo`',
      '::error title=ai-worklog::`since` must be a date or a UTC time such as `2026-01-31T12:00:00Z`, got `yesterday`',
      '::error title=ai-worklog::`store` must be `artifact`, `branch:<name>`, `release`, `s3://bucket/prefix`, or a folder such as `./store`, got `gs://bucket`',
    ])
  })

  it('maps many records on threads', async (t) => {
    const world = await startDatasetWorld(t)
    const words = (number: number) =>
      Array.from({ length: 3000 }, (_, index) => `w${number}x${index}`).join(' ')
    for (let number = 1; number <= 80; number += 1) {
      world.history.pulls.push(createHistoryPull(number, { body: `A change. ${words(number)}` }))
    }
    const { exitCode, outputs, stdout } = await world.run()
    assert.equal(exitCode, 0, stdout)
    assert.equal(outputs.records, '80')
  })

  it('keeps what is private out of a public repository', async (t) => {
    const world = await startDatasetWorld(t)
    world.addRecord(1, { visibility: 'private' })
    const { exitCode, stdout } = await world.run({ inputs: { history: 'false' } })
    assert.equal(exitCode, 1)
    assert.deepEqual(findCommands(stdout), [
      '::error title=ai-worklog::The dataset holds records of private repositories, and everybody can read what is kept in `Codertocat/Hello-World`: run the workflow in a private repository, or set `store: s3://bucket/prefix` and `upload: false`',
    ])
    assert.deepEqual(
      world.artifacts.artifacts.map(({ name }) => name),
      ['ai-worklog'],
    )
  })

  it('says what to do where DuckDB cannot be installed', async (t) => {
    const world = await startDatasetWorld(t)
    const folder = mkdtempSync(join(tmpdir(), 'ai-worklog-bare-'))
    t.after(() => rmSync(folder, { recursive: true, force: true }))
    for (const name of ['dist', 'dataset']) {
      cpSync(new URL(`../../${name}`, import.meta.url), join(folder, name), { recursive: true })
    }
    writeFileSync(join(folder, 'package.json'), '{"type": "module"}')
    const { exitCode, stdout } = await world.run({
      entry: join(folder, 'dist', 'dataset.js'),
      env: { PATH: folder },
    })
    assert.equal(exitCode, 1)
    const [command = ''] = findCommands(stdout)
    assert.match(
      command,
      /^::error title=ai-worklog::DuckDB \S+ is not here, and there is no npm to install it with: put `actions\/setup-node` before this step, or set `AI_WORKLOG_DUCKDB` to a folder where `npm install @duckdb\/node-api@\S+` has run$/,
    )
  })

  it('leaves nothing half-done when it is cancelled', async (t) => {
    const world = await startDatasetWorld(t)
    for (let number = 1; number < 40; number += 1) world.addRecord(number)
    world.historyServer.fault = () => 'hang'
    const { exitCode, stdout } = await world.run({ signal: { name: 'SIGINT', after: 2500 } })
    assert.equal(exitCode, 130, stdout)
    assert.deepEqual(findCommands(stdout), [
      '::warning title=ai-worklog dataset::Stopped before there was a new version. The store is as it was.',
    ])
    assert.deepEqual(
      world.artifacts.artifacts.filter(({ name }) => name !== 'ai-worklog'),
      [],
    )
  })
})
