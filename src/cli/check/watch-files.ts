// `check --watch`: does something again whenever one of the files changes.

import { unwatchFile, watchFile } from 'node:fs'

/** In milliseconds. Looking at a file works on every file system, and with editors that put a new file in its place. */
const interval = 250

/** Calls `onChange` after each change of `files`, one call at a time, until `signal` aborts; then it resolves. */
export async function watchFiles(
  files: readonly string[],
  signal: AbortSignal,
  onChange: () => Promise<void>,
): Promise<void> {
  let isRunning = false
  let isStale = false
  await new Promise<void>((resolve, reject) => {
    const run = async () => {
      isStale = true
      if (isRunning) return
      isRunning = true
      while (isStale && !signal.aborted) {
        isStale = false
        await onChange()
      }
      isRunning = false
    }
    for (const file of files) watchFile(file, { interval }, () => void run().catch(reject))
    signal.addEventListener('abort', () => resolve(), { once: true })
    if (signal.aborted) resolve()
  }).finally(() => {
    for (const file of files) unwatchFile(file)
  })
}
