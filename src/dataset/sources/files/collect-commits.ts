// The commit messages of a local clone: what agents and people wrote there, one line for each pull request that git knows of.

import { realpath } from 'node:fs/promises'
import { UsageError } from '../../../report/usage-error.ts'
import { GitError, runGit } from '../../../runtime/run-git.ts'
import type { Problem } from '../../input.ts'
import type { Collected } from '../collected.ts'
import { explainRead } from './explain-read.ts'
import { type CommitGroup, groupCommits } from './group-commits.ts'
import { maxLogBytes, readCommits } from './read-commits.ts'
import { Spool } from './spool.ts'

export interface CommitsOptions {
  workFolder: string
  signal: AbortSignal
  /** Such as `v1.0..HEAD`; default all of HEAD. */
  range?: string | null
  /** `owner/name`; default what `remote.origin.url` says. */
  repository?: string | null
  /** Of the log; default 256 MiB. */
  maxBytes?: number
}

/** A record keeps no more of one pull request. */
const mostCommits = 250

/**
 * The pull requests in the history of the clone at `path`, without bodies: they are not in git. Throws a {@link UsageError}
 * when `path` is no clone or `range` no range of it.
 */
export async function collectCommits(path: string, options: CommitsOptions): Promise<Collected> {
  const { workFolder, signal, range = null, maxBytes = maxLogBytes } = options
  if (range?.startsWith('-'))
    throw new UsageError(`Unexpected range \`${range}\`, expected one such as \`v1..v2\``)
  const folder = await realpath(path).catch((error: unknown) => {
    throw new UsageError(`Cannot read \`${path}\`: ${explainRead(error)}`, { cause: error })
  })
  try {
    const repository = options.repository ?? (await readOrigin(folder, signal))
    const { commits, truncated } = await readCommits(folder, range, signal, maxBytes)
    const groups = groupCommits(commits)
    const grouped = groups.reduce((sum, group) => sum + group.commits.length, 0)
    const counts = {
      commits: commits.length,
      pull_requests: groups.length,
      commits_in_pull_requests: grouped,
    }
    const problems = truncated ? [toTruncated(path, maxBytes)] : []
    if (repository === null) {
      return { inputs: [], outcomes: [], problems: [...problems, toNameless(path)], artifacts: [], counts }
    }
    if (groups.length === 0) return { inputs: [], outcomes: [], problems, artifacts: [], counts }
    const text = groups.map((group) => `${JSON.stringify(toLine(group, repository))}\n`).join('')
    const kept = await new Spool(workFolder, signal, 'commits').keepText(text)
    const name = `commits of ${path}`
    // The lowest: what has no body must never replace a record of the same pull request that has one.
    const input = { path: kept, name, kind: 'pull-request', source: 'file', trust: 'fork' } as const
    return { inputs: [input], outcomes: [], problems, artifacts: [], counts }
  } catch (error) {
    signal.throwIfAborted()
    if (error instanceof GitError) {
      throw new UsageError(`Cannot read the commits of \`${path}\`: ${error.message}`, { cause: error })
    }
    if (!isMissingGit(error)) throw error
    throw new UsageError('Cannot read commits: there is no `git` on this machine', { cause: error })
  }
}

/** The line that `parsePullRequest` reads. */
function toLine({ number, mergeSha, headRef, commits }: CommitGroup, repository: string) {
  return {
    host: 'github.com',
    repository,
    number,
    state: 'closed',
    merged: true,
    merge_sha: mergeSha,
    head_ref: headRef,
    body: null,
    commits: commits.slice(0, mostCommits).map(({ sha, message, author, committer }) => ({
      sha,
      message,
      author,
      committer,
    })),
    commits_truncated: commits.length > mostCommits,
  }
}

/** `owner/name` when `remote.origin.url` is of github.com, else null. */
async function readOrigin(folder: string, signal: AbortSignal): Promise<string | null> {
  const { chunks, ended } = runGit(folder, ['config', '--local', '--get', 'remote.origin.url'], signal)
  let url = ''
  for await (const chunk of chunks) if (url.length < 10_000) url += chunk.toString()
  // Without an origin it ends with 1.
  await ended.catch((error: unknown) => {
    if (!(error instanceof GitError)) throw error
  })
  return parseOrigin(url.trim())
}

/** The forms in which git names a repository on github.com; credentials in it are passed over. */
export function parseOrigin(url: string): string | null {
  const [, owner, name] =
    /^(?:https?:\/\/(?:[^@/\s]*@)?github\.com\/|git:\/\/github\.com\/|(?:ssh:\/\/)?git@github\.com(?::22)?[:/])([\w.-]+)\/([\w.-]+?)(?:\.git)?\/?$/i.exec(
      url,
    ) ?? []
  return owner === undefined || name === undefined || name === '.' || name === '..'
    ? null
    : `${owner}/${name}`
}

function toNameless(place: string): Problem {
  return {
    place,
    reason: 'no-repository',
    message:
      'The clone has no `remote.origin.url` on github.com, so its pull requests have no name; they are left out. Give `--repository owner/name`.',
  }
}

function toTruncated(place: string, maxBytes: number): Problem {
  return {
    place,
    reason: 'too-large',
    message: `Its log holds more than ${maxBytes} bytes: older commits are left out. Give a range such as \`v1..v2\`.`,
  }
}

function isMissingGit(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT' && 'syscall' in error
}
