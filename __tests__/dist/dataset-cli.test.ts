// The built command line from pull requests to a dataset, a report, the test list and an erasure that lasts.

import assert from 'node:assert/strict'
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { nameWorkFolder } from '../../src/cli/dataset/work-folder.ts'
import { documented } from '../support/build-world.ts'
import { createCliWorld } from '../support/dataset-cli.ts'

const build = ['dataset', 'build', '--store', 'store', '--out', 'out']

describe('`dataset` and `report` as processes', () => {
  it('make a version, a report and a test list, and none of the same again', async (t) => {
    const world = createCliWorld(t)
    const file = world.write(
      'pulls.jsonl',
      [1, 2, 3].map((number) => documented(number)),
    )
    const first = await world.run([...build, '--format', 'json', file])
    assert.equal(first.exitCode, 0, first.stderr)
    assert.equal(first.stderr, '')
    const said = JSON.parse(first.stdout)
    assert.deepEqual([said.version, said.new, said.store, said.out], ['1.0.0', true, 'store', 'out'])
    assert.deepEqual(said.changes, { added: 3, changed: 0, removed: 0, redacted: 0 })
    assert.deepEqual(
      world
        .rows('out', 'records')
        .map(({ record_id }) => record_id)
        .sort(),
      ['github.com/42/1', 'github.com/42/2', 'github.com/42/3'],
    )
    assert.equal(world.rows('out', 'failures').length, 3)
    assert.deepEqual(world.list('store'), ['1.0.0', 'latest.json'])
    assert.deepEqual(world.workFolders(), [])

    for (const args of [['--store', 'store'], [file]]) {
      const report = await world.run(['report', ...args])
      assert.equal(report.exitCode, 0, report.stderr)
      assert.match(report.stdout, /^## AI worklog report\n\n3 pull requests of 1 repository/)
      assert.match(report.stdout, /Told: 3 failed attempts in 3 pull requests, and 3 manual corrections/)
    }
    // What a build has fetched before it was stopped is not the report's to remove.
    const fetched = nameWorkFolder(join(world.folder, 'store'), world.temporary)
    mkdirSync(fetched)
    writeFileSync(join(fetched, 'fetched'), '')
    for (const args of [[], [file]]) await world.run(['report', '--store', 'store', ...args])
    assert.deepEqual(readdirSync(fetched), ['fetched'])
    rmSync(fetched, { recursive: true })
    const json = await world.run(['report', '--store', 'store', '--format', 'json'])
    assert.equal(typeof JSON.parse(json.stdout), 'object')

    const list = await world.run(['dataset', 'test-list', '--store', 'store'])
    assert.equal(list.exitCode, 0)
    const tests = world.rows('store/1.0.0/dataset', 'records').length
    assert.ok(list.stdout.split('\n').length - 1 <= tests)

    const again = await world.run([...build, file], { env: { SOURCE_DATE_EPOCH: '1795000000' } })
    assert.deepEqual(again, {
      exitCode: 0,
      stdout: 'Nothing new: version 1.0.0 in store is up to date, copied to out.\n',
      stderr: '',
    })
  })

  it('read standard input', async (t) => {
    const world = createCliWorld(t)
    const { exitCode, stderr } = await world.run([...build, '-'], { stdin: JSON.stringify(documented(1)) })
    assert.equal(exitCode, 0, stderr)
    assert.equal(world.rows('out', 'records').length, 1)
  })

  it('erase for good, also what is built again', async (t) => {
    const world = createCliWorld(t)
    const file = world.write(
      'pulls.jsonl',
      [1, 2, 3].map((number) => documented(number)),
    )
    assert.equal((await world.run([...build, file])).exitCode, 0)
    const authors = () =>
      world
        .rows('out', 'records')
        .map(({ source }) => Object(source).author)
        .sort()
    assert.deepEqual(authors(), ['author-1', 'author-2', 'author-3'])

    const erase = ['dataset', 'erase', '--author', 'author-2', '--store', 'store', '--out', 'out']
    const before = [world.sum('store'), world.sum('out')]
    const dry = await world.run([...erase, '--dry-run'])
    assert.equal(dry.exitCode, 0, dry.stderr)
    assert.match(dry.stdout, /^Would erase 1 pull request from store; nothing was changed\.\n/)
    assert.match(dry.stdout, /^Would be removed: version 1\.0\.0\.$/m)
    assert.doesNotMatch(dry.stdout, /`out`/)
    assert.deepEqual([world.sum('store'), world.sum('out')], before)

    const real = await world.run(erase)
    assert.equal(real.exitCode, 0, real.stderr)
    assert.match(real.stdout, /^Erased 1 pull request from store, and never taken in again\.\n/)
    assert.match(real.stdout, /^Removed: version 1\.0\.0\.$/m)
    assert.doesNotMatch(real.stdout, /`out`/)
    assert.deepEqual(world.list('store'), ['2.0.0', 'latest.json', 'tombstones.json'])
    assert.deepEqual(authors(), ['author-1', 'author-3'])

    const rebuilt = await world.run([...build, file])
    assert.equal(rebuilt.exitCode, 0, rebuilt.stderr)
    assert.deepEqual(world.list('store'), ['2.0.0', 'latest.json', 'tombstones.json'])
    assert.deepEqual(authors(), ['author-1', 'author-3'])

    const twice = await world.run(erase)
    assert.equal(twice.exitCode, 0, twice.stderr)
    assert.match(twice.stdout, /^Erased 0 pull requests from store/)
  })
})
