// Looks for a pull request that breaks the reader: `npm run fuzz -- [--seconds N] [--seed N]`. Prints the seed, and the
// smallest failing input when there is one; then exits with 1.

import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import fc from 'fast-check'
import {
  assertHarmless,
  checkHostile,
  hostilePullRequest,
} from '../__tests__/support/hostile-pull-requests.ts'
import { runBounded } from '../src/runtime/run-bounded.ts'

/**
 * What one pull request may take of the processor, with the caps alone and no clock: parsing and reading, body and
 * commits. Time on the clock would depend on what else runs.
 */
const maxMilliseconds = 2000

/** Milliseconds between reports of a long run. */
const reportEvery = 60_000

/** Only what hangs takes so long, on the clock. */
const hangsAfter = 60_000

const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '60' },
    seed: { type: 'string', default: `${Date.now() % 2 ** 31}` },
  },
})
const seconds = readNumber('seconds', values.seconds)
const seed = readNumber('seed', values.seed)
console.log(`seed ${seed}, ${seconds} seconds`)

let slowest = { milliseconds: 0, body: '' }
const ends = performance.now() + seconds * 1000
let runs = 0
let reports = performance.now() + reportEvery
for (let round = 0; performance.now() < ends; round++) {
  // Small ones first and often: they shrink fast. Every fourth may be as long as a body can be.
  const maxLength = [300, 3000, 20_000, 65_536][round % 4] ?? 300
  const details = fc.check(fc.property(hostilePullRequest(maxLength), tryOne), {
    seed: seed + round,
    numRuns: 50,
    interruptAfterTimeLimit: Math.max(1, ends - performance.now()),
    markInterruptAsFailure: false,
  })
  runs += details.numRuns
  if (details.failed) {
    const [input] = details.counterexample ?? []
    writeFileSync('fuzz-failure.log', JSON.stringify(input, null, 2))
    console.log(`Failed with seed ${seed + round} at ${maxLength} characters after ${runs} pull requests:`)
    console.log(details.errorInstance)
    console.log(`${JSON.stringify(input).slice(0, 2000)}\nThe whole input is in fuzz-failure.log.`)
    process.exit(1)
  }
  if (performance.now() > reports) {
    reports += reportEvery
    console.log(describe())
  }
}
console.log(`${describe()}. None broke it.`)

function describe(): string {
  const { milliseconds, body } = slowest
  return `${runs} pull requests, the slowest ${milliseconds.toFixed(0)} ms: ${JSON.stringify(body.slice(0, 80))}`
}

function tryOne(pullRequest: Parameters<typeof checkHostile>[0]): void {
  const started = process.cpuUsage()
  const done = runBounded(() => checkHostile(pullRequest), hangsAfter)
  const { user, system } = process.cpuUsage(started)
  const milliseconds = (user + system) / 1000
  if (done === null) throw new Error(`It hangs: ${hangsAfter} ms were not enough`)
  if (milliseconds > slowest.milliseconds) slowest = { milliseconds, body: pullRequest.body ?? '' }
  if (milliseconds > maxMilliseconds) {
    throw new Error(`It takes ${milliseconds.toFixed(0)} ms of the processor, more than ${maxMilliseconds}`)
  }
  assertHarmless(done.value, pullRequest)
}

function readNumber(name: string, text: string): number {
  const number = Number(text)
  if (Number.isSafeInteger(number) && number >= 0) return number
  console.log(`\`--${name}\` must be a whole number from 0, got \`${text}\``)
  process.exit(2)
}
