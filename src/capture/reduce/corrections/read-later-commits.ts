// Files that a human changed after the AI's commit, as Git has them. Who it was is not copied.

import type { DraftCorrection } from '../../../core/draft/draft.ts'
import type { Branch, BranchCommit, Git } from '../../branch/branch.ts'
import { itemKey } from '../item-key.ts'
import { nameFew } from '../text/name-few.ts'
import { toOneLine } from '../text/one-line.ts'
import type { Order } from '../work/work.ts'
import { cutLines } from './cut-lines.ts'
import type { OwnWork } from './find-own-work.ts'
import { isFormatting } from './is-formatting.ts'
import { isGeneratedFile } from './is-generated-file.ts'
import { isMachineCommit } from './is-machine-commit.ts'
import { type FilePatch, readPatch } from './patch.ts'
import { readMessage } from './read-message.ts'

/** Paths on one command line. */
const mostPaths = 200
/** A change in more places than this is not shown, only named. */
const mostHunks = 3
const mends =
  /\b(?:fix\w*|correct\w*|repair\w*|handle\w*|guard\w*|forgot\w*|missing|missed|revert\w*|typo\w*|bug|wrong|instead)\b/i

/**
 * The commits after the AI's that change its lines, oldest first; one that only adds lines to its files counts when its
 * subject says that it mends something.
 */
export async function readLaterCommits(
  branch: Branch,
  own: OwnWork,
  git: Git,
): Promise<{ correction: DraftCorrection; order: Order }[]> {
  const found: { correction: DraftCorrection; order: Order }[] = []
  /** The lines that the AI wrote, by file. */
  const written = new Map<string, Set<string>>()
  const wanted = findTouchedAgain(branch, own)
  const keys = makeKeys(branch)
  for (const [index, commit] of branch.commits.entries()) {
    const files = commit.files.filter((file) => wanted.has(file))
    const part = own.get(commit.sha)
    const mayCorrect = part !== 'all' && written.size > 0 && !isMachineCommit(commit)
    if (files.length === 0 || (part === undefined && !mayCorrect)) continue
    const patches = await readCommit(commit, files, git)
    const isOwn = ({ path }: FilePatch) => part === 'all' || part?.has(path) === true
    for (const patch of patches.filter(isOwn)) addLines(written, patch)
    if (!mayCorrect) continue
    const others = patches.filter((patch) => !isOwn(patch) && written.has(patch.path))
    const correction = toCorrection(commit, others, written, keys[index] ?? '')
    if (correction)
      found.push({ correction, order: { time: commit.authoredAt ?? '\uffff', session: 0, event: index } })
  }
  return found
}

/** Rebasing and amending keep the time of writing, and so the keys. */
function makeKeys({ commits }: Branch): string[] {
  const times = new Map<string, number>()
  return commits.map(({ sha, authoredAt }) => {
    const time = authoredAt ?? sha
    const position = times.get(time) ?? 0
    times.set(time, position + 1)
    return itemKey('commit', time, position)
  })
}

/** Files of the AI's commits that another commit after them changes too. */
function findTouchedAgain(branch: Branch, own: OwnWork): Set<string> {
  const touched = new Set<string>()
  const again = new Set<string>()
  for (const { sha, files } of branch.commits) {
    const part = own.get(sha)
    for (const file of files) {
      if (isGeneratedFile(file)) continue
      if (part === 'all' || part?.has(file)) touched.add(file)
      else if (touched.has(file)) again.add(file)
    }
  }
  return again
}

async function readCommit({ sha }: BranchCommit, files: readonly string[], git: Git): Promise<FilePatch[]> {
  const paths = files.slice(0, mostPaths).map((file) => `:(top,literal)${file}`)
  const options = [
    '--format=%P',
    '--unified=0',
    '--no-color',
    '--no-ext-diff',
    '--no-textconv',
    '--no-renames',
  ]
  const prefixes = ['--src-prefix=a/', '--dst-prefix=b/']
  const shown = await git([
    '-c',
    'core.quotePath=false',
    'show',
    ...options,
    ...prefixes,
    sha,
    '--',
    ...paths,
  ])
  if (shown === null) return []
  const parents = shown.slice(0, shown.indexOf('\n')).trim().split(' ')
  return parents.length > 1 ? [] : readPatch(shown)
}

function addLines(written: Map<string, Set<string>>, { path, hunks }: FilePatch): void {
  const lines = written.get(path) ?? new Set<string>()
  for (const line of hunks.flatMap(({ added }) => added)) if (isTelling(line)) lines.add(line.trim())
  written.set(path, lines)
}

/** Brackets and the like stand in every file. */
function isTelling(line: string): boolean {
  return /[\p{L}\p{N}]\W*[\p{L}\p{N}]/u.test(line)
}

function toCorrection(
  { message }: BranchCommit,
  patches: readonly FilePatch[],
  written: ReadonlyMap<string, ReadonlySet<string>>,
  key: string,
): DraftCorrection | null {
  const { what, reason } = readMessage(message)
  const changed = patches
    .filter((patch) => !isFormatting(patch))
    .map((patch) => ({ patch, lines: countCorrected(patch, written.get(patch.path)) }))
    .filter(({ lines }) => lines > 0 || mends.test(what))
    .sort((a, b) => b.lines - a.lines)
  const [first, ...others] = changed
  if (!first || what === '') return null
  const { path, hunks } = first.patch
  const isSmall = hunks.length <= mostHunks
  const also =
    others.length === 0
      ? ''
      : ` (also in ${nameFew(
          others.map(({ patch }) => patch.path),
          2,
          'file',
        )})`
  return {
    key,
    what: toOneLine(`${what}${also}`),
    reason,
    path: toOneLine(path),
    before: isSmall ? cutLines(join(hunks.map(({ removed }) => removed))) : null,
    after: isSmall ? cutLines(join(hunks.map(({ added }) => added))) : null,
  }
}

/** How many of the AI's lines a patch takes out. */
function countCorrected({ hunks }: FilePatch, written: ReadonlySet<string> | undefined): number {
  if (!written) return 0
  return hunks.flatMap(({ removed }) => removed).filter((line) => written.has(line.trim())).length
}

function join(places: readonly string[][]): string[] {
  const filled = places.filter((lines) => lines.length > 0)
  return filled.flatMap((lines, index) => (index === 0 ? lines : ['…', ...lines]))
}
