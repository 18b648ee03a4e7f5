// What the pull request of a branch goes into, without asking a server.

import { UsageError } from '../../report/usage-error.ts'
import type { Git } from './branch.ts'
import { withoutNewline } from './split-output.ts'

/** In the order in which they are looked for. */
const usualNames = ['main', 'master', 'develop', 'trunk']

/** `wanted`, which `--base` names. Throws a {@link UsageError} when there is no such commit. */
export async function checkBase(git: Git, wanted: string): Promise<string> {
  const isName = wanted !== '' && !wanted.startsWith('-')
  if (isName && (await isCommit(git, wanted))) return wanted
  if (isName && (await isCommit(git, `refs/remotes/origin/${wanted}`))) return `origin/${wanted}`
  throw new UsageError(
    `\`--base\` must be a branch, tag or commit that is here, got \`${wanted}\`; list them with \`git branch --all\`, or fetch it first`,
  )
}

/** The first that exists: what `gh` noted, an upstream of another name, the default of a remote, a usual name. Null for none. */
export async function findBase(git: Git, name: string | null): Promise<string | null> {
  const remotes = await listRemotes(git)
  for (const candidate of await listCandidates(git, name, remotes)) {
    if (candidate !== name && (await isCommit(git, toRef(candidate, remotes)))) return candidate
  }
  return null
}

async function listCandidates(git: Git, name: string | null, remotes: readonly string[]): Promise<string[]> {
  const candidates: string[] = []
  if (name !== null) {
    const [noted, upstream] = await Promise.all([
      readLine(git, ['config', '--get', `branch.${name}.gh-merge-base`]),
      readLine(git, ['for-each-ref', '--format=%(upstream:short)', `refs/heads/${name}`]),
    ])
    if (noted !== null) candidates.push(...remotes.map((remote) => `${remote}/${noted}`), noted)
    // A branch that was pushed follows itself, `ann/cache` perhaps for `cache`.
    if (upstream !== null && lastPart(upstream) !== lastPart(name)) candidates.push(upstream)
  }
  for (const remote of remotes) {
    const head = await readLine(git, ['rev-parse', '--abbrev-ref', `refs/remotes/${remote}/HEAD`])
    if (head?.startsWith(`${remote}/`)) candidates.push(head)
    candidates.push(...usualNames.map((usual) => `${remote}/${usual}`))
  }
  return [...candidates, ...usualNames]
}

function lastPart(name: string): string {
  return name.slice(name.lastIndexOf('/') + 1)
}

/** That which `gh` was told to be the base repository, then `upstream`, then `origin`, then the rest. */
async function listRemotes(git: Git): Promise<string[]> {
  const [listed, resolved] = await Promise.all([
    git(['remote']),
    git(['config', '--get-regexp', '^remote\\..*\\.gh-resolved$']),
  ])
  const names = (listed ?? '').split('\n').filter((remote) => remote !== '')
  const chosen = /^remote\.(.+)\.gh-resolved base$/m.exec(resolved ?? '')?.[1]
  const first = [chosen, 'upstream', 'origin'].filter((remote) => remote !== undefined)
  return [...new Set([...first.filter((remote) => names.includes(remote)), ...names])].slice(0, 20)
}

/** Whole names, so that a tag called `main` is not taken for the branch. */
function toRef(candidate: string, remotes: readonly string[]): string {
  const isRemote = remotes.some((remote) => candidate.startsWith(`${remote}/`))
  return `refs/${isRemote ? 'remotes' : 'heads'}/${candidate}`
}

async function isCommit(git: Git, ref: string): Promise<boolean> {
  const args = ['rev-parse', '--quiet', '--verify', '--end-of-options', `${ref}^{commit}`]
  return (await git(args)) !== null
}

/** The one line that Git says; null when it says no or nothing. */
export async function readLine(git: Git, args: readonly string[]): Promise<string | null> {
  const line = withoutNewline((await git(args)) ?? '')
  return line === '' || line.includes('\n') ? null : line
}
