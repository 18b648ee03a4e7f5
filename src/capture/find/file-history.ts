// Which commits changed the files of a branch, on whatever branch they are. What somebody edited went into the next
// commit of theirs that changes the file.

import type { Branch, Git } from '../branch/branch.ts'
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

export interface FileHistory {
  /**
   * Whether the first commit that changes `file` after `at` (ISO 8601) is of another branch, the base among them. False
   * when there is no such commit. Only commits by whoever works on the branch count.
   */
  wasTaken(file: string, at: string): Promise<boolean>
}

/** Asks `git` when it is first needed, and once more for edits of long ago. */
export function createFileHistory(git: Git, branch: Branch): FileHistory {
  const began = Math.min(
    ...branch.commits.map(({ authoredAt }) => timeOf(authoredAt) || Infinity),
    Date.now(),
  )
  const since = new Date(Math.max(began - recent, earliest))
  let late: Promise<Map<string, Change[]>> | null = null
  let whole: Promise<Map<string, Change[]>> | null = null
  return {
    async wasTaken(file, at) {
      const time = Date.parse(at)
      if (Number.isNaN(time)) return false
      if (time < since.getTime()) whole ??= load(git, branch, null)
      else late ??= load(git, branch, since)
      const changes = (await (whole ?? late))?.get(file) ?? []
      // An amendment takes what came after the commit was first made.
      const isAmended = changes.some((change) => change.isOwn && change.time <= time && time < change.until)
      const next = changes.find((change) => change.time + second > time)
      return !isAmended && next?.isOwn === false
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

/** By file, oldest first; of those at the same time the branch's own stand first. */
async function load(git: Git, branch: Branch, since: Date | null): Promise<Map<string, Change[]>> {
  const people = await findPeople(git, branch)
  const own = new Set(branch.commits.map(({ authoredAt, author }) => copyOf(authoredAt, author)))
  const others = (await listCommits(git, branch, since)).filter(
    ({ authoredAt, author }) =>
      !own.has(copyOf(authoredAt, author)) && (people.has(author.email) || people.has(author.name)),
  )
  const changes = new Map(branch.files.map((file): [string, Change[]] => [file, []]))
  const add = (file: string, change: Change) => changes.get(file)?.push(change)
  let parentAt = await readTime(git, branch.mergeBase)
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
 * Names and addresses of those who work on the branch: the user of this repository, unless the branch has commits and
 * none of theirs. Servers that squash know them by another address.
 */
async function findPeople(git: Git, { commits }: Branch): Promise<Set<string>> {
  const [email, name] = await Promise.all(
    ['user.email', 'user.name'].map(async (key) => ((await git(['config', '--get', key])) ?? '').trim()),
  )
  const authors = commits.map(({ author }) => author)
  const isUser = (author: Person) => author.email === email || author.name === name
  const some = authors.length === 0 || authors.some(isUser) ? authors.filter(isUser) : authors
  const people = new Set([email ?? '', name ?? '', ...some.flatMap((author) => [author.email, author.name])])
  people.delete('')
  return people
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
