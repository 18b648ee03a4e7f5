// The diffs of merged pull requests, through REST: one request each. Nothing in them is redacted yet; the map does that.

import { join } from 'node:path'
import type { Client } from '../../../api/create-client.ts'
import { isJsonObject } from '../../../core/json.ts'
import type { Progress } from '../../../runtime/progress.ts'
import type { Problem } from '../../input.ts'
import { toTrouble } from './api-trouble.ts'
import { KeyedLines } from './keyed-lines.ts'
import { writeLines } from './write-lines.ts'

export interface DiffOptions {
  client: Client
  workFolder: string
  signal: AbortSignal
  progress: Progress
  now: () => number
  wait: (milliseconds: number, signal: AbortSignal) => Promise<void>
}

/** One merged pull request. */
export interface DiffWanted {
  recordId: string
  /** `owner/name`. */
  repository: string
  number: number
}

export interface Diffs {
  /** JSONL of `{record_id, repository, pr_number, diff}`. */
  path: string
  problems: Problem[]
  counts: Record<'diffs' | 'diffs_too_large' | 'diffs_failed', number>
}

/** A larger diff is left out, in bytes of UTF-8: half of one teaches nothing. */
const maxDiffBytes = 200 * 1024

const tooLarge = { isTooLarge: true } as const
const atATime = 4
const tries = 4

/** The diffs of `wanted`, in its order. What a killed run had fetched is not fetched again. */
export async function fetchDiffs(wanted: readonly DiffWanted[], options: DiffOptions): Promise<Diffs> {
  const { workFolder, signal, progress } = options
  const kept = await KeyedLines.open(join(workFolder, 'diffs-journal.jsonl'), () => {})
  const problems: Problem[] = []
  const counts = { diffs: 0, diffs_too_large: 0, diffs_failed: 0 }
  try {
    const queue = wanted.filter(({ recordId }) => !kept.has(recordId))
    let done = wanted.length - queue.length
    const work = async () => {
      for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
        const diff = await fetchDiff(next, options)
        if (diff instanceof Error) problems.push(toProblem(next, diff))
        else await kept.append([[next.recordId, diff]])
        done += 1
        progress.step('diffs', done, wanted.length)
      }
    }
    // All must have ended before the file is closed.
    const ended = await Promise.allSettled(Array.from({ length: atATime }, work))
    for (const each of ended) if (each.status === 'rejected') throw each.reason
    problems.sort((a, b) => (a.place < b.place ? -1 : 1))
    const path = join(workFolder, 'diffs.jsonl')
    const readers = wanted.map((each) => async () => {
      const diff = await kept.read(each.recordId)
      if (isJsonObject(diff) && diff.isTooLarge === true) counts.diffs_too_large += 1
      if (typeof diff !== 'string') return null
      return { record_id: each.recordId, repository: each.repository, pr_number: each.number, diff }
    })
    counts.diffs = await writeLines(path, readers, signal)
    counts.diffs_failed = problems.length
    return { path, problems, counts }
  } finally {
    await kept.close()
  }
}

/** The diff, a note that it is too large, or the error that stays after some tries. */
async function fetchDiff(
  wanted: DiffWanted,
  options: DiffOptions,
): Promise<string | typeof tooLarge | Error> {
  const { signal, progress, now, wait } = options
  for (let tried = 1; ; tried += 1) {
    signal.throwIfAborted()
    try {
      return await askDiff(wanted, options)
    } catch (error) {
      signal.throwIfAborted()
      const trouble = toTrouble(error, now())
      // GitHub makes no diff of more than 20,000 lines or 300 files.
      if (trouble.kind === 'refused' && trouble.status === 406) return tooLarge
      if (trouble.kind === 'refused' || tried === tries) return new Error(trouble.reason, { cause: error })
      const milliseconds = trouble.kind === 'limit' ? trouble.milliseconds : 1000 * tried
      const until = new Date(now() + milliseconds).toISOString().slice(0, 19)
      if (trouble.kind === 'limit') progress.say(`GitHub asks to wait: waiting until ${until}Z`)
      await wait(milliseconds, signal)
    }
  }
}

async function askDiff(
  { repository, number }: DiffWanted,
  { client, signal }: DiffOptions,
): Promise<string | typeof tooLarge | Error> {
  const { data }: { data: unknown } = await client.request(`GET /repos/${repository}/pulls/${number}`, {
    headers: { accept: 'application/vnd.github.diff' },
    request: { signal, leaveLimits: true },
  })
  if (typeof data !== 'string') return new Error('GitHub’s answer is not a diff')
  return Buffer.byteLength(data) > maxDiffBytes ? tooLarge : data
}

function toProblem({ repository, number }: DiffWanted, { message }: Error): Problem {
  return {
    place: `${repository}#${number}`,
    reason: 'diff-failed',
    message: `The diff could not be read: ${message}. The record is kept without it; run again for it.`,
  }
}
