// `check --watch` at a terminal: a clear screen, the check, and what to do next.

import { redactSecrets } from '../../core/redact/redact-text.ts'
import { toSafeText } from '../../core/render/safe-text.ts'
import { escapeLines } from '../../report/escape-commands.ts'
import { UsageError } from '../../report/usage-error.ts'
import type { Environment } from '../environment.ts'
import { write } from '../write.ts'
import { watchFiles } from './watch-files.ts'

/** Runs `check` now and after each change of `files`, until the user interrupts; resolves to the last exit code. */
export async function watchBodies(
  files: readonly string[],
  environment: Environment,
  check: () => Promise<number>,
): Promise<number> {
  const { stdout, stderr } = environment
  let exitCode = await check()
  const tell = () => write(stderr, '\nWatching for changes; Ctrl-C ends.\n')
  const again = async () => {
    if (stdout.isTTY === true) await write(stdout, '\u001B[2J\u001B[3J\u001B[H')
    try {
      exitCode = await check()
    } catch (error) {
      // An editor may be in the middle of replacing the file.
      if (!(error instanceof UsageError)) throw error
      await write(stderr, escapeLines(`${redactSecrets(toSafeText(error.message))}\n`))
    }
    await tell()
  }
  const interrupted = environment.interrupted()
  await tell()
  await watchFiles(files, interrupted, again)
  return exitCode
}
