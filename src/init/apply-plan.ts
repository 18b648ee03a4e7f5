// Writes a plan. Every new text is first written beside its file; only when all of that went well is anything renamed,
// so that what fails, fails before the repository has changed.

import { mkdir, readFile, rename, rm, rmdir, stat, unlink } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { UsageError } from '../report/usage-error.ts'
import { explainWriteError } from '../runtime/explain-write-error.ts'
import { stageFile } from '../runtime/stage-file.ts'
import type { Change, Plan } from './plan.ts'

interface Staged {
  change: Change
  /** The file with the new text, or null when the change removes one. */
  temporary: string | null
}

/** Writes `changes` below `root`. Throws a UsageError that says what was written when it fails on the way. */
export async function applyPlan(root: string, { changes }: Pick<Plan, 'changes'>): Promise<void> {
  const staged = await stageAll(root, changes)
  const done: string[] = []
  for (const { change, temporary } of staged) {
    const file = join(root, change.path)
    try {
      if (temporary !== null) await rename(temporary, file)
      else {
        await unlink(file)
        await removeEmpty(root, dirname(change.path))
      }
    } catch (error) {
      await discard(staged)
      const written = done.length === 0 ? 'Nothing was written' : `Already written: ${done.join(', ')}`
      throw new UsageError(
        `${describe(change, error)}. ${written}; run the same command again once that is mended.`,
        { cause: error },
      )
    }
    done.push(change.path)
  }
}

async function stageAll(root: string, changes: readonly Change[]): Promise<Staged[]> {
  const staged: Staged[] = []
  const folders: string[] = []
  for (const change of changes) {
    try {
      await assertWritable(root, change)
      staged.push({ change, temporary: await stage(root, change, folders) })
    } catch (error) {
      await discard(staged)
      for (const folder of folders.reverse()) await rmdir(folder).catch(() => {})
      if (error instanceof UsageError) throw error
      throw new UsageError(`${describe(change, error)}. Nothing was written.`, { cause: error })
    }
  }
  return staged
}

async function discard(staged: readonly Staged[]): Promise<void> {
  for (const { temporary } of staged) if (temporary !== null) await rm(temporary, { force: true })
}

/** Also that nobody changed the file since the plan was made. */
async function assertWritable(root: string, { path, before }: Change): Promise<void> {
  const file = join(root, path)
  const text = await readFile(file, 'utf8').catch(() => null)
  if (text !== before) {
    throw new UsageError(`\`${path}\` changed while it was read. Nothing was written; run the command again.`)
  }
  // A rename would replace a read-only file all the same.
  if (before !== null && ((await stat(file)).mode & 0o222) === 0) {
    throw new UsageError(
      `\`${path}\` is read-only. Nothing was written; allow writing and run the command again.`,
    )
  }
}

/** Writes the new text beside the file; `made` gets the folders that this takes. */
async function stage(
  root: string,
  { path, after, isExecutable }: Change,
  made: string[],
): Promise<string | null> {
  if (after === null) return null
  const file = join(root, path)
  const first = await mkdir(dirname(file), { recursive: true })
  if (first !== undefined) for (const folder of between(first, dirname(file))) made.push(folder)
  return stageFile(file, after, isExecutable ? 0o777 : 0o666)
}

/** The folders from `first` down to `last`. */
function between(first: string, last: string): string[] {
  return last === first || dirname(last) === last ? [last] : [...between(first, dirname(last)), last]
}

async function removeEmpty(root: string, folder: string): Promise<void> {
  if (folder === '.') return
  try {
    await rmdir(join(root, folder))
  } catch {
    return
  }
  await removeEmpty(root, dirname(folder))
}

function describe({ path }: Change, error: unknown): string {
  return `Cannot write \`${path}\`: ${explainWriteError(error)}`
}
