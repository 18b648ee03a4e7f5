// Runs `ai-worklog draft`, from the branch to the Markdown.

import { relative, resolve, sep } from 'node:path'
import type { Branch } from '../../capture/branch/branch.ts'
import { noGit } from '../../capture/branch/create-git.ts'
import { readBranch } from '../../capture/branch/read-branch.ts'
import { readEvidence } from '../../capture/evidence/read-evidence.ts'
import { combineSelected } from '../../capture/find/combine-selected.ts'
import { type FindOptions, type FoundSessions, findSessions } from '../../capture/find/find-sessions.ts'
import { pickSessions } from '../../capture/find/pick-sessions.ts'
import { compareSelected } from '../../capture/find/rank-session.ts'
import type { Selected } from '../../capture/find/selected.ts'
import { reduceSessions } from '../../capture/reduce/reduce-sessions.ts'
import { redactDraft } from '../../core/draft/redact-draft.ts'
import { listKnownSecrets } from '../../core/redact/list-known-secrets.ts'
import { loadRedaction } from '../../core/redact/load-redaction.ts'
import { escapeLines } from '../../report/escape-commands.ts'
import { createStyle } from '../../report/style.ts'
import { createProgress } from '../create-progress.ts'
import type { Environment } from '../environment.ts'
import { write } from '../write.ts'
import { findSince } from './find-since.ts'
import { formatFound } from './format-found.ts'
import { formatJson } from './format-json.ts'
import { findAliases, findHere, type Here } from './here.ts'
import { hideHome } from './hide-home.ts'
import { loadDraftPolicy } from './load-draft-policy.ts'
import { type DraftOptions, readDraftOptions } from './read-draft-options.ts'
import { readInput } from './update-body.ts'
import { toShown, writeDraft } from './write-draft.ts'

/** Runs it; resolves to the exit code: 1 when no session was found. */
export async function runDraft(
  args: readonly string[],
  environment: Environment,
  given?: Here,
): Promise<number> {
  const here = given ?? (await findHere(environment))
  const options = readDraftOptions(args, here.readers, environment.now)
  const signal = environment.interrupted()
  const { branch: whole, git } = await readBranch(here.folder, { base: options.base, signal })
  const branch = withoutOwn(whole, here.folder, options)
  // Before the long part, so that a broken policy is told at once.
  const policy = await loadDraftPolicy(options.policies, branch.root, environment)
  const rules = await loadRedaction(policy.redact, listKnownSecrets(environment.env))
  const redaction = hideHome(rules, here.home)
  const progress = createProgress(environment)
  const find: Find = {
    readers: options.readers,
    machine: { home: here.home, env: environment.env, platform: here.platform, roots: branch.worktrees },
    branch,
    git: git ?? noGit,
    aliases: await findAliases(branch.root, here.folder, environment.env.PWD),
    signal,
    progress,
  }
  const found = await findAll(find, options, here.folder, environment)
  const style = createStyle(hasErrorColor(environment))
  const [first = '', ...lines] = formatFound(found, branch, style, options.since === null)
  progress.say(first)
  await write(environment.stderr, escapeLines(lines.map((line) => `${line}\n`).join('')))
  const isFound = found.selected.length > 0
  if (!isFound || options.isList) {
    if (options.format === 'json') {
      await write(environment.stdout, formatJson(found, branch, null, redaction))
    } else if (options.update === '-') {
      // Whoever is at the other end of the pipe would else take an empty description for the new one.
      await write(environment.stdout, toShown(await readInput(environment), environment))
    }
    return isFound ? 0 : 1
  }
  const facts = await reduceSessions(found.selected, branch, find.git, { full: options.isFull })
  const draft = redactDraft(facts, policy.privacy, redaction)
  signal.throwIfAborted()
  const json = options.format === 'json' ? formatJson(found, branch, draft, redaction) : null
  await writeDraft(draft, json, options, { folder: here.folder, root: branch.root, signal }, environment)
  return 0
}

type Find = Omit<FindOptions, 'since'>

async function findAll(
  find: Find,
  options: DraftOptions,
  folder: string,
  { now }: Environment,
): Promise<FoundSessions> {
  const { branch } = find
  if (options.sessions.length > 0) {
    const evidence = await findCarried(find, options)
    return pickSessions(options.sessions, { ...find, folder, evidence })
  }
  const since = options.since === undefined ? findSince(branch, now()) : options.since
  // Git looks into the repository while files are read.
  const [carried, found] = await Promise.all([findCarried(find, options), findSessions({ ...find, since })])
  if (carried.length === 0) return found
  const selected = combineSelected([...found.selected, ...carried]).sort(compareSelected)
  return { ...found, selected, near: [] }
}

/** The sessions that the repository itself tells of. */
async function findCarried({ branch, git, readers }: Find, { hasTools }: DraftOptions): Promise<Selected[]> {
  const carried = await readEvidence(branch, git)
  return carried.filter(({ session }) => !hasTools || readers.some(({ id }) => id === session.toolId))
}

/** The description that is written here is no work of the branch: other branches' sessions wrote it too. */
function withoutOwn(branch: Branch, folder: string, { update, output }: DraftOptions): Branch {
  const own = [update, output].flatMap((path) =>
    path === null ? [] : [relative(branch.root, resolve(folder, path)).replaceAll(sep, '/')],
  )
  return { ...branch, files: branch.files.filter((file) => !own.includes(file)) }
}

function hasErrorColor({ stderr, env }: Environment): boolean {
  return stderr.isTTY === true && !env.NO_COLOR && env.TERM !== 'dumb'
}
