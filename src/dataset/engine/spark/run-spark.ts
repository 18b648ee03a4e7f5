// Runs the team’s own Spark. What it computed is read from files, never from what it prints.

import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { open, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { UsageError } from '../../../report/usage-error.ts'
import type { Progress } from '../../../runtime/progress.ts'
import { readLogTail } from './log-tail.ts'
import { splitCommand } from './split-command.ts'

export interface SparkRun {
  /** `--spark-command`: what runs a PySpark script whose path is appended, such as `spark-submit --master spark://host:7077`. */
  command: string
  /** Path of the script. */
  script: string
  /** The log goes to `spark.log` in it. */
  workFolder: string
  /** Absolute paths of the folders that the script fills; emptied first, so that no former run is taken for this one. */
  folders: readonly string[]
  signal: AbortSignal
  progress: Progress
}

/** Time that Spark has to end by itself after an abort, in milliseconds. */
const grace = 5_000

/** Secrets that are none of Spark’s business; it needs those of its storage. */
const withheld = /^(?:AI_WORKLOG_|GITHUB_TOKEN$|GH_TOKEN$|ACTIONS_|INPUT_)/

/**
 * Ends when all results are there. Throws a {@link UsageError} with the end of the log when the command cannot run, fails, or leaves
 * a result out; throws the signal’s reason after an abort, when the whole process group is gone.
 */
export async function runSpark(run: SparkRun): Promise<void> {
  const [program, ...args] = splitCommand(run.command)
  run.signal.throwIfAborted()
  for (const folder of run.folders) await rm(folder, { recursive: true, force: true })
  const logPath = join(run.workFolder, 'spark.log')
  const log = await open(logPath, 'w', 0o600)
  const counter = setInterval(() => count(run), 1_000)
  try {
    const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !withheld.test(name)))
    // A group of its own: Spark starts Java, which starts Python, and an abort must end them all.
    const child = spawn(program, [...args, run.script], {
      env,
      detached: true,
      stdio: ['ignore', log.fd, log.fd],
    })
    const ended = await waitFor(child, program, run.signal)
    run.signal.throwIfAborted()
    if (ended !== 0) await fail(`\`${program}\` ended with ${ended}.`, logPath)
    const missing = run.folders.find((folder) => !isComplete(folder))
    if (missing !== undefined) {
      await fail(
        `\`${program}\` ended well, but ${missing} is not complete: do all workers see this folder?`,
        logPath,
      )
    }
    count(run)
  } finally {
    clearInterval(counter)
    await log.close()
  }
}

function count({ folders, progress }: SparkRun): void {
  progress.step('tables on Spark', folders.filter(isComplete).length, folders.length)
}

/** Spark writes the mark when all files of a folder are there. */
function isComplete(folder: string): boolean {
  return existsSync(join(folder, '_SUCCESS'))
}

async function waitFor(child: ChildProcess, program: string, signal: AbortSignal): Promise<number | string> {
  let killer: NodeJS.Timeout | undefined
  const abort = () => {
    endGroup(child, 'SIGTERM')
    killer = setTimeout(() => endGroup(child, 'SIGKILL'), grace)
  }
  signal.addEventListener('abort', abort, { once: true })
  try {
    await once(child, 'exit')
    return child.exitCode ?? child.signalCode ?? 'no status'
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new UsageError(
      `Cannot run \`${program}\`: ${reason}. Is it on the PATH? \`--spark-command\` takes a path too.`,
      { cause: error },
    )
  } finally {
    clearTimeout(killer)
    signal.removeEventListener('abort', abort)
    // The launcher may be gone before what it started.
    if (signal.aborted) endGroup(child, 'SIGKILL')
  }
}

function endGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid === undefined) return
  try {
    process.kill(-child.pid, signal)
  } catch {
    // Nobody is left in the group.
  }
}

async function fail(message: string, logPath: string): Promise<never> {
  const tail = await readLogTail(logPath, 15)
  throw new UsageError(
    `${message} Its log is ${logPath}${tail === '' ? ', and empty.' : `. It ends with:\n${tail}`}`,
  )
}
