// A range of lines to files of staged rows: what one thread does at a time.

import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Input, Problem } from '../input.ts'
import type { MapContext } from './map-context.ts'
import { mapLine } from './map-line.ts'
import { addTo, createCounts, type MapCounts, type MapTimings, mapTimings, noTimings } from './map-options.ts'
import type { LineRange } from './split-inputs.ts'

/** What came of a range. */
export interface MappedRange {
  number: number
  counts: MapCounts
  /** The first ones only. */
  problems: Problem[]
  timings: MapTimings
  /** UTF-16 units of the longest line written: a reader needs room for three bytes each. */
  longest: number
  /** Whether there is a file of candidates, and one of records. */
  candidates: string | null
  records: string | null
}

/** Problems told one by one. */
const mostProblems = 100

/** Maps the lines of `range` and writes their rows into `folder`. Bad lines are problems; only the disk makes it throw. */
export function mapRange(
  range: LineRange,
  inputs: readonly Input[],
  shard: number,
  folder: string,
  context: MapContext,
): MappedRange {
  const input = inputs[range.input] as Input
  const counts = createCounts()
  const problems: Problem[] = []
  const stopClock = startClock()
  Object.assign(context.timings, noTimings)
  const candidates = new Rows()
  const records = new Rows()
  const prefix = `${pad(shard, 4)}-${pad(range.input, 4)}-`
  for (const { text, number, isTorn } of readLines(range)) {
    const mapped = tryLine(text, `${prefix}${pad(number, 10)}`, input, context)
    if ('reason' in mapped) {
      const reason = isTorn && mapped.reason === 'not-json' ? 'torn-line' : mapped.reason
      const end = isTorn ? '; the file ends in this line' : ''
      addTo(counts.problems, reason)
      if (problems.length < mostProblems)
        problems.push({ place: `${input.name}:${number}`, reason, message: `${mapped.message}${end}` })
      continue
    }
    counts.rows++
    if (mapped.isCut) counts.cut++
    if (mapped.dropped !== null) addTo(counts.dropped, mapped.dropped)
    candidates.add(mapped.candidate)
    if (mapped.record !== null) records.add(mapped.record)
  }
  const start = performance.now()
  const name = (table: string) => join(folder, `${pad(range.number, 8)}-${table}.jsonl`)
  const files = {
    candidates: candidates.write(name('candidates')),
    records: records.write(name('records')),
  }
  context.timings.write += performance.now() - start
  const longest = Math.max(candidates.longest, records.longest)
  const share = stopClock()
  const timings = mapTimings(context.timings, (milliseconds) => milliseconds * share)
  return { number: range.number, counts, problems, timings, longest, ...files }
}

/** Gives the share of the time since that this thread had a processor: others may have been waiting for it. */
function startClock(): () => number {
  const start = performance.now()
  // Node 20 has none.
  const before = process.threadCpuUsage?.()
  return () => {
    if (before === undefined) return 1
    const { user, system } = process.threadCpuUsage(before)
    return (user + system) / 1000 / (performance.now() - start)
  }
}

/** A record that trips us must not take the others with it. */
function tryLine(
  ...[text, rowId, input, context]: Parameters<typeof mapLine>
): ReturnType<typeof mapLine> | Unmapped {
  try {
    return mapLine(text, rowId, input, context)
  } catch (error) {
    const name = error instanceof Error ? error.name : 'error'
    return { reason: 'not-mapped', message: `could not be mapped (${name}). Please report it` }
  }
}

interface Unmapped {
  reason: 'not-mapped'
  message: string
}

function* readLines({ bytes, firstLine, isTorn }: LineRange) {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let number = firstLine
  for (let start = 0; start < buffer.length; number++) {
    const found = buffer.indexOf(0x0a, start)
    const end = found === -1 ? buffer.length : found
    const text = buffer.toString('utf8', start, end).trim()
    // White space, as `trim` has it, includes the byte order mark.
    if (text !== '') yield { text, number, isTorn: isTorn && end === buffer.length }
    start = end + 1
  }
}

/** Lines to be written at once. */
class Rows {
  longest = 0
  readonly #lines: string[] = []

  add(line: string): void {
    this.#lines.push(line)
    if (line.length > this.longest) this.longest = line.length
  }

  /** The path, or null when there are none. */
  write(path: string): string | null {
    if (this.#lines.length === 0) return null
    this.#lines.push('')
    writeFileSync(path, this.#lines.join('\n'))
    return path
  }
}

function pad(number: number, digits: number): string {
  return String(number).padStart(digits, '0')
}
