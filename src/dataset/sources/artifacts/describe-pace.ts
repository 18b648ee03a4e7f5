// How fast collecting goes, in words for the progress line.

import type { Connection } from './connect.ts'

/** Says, when `done` of `total` artifacts are there, what is left of the rate limit and of the time. */
export function describePace(connection: Connection, total: number): (done: number) => string {
  const start = performance.now()
  return (done) => {
    const seconds = (((performance.now() - start) / done) * (total - done)) / 1000
    const { budget } = connection
    const left = budget === null ? '' : `${budget.toLocaleString('en')} calls left of the rate limit, `
    return `${left}about ${describeTime(seconds)} to go`
  }
}

function describeTime(seconds: number): string {
  if (seconds < 90) return `${Math.ceil(seconds)} s`
  return seconds < 5400 ? `${Math.round(seconds / 60)} min` : `${(seconds / 3600).toFixed(1)} h`
}
