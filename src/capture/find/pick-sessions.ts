// The sessions that a person names: a file, or an id or its start.

import { stat } from 'node:fs/promises'
import { resolve } from 'node:path'
import { redactSecrets } from '../../core/redact/redact-text.ts'
import { UsageError } from '../../report/usage-error.ts'
import { createBranchPaths } from '../paths/branch-paths.ts'
import type { Session } from '../session/session.ts'
import { BestSelected, tellMost } from './best-selected.ts'
import { createByteSearch } from './byte-search.ts'
import { type FoundFile, findFiles } from './find-files.ts'
import { type FindOptions, type FoundSessions, mostSelected } from './find-sessions.ts'
import { createFormerCommits } from './former-commits.ts'
import { rankSession } from './rank-session.ts'
import { ReadProblems, readFound } from './read-found.ts'
import { recognizeFile } from './recognize-file.ts'
import { mayHold } from './search-file.ts'
import type { Selected } from './selected.ts'
import { describeSystemError } from './walk-root.ts'

/** Shorter starts of an id name too many. */
const leastStart = 6

export interface PickOptions extends Omit<FindOptions, 'since'> {
  /** Relative paths are from here. */
  folder: string
  /** Sessions of the repository itself, which may be named too. */
  evidence: readonly Selected[]
}

/** The sessions that `names` name, best first. Throws a {@link UsageError} for a name that is none or several. */
export async function pickSessions(names: readonly string[], options: PickOptions): Promise<FoundSessions> {
  const { branch, git, signal, aliases } = options
  const problems = new ReadProblems()
  const notices: string[] = []
  const paths = createBranchPaths(branch, aliases)
  const formerCommits = createFormerCommits(git)
  const picked = new BestSelected(mostSelected)
  let all: FoundFile[] | null = null
  for (const name of names) {
    const file = await findNamedFile(name, options)
    if (file === null && all === null) {
      const found = await findFiles(options.readers, options.machine, { signal, since: null })
      all = found.files
      notices.push(...found.notices)
    }
    const known = options.evidence.filter(({ session }) => isNamed(session, name))
    const sessions =
      file === null
        ? await findById(name, all ?? [], known, problems, options)
        : readAll(file, problems, options)
    for (const one of known) picked.add(one)
    for await (const session of sessions) {
      picked.add(await rankSession(session, branch, paths, formerCommits))
    }
  }
  const selected = picked.list()
  notices.push(...problems.list())
  if (picked.isCut) notices.push(tellMost(selected.length, 'that are named'))
  return { selected, near: [], notices, files: all?.length ?? 0 }
}

/** The file or folder at `name` with its reader; null when there is none there. */
async function findNamedFile(name: string, { folder, readers }: PickOptions): Promise<FoundFile | null> {
  const path = resolve(folder, name)
  const found = await stat(path).catch(() => null)
  if (found === null) {
    if (!/[\\/]|\.(?:jsonl?|md|db|txt)$/i.test(name)) return null
    throw new UsageError(`Cannot read \`${name}\`: there is no such file`)
  }
  if (!found.isFile() && !found.isDirectory()) throw new UsageError(`Cannot read \`${name}\`: it is no file`)
  const one = await recognizeFile(path, readers).catch((error: unknown) => {
    throw new UsageError(`Cannot read \`${name}\`: ${describeSystemError(error)}`, { cause: error })
  })
  if (one) return one
  const known = readers.map((reader) => reader.name).join(', ')
  throw new UsageError(`\`${name}\` is of no known format; expected a session of ${known}`)
}

/** All of a file that was named; it is a mistake to name one that holds none. */
async function* readAll(
  one: FoundFile,
  problems: ReadProblems,
  { signal }: PickOptions,
): AsyncGenerator<Session> {
  let isEmpty = true
  for await (const session of readFound(one, signal, problems)) {
    isEmpty = false
    yield session
  }
  if (!isEmpty) return
  const [problem] = problems.list()
  throw new UsageError(problem ?? `\`${one.file.path}\` holds no session of ${one.reader.name}`)
}

/** Files whose name has the id are read first; the others only when none is it. */
async function findById(
  name: string,
  files: readonly FoundFile[],
  known: readonly Selected[],
  problems: ReadProblems,
  { signal, progress }: PickOptions,
): Promise<Session[]> {
  const search = Buffer.byteLength(name) < 2 ? null : createByteSearch([Buffer.from(name)])
  const isInName = ({ file }: FoundFile) => file.path.includes(name)
  const found: Session[] = []
  // Files of which nothing could be read may be the one, such as a database on a Node without SQLite.
  const unread = new Set<string>()
  const read = async (one: FoundFile) => {
    for await (const session of readFound(one, signal, problems)) {
      if (isNamed(session, name)) found.push(session)
      const [problem] = session.events.length === 0 ? session.problems : []
      if (problem) unread.add(`${one.file.path} (${problem.reason})`)
    }
  }
  for (const one of files.filter(isInName)) await read(one)
  if (found.length === 0 && known.length === 0) {
    for (const [index, one] of files.entries()) {
      progress.step('Looking for the session', index, files.length)
      const mayBe = search === null || (await mayHold(one.file.path, search, signal).catch(() => false))
      if (!isInName(one) && mayBe) await read(one)
    }
  }
  const exact = found.filter(({ id }) => id === name)
  const chosen = exact.length > 0 ? exact : found
  const ids = new Set([...chosen, ...known.map(({ session }) => session)].map(({ id }) => id))
  if (ids.size === 0) {
    const rest = unread.size === 0 ? '' : `. Nothing could be read of ${[...unread].slice(0, 3).join(', ')}`
    throw new UsageError(
      `No session \`${name}\` was found; list those of this branch with \`ai-worklog draft --list --all\`, or name its file${rest}`,
    )
  }
  if (ids.size > 1) {
    const some = [...ids].sort().slice(0, 5)
    throw new UsageError(
      `\`--session ${name}\` names several sessions: ${some.map((id) => `\`${redactSecrets(id)}\``).join(', ')}`,
    )
  }
  return chosen
}

function isNamed({ id }: Session, name: string): boolean {
  return id === name || (name.length >= leastStart && id.startsWith(name))
}
