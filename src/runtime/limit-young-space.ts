// Keeps the memory for short-lived objects small while much is read.

import { getHeapSpaceStatistics, setFlagsFromString } from 'node:v8'

/** Enough for the rows of a transcript to be gone before they are moved. */
const enough = 24 * 1024 * 1024
let isLimited = false

/**
 * Stops V8 from doubling that memory once there is enough. It goes on doubling as long as it is busy, to 128 MB on a large
 * machine, for a few percent of time. To be called now and then while reading; there is no way back, and no harm in it.
 */
export function limitYoungSpace(): void {
  if (isLimited) return
  const space = getHeapSpaceStatistics().find(({ space_name }) => space_name === 'new_space')
  if (space === undefined || space.space_size < enough) return
  // The one way that works in a program that runs already; V8 asks for it each time it would grow.
  setFlagsFromString('--semi-space-growth-factor=1')
  isLimited = true
}
