// Hands ranges to the threads and gathers what comes of them.

import type { Progress } from '../../runtime/progress.ts'
import type { Input, Problem } from '../input.ts'
import {
  addCounts,
  addTo,
  createCounts,
  type MapResult,
  type MapTimings,
  mapTimings,
  noTimings,
} from './map-options.ts'
import type { Mapper } from './map-threads.ts'
import { splitInputs } from './split-inputs.ts'
import type { StagedParts } from './staged-parts.ts'

export interface RangesOptions {
  /** Of all inputs together. */
  bytes: number
  shard: { index: number; count: number }
  mappers: readonly Mapper[]
  parts: StagedParts
  signal: AbortSignal
  progress: Progress
}

/** Problems told one by one. */
const mostProblems = 1000

/** Maps every range of this shard. Rejects as soon as one thread fails. */
export async function mapRanges(
  inputs: readonly Input[],
  { bytes, shard, mappers, parts, signal, progress }: RangesOptions,
): Promise<Omit<MapResult, 'staged'>> {
  const counts = createCounts()
  const problems: { range: number; problem: Problem }[] = []
  let timings: MapTimings = noTimings
  let read = 0
  let done = 0
  const ranges = splitInputs(inputs, {
    shard,
    onProblem(problem, range) {
      addTo(counts.problems, problem.reason)
      problems.push({ range, problem })
    },
    onRead(milliseconds) {
      read += milliseconds
    },
  })
  const take = async (mapper: Mapper) => {
    for (;;) {
      signal.throwIfAborted()
      const { value: range } = await ranges.next()
      if (!range) return
      const part = parts.expect()
      const size = range.bytes.length
      const mapped = await mapper.map(range)
      addCounts(counts, mapped.counts)
      timings = mapTimings(timings, (milliseconds, stage) => milliseconds + mapped.timings[stage])
      problems.push(...mapped.problems.map((problem) => ({ range: range.number, problem })))
      done += size * shard.count
      progress.step('map', Math.min(done, bytes), bytes, `${counts.rows} records`)
      await parts.add(part, mapped)
    }
  }
  try {
    // Two ranges for each thread: it finds the next one when it has done the first.
    await Promise.all(mappers.flatMap((mapper) => [take(mapper), take(mapper)]))
    await parts.finish()
  } finally {
    await ranges.return(undefined)
  }
  problems.sort((a, b) => a.range - b.range)
  return {
    counts,
    problems: problems.slice(0, mostProblems).map(({ problem }) => problem),
    timings: { ...timings, read, parquet: parts.milliseconds },
  }
}
