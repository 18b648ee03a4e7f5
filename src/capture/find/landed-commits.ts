// Work that the branch began with: whoever did it did other work before. The base may have it as it was, rebased, or
// squashed into one commit.

import type { Branch, Git } from '../branch/branch.ts'
import { splitAtNul } from '../branch/split-output.ts'
import type { Call } from '../session/session.ts'
import type { FormerCommits } from './former-commits.ts'
import { isContained } from './is-contained.ts'
import { findCommitOf, leastSubject, skew } from './match-commits.ts'

/** Of the base, newest first. */
const most = 5_000
/** Commits that are compared with the base file by file, as Git is asked twice for each. */
const mostCompared = 100
/** How much of a SHA every abbreviation has. */
const key = 7
/** Longer lines are no subjects. */
const longestSubject = 300

export interface LandedCommits {
  /** Whether the base has what `call` committed as `sha`, of seven digits at least in lower case. */
  has(sha: string, call: Call): Promise<boolean>
}

/** Those up to where `branch` left its base; none when that is not known. Asks `git` once, when it is first needed. */
export function createLandedCommits(git: Git, branch: Branch, formerCommits: FormerCommits): LandedCommits {
  const { mergeBase } = branch
  let loading: Promise<Landed> | null = null
  let compared = 0
  return {
    async has(sha, call) {
      if (mergeBase === null || sha.length < key) return false
      loading ??= load(git, mergeBase)
      const landed = await loading
      if (landed.shas.get(sha.slice(0, key))?.some((full) => full.startsWith(sha))) return true
      if (await findCommitOf(sha, call, branch, formerCommits)) return false
      const former = await formerCommits.find(sha)
      if (!former) return findQuoted(call.command).some((subject) => isSquashed(landed, subject, call.at))
      const { sha: full, authoredAt, email, subject } = former
      if (authoredAt === null) return false
      if (landed.authored.has(keyOf(authoredAt, email)) || isSquashed(landed, subject, authoredAt))
        return true
      if (++compared > mostCompared) return false
      return isContained(git, mergeBase, { sha: full, since: new Date(Date.parse(authoredAt) - skew) })
    },
  }
}

interface Landed {
  /** By their first digits. */
  shas: Map<string, string[]>
  /** A rebase keeps author and date. */
  authored: Set<string>
  /** The lines of all messages, with the time of the last commit that has it: a squash lists what went into it. */
  lines: Map<string, number>
}

async function load(git: Git, mergeBase: string): Promise<Landed> {
  const format = '--format=tformat:%H%x00%aI%x00%ae%x00%cI%x00%B%x00'
  const plain = [
    '--no-patch',
    '--no-color',
    '--no-decorate',
    '--no-show-signature',
    '--no-mailmap',
    '--no-notes',
  ]
  const range = ['--encoding=UTF-8', '--end-of-options', mergeBase, '--']
  const tokens = splitAtNul((await git(['log', `--max-count=${most}`, ...plain, format, ...range])) ?? '')
  const landed: Landed = { shas: new Map(), authored: new Set(), lines: new Map() }
  for (let index = 0; index + 5 <= tokens.length; index += 5) {
    const [id = '', authored = '', email = '', committed = '', message = ''] = tokens.slice(index, index + 5)
    const sha = id.replace(/^\n/, '')
    const same = landed.shas.get(sha.slice(0, key))
    if (same) same.push(sha)
    else landed.shas.set(sha.slice(0, key), [sha])
    const at = new Date(authored)
    if (!Number.isNaN(at.getTime())) landed.authored.add(keyOf(at.toISOString(), email))
    const time = Date.parse(committed)
    for (const line of message.split('\n').map(toSubject)) {
      if (line.length < leastSubject || line.length > longestSubject) continue
      landed.lines.set(line, Math.max(time, landed.lines.get(line) ?? time))
    }
  }
  return landed
}

function keyOf(authoredAt: string, email: string): string {
  return `${authoredAt}\0${email}`
}

/** Servers write `* Add a cache` of each commit that they squash, and `Add a cache (#12)` of the only one. */
function toSubject(line: string): string {
  return line
    .trim()
    .replace(/^[*-] +/, '')
    .replace(/ \([#!]\d+\)$/, '')
}

/** Whether a commit of the base quotes `subject`, and is not older than the commit of that subject. */
function isSquashed({ lines }: Landed, subject: string, at: string | null): boolean {
  const time = lines.get(toSubject(subject))
  return time !== undefined && at !== null && time >= Date.parse(at) - skew
}

/** What may be the subject in a command that commits: its lines, and what stands in quotes. */
function findQuoted(command: string | null): string[] {
  if (command === null) return []
  const quoted = [...command.matchAll(/"([^"\n]{1,300})|'([^'\n]{1,300})/g)].map(([, a, b]) => a ?? b ?? '')
  return [...command.split('\n'), ...quoted]
}
