// Which commits changed the files of a branch, on whatever branch they are. What somebody edited went into the next
// commit of theirs that changes the file.

import type { Branch, BranchCommit, Git } from '../branch/branch.ts'
import { readLine } from '../branch/find-base.ts'
import { splitAtNul } from '../branch/split-output.ts'

/** Newest first; and files that Git is asked about by name, more are picked out of all. */
const mostCommits = 5_000
const mostFiles = 300
/** Git keeps seconds, sessions milliseconds. */
const second = 1000
/** Before the branch began: Git walks back no further unless an older edit is asked for, as that can take it long. */
const recent = 90 * 24 * 60 * 60 * second
/** Smaller numbers Git does not take for seconds. */
const earliest = 100_000_000 * second

/**
 * Whether the first commit that changes `file` after `at` (milliseconds) is of another branch, the base among them. False
 * when there is no such commit. Only commits by whoever works on the branch count.
 */
export type WasTaken = (file: string, at: number) => boolean

export interface FileHistory {
  /** For edits since `earliest`, in milliseconds. */
  load(earliest: number): Promise<WasTaken>
}

/** Asks `git` when it is first needed, and once more for edits of long ago. */
export function createFileHistory(git: Git, branch: Branch): FileHistory {
  const began = Math.min(
    ...branch.commits.map(({ authoredAt }) => timeOf(authoredAt) || Infinity),
    Date.now(),
  )
  const since = new Date(Math.max(began - recent, earliest))
  let late: Promise<WasTaken> | null = null
  let whole: Promise<WasTaken> | null = null
  return {
    load(from) {
      if (from < since.getTime()) whole ??= load(git, branch, null)
      else if (whole === null) late ??= load(git, branch, since)
      return whole ?? late ?? load(git, branch, null)
    },
  }
}

interface Change {
  /** When it was first made, and when it was last amended; in milliseconds. */
  time: number
  until: number
  /** Whether it is a commit of the branch, or what one was before a rebase. */
  isOwn: boolean
}

async function load(git: Git, branch: Branch, since: Date | null): Promise<WasTaken> {
  const [people, listed, baseAt] = await Promise.all([
    findPeople(git, branch),
    listCommits(git, branch, since),
    wasRewritten(branch.commits[0]) ? readTime(git, branch.mergeBase) : Number.NaN,
  ])
  const own = new Set(branch.commits.map(({ authoredAt, author }) => copyOf(authoredAt, author)))
  const others = listed.filter(
    ({ authoredAt, author }) =>
      !own.has(copyOf(authoredAt, author)) && (people.has(author.email) || people.has(author.name)),
  )
  const changes = sortChanges(branch, others, baseAt)
  return (file, at) => {
    const known = changes.get(file) ?? []
    // An amendment takes what came after the commit was first made.
    const isAmended = known.some(({ isOwn, time, until }) => isOwn && time <= at && at < until)
    return !isAmended && known.find(({ time }) => time + second > at)?.isOwn === false
  }
}

/** By file, oldest first; of those at the same time the branch's own stand first. */
function sortChanges(branch: Branch, others: readonly Listed[], baseAt: number): Map<string, Change[]> {
  const changes = new Map(branch.files.map((file): [string, Change[]] => [file, []]))
  const add = (file: string, change: Change) => changes.get(file)?.push(change)
  let parentAt = baseAt
  for (const { authoredAt, committedAt, files } of branch.commits) {
    const [time, until] = [timeOf(authoredAt), timeOf(committedAt)]
    // What is older than its parent was rebased onto it, and took nothing more.
    const isRebased = time < parentAt
    for (const file of files) add(file, { time, until: isRebased ? time : until, isOwn: true })
    parentAt = until
  }
  for (const { authoredAt, files } of others) {
    const time = timeOf(authoredAt)
    for (const file of files) add(file, { time, until: time, isOwn: false })
  }
  for (const list of changes.values())
    list.sort((a, b) => a.time - b.time || Number(b.isOwn) - Number(a.isOwn))
  return changes
}

/** Whether it was amended or rebased. */
function wasRewritten(commit: BranchCommit | undefined): boolean {
  return commit !== undefined && commit.committedAt !== commit.authoredAt
}

/** When `sha` was committed, in milliseconds. */
async function readTime(git: Git, sha: string | null): Promise<number> {
  return timeOf(sha && (await readLine(git, ['log', '--max-count=1', '--format=%cI', sha])))
}

function timeOf(date: string | null): number {
  return date === null ? Number.NaN : Date.parse(date)
}

interface Person {
  name: string
  email: string
}

interface Listed {
  authoredAt: string | null
  author: Person
  files: string[]
}

/** A rebase keeps author and date. */
function copyOf(authoredAt: string | null, { email }: Person): string {
  return `${authoredAt}\0${email}`
}

/**
 * Names and addresses of those who work on the branch: its author; of several the user of this repository, unless none of
 * the commits is theirs. Servers that squash know them by another address.
 */
async function findPeople(git: Git, { commits }: Branch): Promise<Set<string>> {
  const authors = commits.map(({ author }) => author)
  const isOne = new Set(authors.map(({ email }) => email)).size === 1
  const [email = '', name = ''] = isOne ? [] : await Promise.all(['user.email', 'user.name'].map(read))
  const own = authors.filter((author) => author.email === email || author.name === name)
  const some = own.length > 0 ? own : authors
  const people = new Set([email, name, ...some.flatMap((author) => [author.email, author.name])])
  people.delete('')
  return people

  async function read(key: string): Promise<string> {
    return (await readLine(git, ['config', '--get', key])) ?? ''
  }
}

/** Those committed after `since`; all without. */
async function listCommits(
  git: Git,
  { name, head, mergeBase, files }: Branch,
  since: Date | null,
): Promise<Listed[]> {
  const log = ['log', '-z', '--name-only', '--no-renames', '--no-merges', '--full-history']
  const plain = [
    '--no-color',
    '--no-decorate',
    '--no-notes',
    '--no-mailmap',
    '--no-show-signature',
    '--encoding=UTF-8',
  ]
  const format = '--format=tformat:%x00%aI%x00%ae%x00%an'
  // The branch as it was pushed before a rebase is no other branch.
  const refs = ['--branches', ...(name === null ? [] : [`--exclude=*/${name}`]), '--remotes']
  const tips = [head, mergeBase].filter((sha) => sha !== null)
  const paths = files.length <= mostFiles ? files.map((file) => `:(top,literal)${file}`) : []
  const output = await git([
    ...log,
    ...plain,
    `--max-count=${mostCommits}`,
    ...(since === null ? [] : [`--since=${Math.floor(since.getTime() / second)}`]),
    format,
    ...refs,
    ...tips,
    '--',
    ...paths,
  ])
  return parse(output ?? '')
}

/** An empty part stands before each commit, and a newline before its first file. */
function parse(output: string): Listed[] {
  const commits: Listed[] = []
  const parts = splitAtNul(output)[Symbol.iterator]()
  for (const part of parts) {
    if (part === '') {
      const [authored = '', email = '', name = ''] = [1, 2, 3].map(() => parts.next().value)
      const at = new Date(authored)
      const authoredAt = Number.isNaN(at.getTime()) ? null : at.toISOString()
      commits.push({ authoredAt, author: { name, email }, files: [] })
    } else commits.at(-1)?.files.push(part.replace(/^\n/, ''))
  }
  return commits
}
