// Looks for a pull request that breaks the reader, or a transcript that breaks a draft: `npm run fuzz -- [--seconds N]
// [--seed N] [--target pull-requests|transcripts]`. Prints the seed, and the smallest failing input when there is one; then
// exits with 1.

import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import fc from 'fast-check'
import {
  assertHarmless,
  checkHostile,
  hostilePullRequest,
} from '../__tests__/support/hostile-pull-requests.ts'
import {
  checkTranscript,
  type HostileTranscript,
  hostileTranscript,
} from '../__tests__/support/hostile-transcripts.ts'
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
    target: { type: 'string', default: 'pull-requests' },
  },
})
const seconds = readNumber('seconds', values.seconds)
const seed = readNumber('seed', values.seed)
const { target } = values
if (target !== 'pull-requests' && target !== 'transcripts') {
  console.log(`\`--target\` must be \`pull-requests\` or \`transcripts\`, got \`${target}\``)
  process.exit(2)
}
console.log(`seed ${seed}, ${seconds} seconds, ${target}`)

let slowest = { milliseconds: 0, what: '' }
const ends = performance.now() + seconds * 1000
let runs = 0
let reports = performance.now() + reportEvery
for (let round = 0; performance.now() < ends; round++) {
  // Small ones first and often: they shrink fast. Every fourth may be as long as a body can be.
  const maxLength = [300, 3000, 20_000, 65_536][round % 4] ?? 300
  const options = {
    seed: seed + round,
    numRuns: 50,
    interruptAfterTimeLimit: Math.max(1, ends - performance.now()),
    markInterruptAsFailure: false,
  }
  const details =
    target === 'transcripts'
      ? await fc.check(fc.asyncProperty(hostileTranscript, tryTranscript), options)
      : fc.check(fc.property(hostilePullRequest(maxLength), tryPullRequest), options)
  runs += details.numRuns
  if (details.failed) {
    const [input] = details.counterexample ?? []
    writeFileSync('fuzz-failure.log', JSON.stringify(input, null, 2))
    const size = target === 'transcripts' ? '' : ` at ${maxLength} characters`
    console.log(`Failed with seed ${seed + round}${size} after ${runs} ${target}:`)
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
  const { milliseconds, what } = slowest
  return `${runs} ${target}, the slowest ${milliseconds.toFixed(0)} ms: ${JSON.stringify(what.slice(0, 80))}`
}

function tryPullRequest(pullRequest: Parameters<typeof checkHostile>[0]): void {
  const started = process.cpuUsage()
  const done = runBounded(() => checkHostile(pullRequest), hangsAfter)
  noteTime(started, pullRequest.body ?? '')
  if (done === null) throw new Error(`It hangs: ${hangsAfter} ms were not enough`)
  assertHarmless(done.value, pullRequest)
}

/** Small ones: all of it together may take no longer than a pull request. */
async function tryTranscript(transcript: HostileTranscript): Promise<void> {
  const started = process.cpuUsage()
  await checkTranscript(transcript)
  noteTime(started, transcript.name)
}

function noteTime(started: NodeJS.CpuUsage, what: string): void {
  const { user, system } = process.cpuUsage(started)
  const milliseconds = (user + system) / 1000
  if (milliseconds > slowest.milliseconds) slowest = { milliseconds, what }
  if (milliseconds > maxMilliseconds) {
    throw new Error(`It takes ${milliseconds.toFixed(0)} ms of the processor, more than ${maxMilliseconds}`)
  }
}

function readNumber(name: string, text: string): number {
  const number = Number(text)
  if (Number.isSafeInteger(number) && number >= 0) return number
  console.log(`\`--${name}\` must be a whole number from 0, got \`${text}\``)
  process.exit(2)
}
