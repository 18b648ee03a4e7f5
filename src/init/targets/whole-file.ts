// A file that is ours as a whole: made when it is missing, and kept up to date until somebody edits it. From then on it
// is the repository's own.

import { digest } from '../edit/digest.ts'
import { isAsStamped } from '../edit/stamp.ts'
import { readNewline, withNewline } from '../edit/text-style.ts'
import { type Part, type Plan, planChange, planNote, upToDate } from '../plan.ts'
import type { Repository } from '../repository.ts'

export interface WholeFile {
  part: Part
  path: string
  /** The text with its stamp, given the one that is there (null for none). */
  write(before: string | null): string
  /** What the stamp of a text is of, where a person may choose a part of it. Default: the text. */
  settle?(text: string): string
  /** Why a file that is not ours, or was edited, is not what it should be; null when it is. Default null. */
  refuse?(text: string): Promise<string | null>
}

/** The plan that makes `file`, or brings it up to date. */
export async function planFile(repository: Repository, file: WholeFile): Promise<Plan> {
  const { part, path } = file
  const state = await repository.read(path)
  if (state.kind === 'unusable') return planNote(part, path, 'blocked', state.reason)
  if (state.kind === 'missing') return planChange(part, path, null, file.write(null))
  if (isOurs(file, state.text)) {
    const text = file.write(state.text)
    if (digest(state.text) === digest(text)) return planNote(part, path, 'kept', upToDate)
    return planChange(part, path, state.text, withNewline(text, readNewline(state.text)))
  }
  const reason = (await file.refuse?.(state.text)) ?? null
  return reason === null
    ? planNote(part, path, 'kept', 'is there already')
    : planNote(part, path, 'blocked', reason)
}

/** The plan that removes `file` unless somebody edited it. */
export async function planNoFile(repository: Repository, file: WholeFile, force: boolean): Promise<Plan> {
  const { part, path } = file
  const state = await repository.read(path)
  if (state.kind !== 'text') return { changes: [], notes: [] }
  if (!force && !isOurs(file, state.text)) return planNote(part, path, 'left', edited)
  return planChange(part, path, state.text, null)
}

function isOurs({ settle = (text) => text }: WholeFile, text: string): boolean {
  return isAsStamped(settle(text))
}

const edited = 'is not of `init`, or somebody edited it, so it is left alone (`--force` removes it)'
