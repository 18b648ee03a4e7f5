// The commits of a branch.

import type { BranchCommit, Git } from './branch.ts'
import { splitAtNul } from './split-output.ts'

/** A record keeps no more of one pull request. */
export const mostCommits = 250

const plain = ['--no-color', '--no-decorate', '--no-notes', '--no-mailmap', '--no-show-signature']
/** Every field ends in NUL, which none can hold. */
const fields = ['%H', '%P', '%aI', '%cI', '%an', '%ae', '%B']
const format = `--format=tformat:${fields.map((field) => `${field}%x00`).join('')}`

export interface ListedCommits {
  /** Oldest first. */
  commits: BranchCommit[]
  /** Whether there are more than {@link mostCommits}; the newest are kept. */
  isCut: boolean
  /** Whether the files of the commits could not be listed. */
  lacksFiles: boolean
}

/** The commits in `range`, such as `<sha>..<sha>`. In a shallow clone a commit without parents has no files: it may have some. */
export async function listCommits(git: Git, range: string, isShallow: boolean): Promise<ListedCommits> {
  const log = ['log', '--topo-order', `--max-count=${mostCommits + 1}`, ...plain, '--encoding=UTF-8']
  const end = ['--end-of-options', range, '--']
  const [output, names] = await Promise.all([
    git([...log, '--no-patch', format, ...end]),
    git([...log, '-z', '--name-only', '--no-renames', '--format=tformat:%x00%H', ...end]),
  ])
  const files = parseFiles(names ?? '')
  const tokens = splitAtNul(output ?? '')
  const commits: BranchCommit[] = []
  for (let index = 0; index + fields.length <= tokens.length; index += fields.length) {
    const [id = '', parents, authored = '', committed = '', name = '', email = '', message = ''] =
      tokens.slice(index, index + fields.length)
    const sha = id.replace(/^\n/, '')
    const isBoundary = isShallow && parents === ''
    commits.push({
      sha,
      authoredAt: toUtc(authored),
      committedAt: toUtc(committed),
      author: { name, email },
      message: message.replace(/\n$/, ''),
      files: isBoundary ? [] : (files.get(sha) ?? []),
    })
  }
  return {
    commits: commits.slice(0, mostCommits).reverse(),
    isCut: commits.length > mostCommits,
    lacksFiles: output === null || names === null,
  }
}

/** An empty part stands before each SHA, and a newline before the first name. */
function parseFiles(output: string): Map<string, string[]> {
  const files = new Map<string, string[]>()
  let current: string[] = []
  let isNext = false
  for (const part of splitAtNul(output)) {
    if (part === '') isNext = true
    else if (isNext) {
      current = []
      files.set(part, current)
      isNext = false
    } else current.push(current.length === 0 ? part.replace(/^\n/, '') : part)
  }
  return files
}

function toUtc(time: string): string | null {
  const date = new Date(time)
  return Number.isNaN(date.getTime()) ? null : date.toISOString()
}
