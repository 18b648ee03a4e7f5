// Keeps the heap of V8 small while much is read.

import { getHeapSpaceStatistics, setFlagsFromString } from 'node:v8'

/** Of the space for new objects: enough for the rows of a transcript to be gone before they are moved. */
const enough = 24 * 1024 * 1024
let isLimited = false

/**
 * Once that space is large enough, stops V8 from doubling it as long as it is busy, to 128 MB on a large machine, and from
 * letting the rest of the heap grow to four times what is in use. It costs a few percent of time. To be called now and
 * then while reading; there is no way back, and little harm in it.
 */
export function limitHeapGrowth(): void {
  if (isLimited) return
  const space = getHeapSpaceStatistics().find(({ space_name }) => space_name === 'new_space')
  if (space === undefined || space.space_size < enough) return
  // The one way that works in a program that runs already: V8 looks at both each time before it grows.
  setFlagsFromString('--semi-space-growth-factor=1')
  setFlagsFromString('--heap-growing-percent=100')
  isLimited = true
}
