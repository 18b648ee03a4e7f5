// A mapping thread: gets ranges, writes their rows, says what came of them.

import { parentPort, workerData } from 'node:worker_threads'
import type { Input } from '../input.ts'
import { createMapContext } from './map-context.ts'
import type { MapSettings } from './map-options.ts'
import { mapRange } from './map-range.ts'
import type { LineRange } from './split-inputs.ts'

/** What a thread is started with. */
export interface WorkerSettings {
  settings: MapSettings
  inputs: readonly Input[]
  shard: number
  folder: string
}

const { settings, inputs, shard, folder } = workerData as WorkerSettings
const port = parentPort
if (port === null) throw new Error('This file is run by the threads of the map')

const context = createMapContext(settings)
port.on('message', async (range: LineRange) => {
  // A failure ends the thread: the main thread hears of it as an error event.
  port.postMessage(mapRange(range, inputs, shard, folder, await context))
})
