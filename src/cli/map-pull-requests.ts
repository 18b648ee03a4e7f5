// JSONL in, lines out, one for one and in order, with bounded memory.

import { createReadStream } from 'node:fs'
import { parsePullRequest } from '../core/parse-pull-request.ts'
import type { PullRequest } from '../core/pull-request.ts'
import { redactSecrets } from '../core/redact/redact-text.ts'
import { toSafeText } from '../core/render/safe-text.ts'
import { escapeLines } from '../report/escape-commands.ts'
import { readLines } from '../runtime/read-lines.ts'
import type { Environment } from './environment.ts'
import { explainReadError } from './read-text.ts'
import { write } from './write.ts'

/**
 * Writes `map` of every pull request in `files` (none: standard input). A line that is no pull request is named
 * on stderr and gives no output; then the result is false.
 */
export async function mapPullRequests(
  files: readonly string[],
  environment: Environment,
  map: (pullRequest: PullRequest) => string,
): Promise<boolean> {
  let isWhole = true
  const progress = createProgress(environment)
  for (const file of files.length === 0 ? ['-'] : files) {
    const name = file === '-' ? 'standard input' : file
    const stream = file === '-' ? environment.stdin : createReadStream(file)
    for await (const { text, number } of openLines(stream, name)) {
      const pullRequest = parseLine(text, `${name}:${number}`, environment)
      if (pullRequest === null) isWhole = false
      else await write(environment.stdout, map(pullRequest))
      progress.step()
    }
  }
  progress.finish()
  return isWhole
}

async function* openLines(stream: AsyncIterable<Buffer | string>, name: string) {
  try {
    yield* readLines(stream, name)
  } catch (error) {
    if (error instanceof Error && 'code' in error && 'syscall' in error) {
      throw explainReadError(error, name)
    }
    throw error
  }
}

function parseLine(text: string, place: string, { stderr }: Environment): PullRequest | null {
  try {
    return parsePullRequest(text)
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    const reason = escapeLines(redactSecrets(toSafeText(error.message)))
      .replace(/\s+/g, ' ')
      .slice(0, 200)
    stderr.write(`${place}: not a pull request: ${reason}; left out\n`)
    return null
  }
}

/** A count on a terminal, at most once a second, and only when the output goes elsewhere. */
function createProgress({ stdout, stderr, now }: Environment) {
  const isShown = stderr.isTTY === true && stdout.isTTY !== true
  let count = 0
  let shownAt = now().getTime()
  return {
    step() {
      count++
      if (!isShown || count % 50 !== 0 || now().getTime() - shownAt < 1000) return
      shownAt = now().getTime()
      stderr.write(`\r${count} pull requests`)
    },
    finish() {
      if (isShown && count >= 50) stderr.write(`\r${count} pull requests\n`)
    },
  }
}
