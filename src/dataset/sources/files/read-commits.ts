// The commits of a local clone, newest first, children before parents.

import { runGit } from '../../../runtime/run-git.ts'

export interface LocalCommit {
  sha: string
  parents: readonly string[]
  author: { name: string; email: string }
  committer: { name: string; email: string }
  message: string
}

/** More text than this is not kept in memory, in bytes. */
export const maxLogBytes = 256 * 1024 * 1024

export interface LocalCommits {
  commits: LocalCommit[]
  /** True when there was more than {@link maxLogBytes}. */
  truncated: boolean
}

/** Everything ends in NUL, which no field can hold. */
const fields = ['%H', '%P', '%an', '%ae', '%cn', '%ce', '%B']
const format = `--format=tformat:${fields.map((field) => `${field}%x00`).join('')}`

/** Those that `range` names, such as `v1..v2`; null for all of HEAD. Rejects with a `GitError`. */
export async function readCommits(
  folder: string,
  range: string | null,
  signal: AbortSignal,
  maxBytes: number = maxLogBytes,
): Promise<LocalCommits> {
  const args = [
    'log',
    '--topo-order',
    '--no-patch',
    '--no-ext-diff',
    '--no-textconv',
    '--no-color',
    '--no-decorate',
  ]
  const plain = ['--no-notes', '--no-mailmap', '--no-show-signature', '--encoding=UTF-8', format]
  const { chunks, ended } = runGit(
    folder,
    [...args, ...plain, '--end-of-options', range ?? 'HEAD', '--'],
    signal,
  )
  const commits: LocalCommit[] = []
  let row: string[] = []
  let size = 0
  for await (const field of splitAtNul(chunks)) {
    size += field.length
    if (size > maxBytes) return { commits, truncated: true }
    row.push(field)
    if (row.length < fields.length) continue
    const commit = toCommit(row)
    if (commit !== null) commits.push(commit)
    row = []
  }
  await ended
  return { commits, truncated: false }
}

/** A newline stands between one commit and the next. */
function toCommit([
  sha = '',
  parents = '',
  an = '',
  ae = '',
  cn = '',
  ce = '',
  message = '',
]: readonly string[]) {
  const id = sha.replace(/^\n/, '')
  if (!/^[0-9a-f]{40,64}$/.test(id)) return null
  return {
    sha: id,
    parents: parents.split(' ').filter((parent) => parent !== ''),
    author: { name: an, email: ae },
    committer: { name: cn, email: ce },
    message: message.replace(/\n$/, ''),
  }
}

async function* splitAtNul(chunks: AsyncIterable<Buffer>): AsyncGenerator<string> {
  let pending: Buffer[] = []
  for await (const chunk of chunks) {
    let start = 0
    for (let end = chunk.indexOf(0); end !== -1; end = chunk.indexOf(0, start)) {
      yield Buffer.concat([...pending, chunk.subarray(start, end)]).toString()
      pending = []
      start = end + 1
    }
    pending.push(chunk.subarray(start))
  }
}
