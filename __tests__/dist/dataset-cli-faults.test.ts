// `dataset build` with input that is broken or hostile, and when it is interrupted.

import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { assertInert } from '../support/assert-inert.ts'
import { documented, recordOf } from '../support/build-world.ts'
import { type CliWorld, createCliWorld } from '../support/dataset-cli.ts'
import { cliPath } from '../support/run-cli.ts'

const build = ['dataset', 'build', '--store', 'store', '--out', 'out']
const numbersOf = (world: CliWorld) =>
  world
    .rows('out', 'records')
    .map(({ source }) => Object(source).pr_number)
    .sort((a, b) => a - b)

describe('lines that cannot be taken', () => {
  it('are named, and the rest is taken', async (t) => {
    const world = createCliWorld(t)
    const pulls = world.write('pulls.jsonl', [
      documented(1),
      'not json',
      { schema_version: '9.0' },
      [1, 2],
      '',
      documented(2),
      { body: 3 },
      `{"a":"${'x'.repeat(70_000_000)}"}`,
      recordOf(documented(3)),
    ])
    const outcome = await world.run([...build, pulls])
    assert.equal(outcome.exitCode, 0)
    assert.deepEqual(outcome.stderr.split('\n'), [
      'pulls.jsonl:2: no JSON; expected one record or pull request a line',
      'pulls.jsonl:3: its `schema_version` is `9.0`, this program reads `1.x`; use a release that reads it',
      'pulls.jsonl:4: no object; expected a record or a pull request',
      'pulls.jsonl:7: no pull request: `body` must be text or null',
      'pulls.jsonl:8: a line longer than 67108864 bytes; expected one record or pull request a line',
      '',
    ])
    assert.deepEqual(numbersOf(world), [1, 2, 3])
  })

  it('are told with how many more there are', async (t) => {
    const world = createCliWorld(t)
    const pulls = world.write('pulls.jsonl', [documented(1), ...Array(5000).fill('{')])
    const { exitCode, stderr } = await world.run([...build, pulls])
    assert.equal(exitCode, 0)
    const lines = stderr.trim().split('\n')
    assert.equal(lines.length, 6)
    assert.equal(lines.at(-1), '… and 4995 more: not-json')
  })
})

describe('hostile records', () => {
  const red = '\u001B[31mred\u001B[0m\u009B2J'
  const command = '::error file=a.ts::evil\n##[error]evil'

  it('are kept or left out, and act on nothing', async (t) => {
    const world = createCliWorld(t)
    // A file name that Windows does not have.
    const name = process.platform === 'win32' ? 'pulls.jsonl' : '\u001B[31m\n::error::pulls.jsonl'
    const pulls = world.write(name, [
      documented(1, { body: `## AI worklog\n\n### Prompts\n\n> ${'a b'.repeat(3_500_000)}\n` }),
      `${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`,
      '['.repeat(100_000),
      `{"__proto__":{"polluted":1},"constructor":{"prototype":1},${JSON.stringify(documented(2)).slice(1)}`,
      documented(3, {
        title: `${red}\n${command}`,
        author: red,
        body: `${documented(3).body}\n## Failed attempts\n\n- ${red} ${command}\n  - Cause: ${red}\n`,
      }),
      documented(4, { body: '\ud800 lone \u0000 NUL' }),
      documented(5, { repository: `${red}/${command}`, repository_id: 1e300, labels: [red] }),
      documented(6, { number: 'constructor', labels: 'none', files: [1, { path: '__proto__' }] }),
      { ...recordOf(documented(7)), record_id: red, __proto__: 1, sections: red },
      red,
      command,
      documented(8),
    ])
    const outcome = await world.run([...build, pulls], { env: { GITHUB_ACTIONS: 'true', CI: 'true' } })
    assert.equal(outcome.exitCode, 0, outcome.stderr)
    const report = await world.run(['report', '--store', 'store'], { env: { GITHUB_ACTIONS: 'true' } })
    assert.equal(report.exitCode, 0, report.stderr)
    for (const { stdout, stderr } of [outcome, report]) {
      assertInert(stdout)
      assertInert(stderr)
    }
    const numbers = numbersOf(world)
    for (const number of [2, 3, 4, 8]) assert.ok(numbers.includes(number), `${number} of ${numbers}`)
    const printed = await world.run(['report', '--store', 'store', '--format', 'json'])
    assertInert(printed.stdout)
  })
})

describe('an interrupted build', {
  skip: process.platform === 'win32' ? 'there is no SIGINT' : false,
}, () => {
  it('leaves the last version and copy as they were, and goes on when it is run again', async (t) => {
    const world = createCliWorld(t)
    const first = world.write('first.jsonl', [documented(1)])
    assert.equal((await world.run([...build, first])).exitCode, 0)
    const before = [world.sum('store'), world.sum('out')]

    const all = world.write(
      'all.jsonl',
      Array.from({ length: 1200 }, (_, index) => documented(index + 1)),
    )
    const moments = [
      ['SIGINT', 130, 'mapping-'],
      ['SIGTERM', 143, 'staged/candidates/'],
    ] as const
    for (const [signal, code, begun] of moments) {
      const { exitCode, stderr } = await interrupt(world, [...build, '--threads', '1', all], signal, begun)
      assert.equal(exitCode, code, stderr)
      assert.match(stderr, /\nInterrupted\. Nothing is half-written; run the same command to go on\.\n$/)
      assert.deepEqual([world.sum('store'), world.sum('out')], before)
      assert.deepEqual(world.list('.'), ['all.jsonl', 'first.jsonl', 'out', 'store', 'tmp'])
      assert.deepEqual(world.list('store'), ['1.0.0', 'latest.json'])
    }
    const again = await world.run([...build, first])
    assert.match(again.stdout, /^Nothing new: version 1\.0\.0 /)
  })
})

/** Runs until a path in the work folder begins with `begun`, and then sends `signal`. */
async function interrupt(
  { folder, env, workFolders }: CliWorld,
  args: string[],
  signal: NodeJS.Signals,
  begun: string,
) {
  // Nothing of the run before may be taken for this one's.
  for (const name of workFolders()) rmSync(join(folder, 'tmp', name), { recursive: true })
  const child = spawn(process.execPath, [cliPath, ...args], {
    cwd: folder,
    env: { PATH: process.env.PATH, ...env },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let stderr = ''
  child.stderr.setEncoding('utf8').on('data', (part: string) => {
    stderr += part
  })
  const closed = once(child, 'close')
  const isBegun = () =>
    workFolders().some((name) =>
      readdirSync(join(folder, 'tmp', name), { recursive: true, encoding: 'utf8' }).some((path) =>
        path.startsWith(begun),
      ),
    )
  while (child.exitCode === null && !isBegun()) await sleep(20)
  assert.equal(child.exitCode, null, `it ended before it was interrupted: ${stderr}`)
  child.kill(signal)
  const [exitCode]: (number | null)[] = await closed
  return { exitCode, stderr }
}
