// The threads that map, or this one when there is little to do.

import { Worker } from 'node:worker_threads'
import type { Input } from '../input.ts'
import { createMapContext } from './map-context.ts'
import type { MapSettings } from './map-options.ts'
import { type MappedRange, mapRange } from './map-range.ts'
import type { LineRange } from './split-inputs.ts'
import type { WorkerSettings } from './worker.ts'

export interface Mapper {
  /** Maps `range`, of which it takes the bytes away. Rejects when the thread failed or was stopped. */
  map(range: LineRange): Promise<MappedRange>
  /** Ends the thread; what is not done yet is rejected with `reason`. */
  stop(reason: unknown): Promise<void>
}

interface Waiting {
  resolve(mapped: MappedRange): void
  reject(reason: unknown): void
}

/** From source, and from the bundle: `dist/*.js` and `dist/chunks/*.js` find `dist/chunks/map-worker.js`. */
function locateWorker(): URL {
  const here = import.meta.url
  if (here.endsWith('.ts')) return new URL('./worker.ts', here)
  return new URL(/\/chunks\/[^/]*$/.test(here) ? './map-worker.js' : './chunks/map-worker.js', here)
}

/** Megabytes. What a line leaves behind is garbage: without a limit a thread collects hundreds of them before it tidies up. */
const resourceLimits = { maxYoungGenerationSizeMb: 8, maxOldGenerationSizeMb: 512 }

/** A thread of its own. */
export function startThread(
  settings: MapSettings,
  inputs: readonly Input[],
  shard: number,
  folder: string,
): Mapper {
  const workerData: WorkerSettings = { settings, inputs, shard, folder }
  const worker = new Worker(locateWorker(), { workerData, resourceLimits })
  const waiting = new Map<number, Waiting>()
  let failure: { reason: unknown } | null = null
  const fail = (reason: unknown) => {
    failure ??= { reason }
    for (const { reject } of waiting.values()) reject(failure.reason)
    waiting.clear()
  }
  worker.on('message', (mapped: MappedRange) => {
    waiting.get(mapped.number)?.resolve(mapped)
    waiting.delete(mapped.number)
  })
  worker.on('error', (cause) => fail(new Error('A thread that maps records failed', { cause })))
  worker.on('exit', (code) => fail(new Error(`A thread that maps records ended with code ${code}`)))
  return {
    map(range) {
      if (failure) return Promise.reject(failure.reason)
      return new Promise((resolve, reject) => {
        waiting.set(range.number, { resolve, reject })
        worker.postMessage(range, [range.bytes.buffer])
      })
    },
    async stop(reason) {
      fail(reason)
      await worker.terminate()
    },
  }
}

/** This thread. */
export async function mapHere(
  settings: MapSettings,
  inputs: readonly Input[],
  shard: number,
  folder: string,
): Promise<Mapper> {
  const context = await createMapContext(settings)
  return {
    map: async (range) => mapRange(range, inputs, shard, folder, context),
    stop: async () => {},
  }
}
