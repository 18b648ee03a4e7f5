// Preloaded into a measured process: prints its peak resident memory in kilobytes and its processor time in
// microseconds when it ends. Threads are part of it.

import { isMainThread } from 'node:worker_threads'

if (isMainThread) {
  process.on('exit', () => {
    const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage()
    process.stderr.write(`\nusage ${maxRSS} ${userCPUTime + systemCPUTime}\n`)
  })
}
