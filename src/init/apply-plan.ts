// Writes a plan. Every new text is first written beside its file; only when all of that went well is anything renamed,
// so that what fails, fails before the repository has changed.

import { randomBytes } from 'node:crypto'
import { mkdir, readFile, rename, rm, rmdir, stat, unlink, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { UsageError } from '../report/usage-error.ts'
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
  try {
    for (const { change, temporary } of staged) {
      const file = join(root, change.path)
      if (temporary !== null) await rename(temporary, file)
      else {
        await unlink(file)
        await removeEmpty(root, dirname(change.path))
      }
      done.push(change.path)
    }
  } catch (error) {
    await discard(staged)
    const written = done.length === 0 ? 'Nothing was written' : `Already written: ${done.join(', ')}`
    throw new UsageError(`${describe(error)}. ${written}; run the same command again once that is mended.`)
  }
}

async function stageAll(root: string, changes: readonly Change[]): Promise<Staged[]> {
  const staged: Staged[] = []
  const folders: string[] = []
  try {
    for (const change of changes) {
      await assertWritable(root, change)
      staged.push({ change, temporary: await stage(root, change, folders) })
    }
    return staged
  } catch (error) {
    await discard(staged)
    for (const folder of folders.reverse()) await rmdir(folder).catch(() => {})
    throw error instanceof UsageError ? error : new UsageError(`${describe(error)}. Nothing was written.`)
  }
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
async function stage(root: string, { path, after, before }: Change, made: string[]): Promise<string | null> {
  if (after === null) return null
  const file = join(root, path)
  const first = await mkdir(dirname(file), { recursive: true })
  if (first !== undefined) for (const folder of between(first, dirname(file))) made.push(folder)
  const temporary = join(dirname(file), `.ai-worklog-${randomBytes(6).toString('hex')}.tmp`)
  const mode = before === null ? 0o666 : (await stat(file)).mode
  try {
    await writeFile(temporary, after, { flag: 'wx', mode })
  } catch (error) {
    await rm(temporary, { force: true })
    throw error
  }
  return temporary
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

/** A failure of the system, with its path from the root. */
function describe(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const code = 'code' in error ? error.code : null
  const path = 'path' in error && typeof error.path === 'string' ? ` \`${error.path}\`` : ''
  if (code === 'EACCES' || code === 'EPERM') return `Cannot write${path}: permission denied`
  if (code === 'EROFS') return `Cannot write${path}: the file system is read-only`
  if (code === 'ENOSPC') return `Cannot write${path}: no space is left`
  return `Cannot write${path}: ${error.message}`
}
