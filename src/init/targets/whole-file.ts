// A file that is ours as a whole: made when it is missing, from then on the repository's own.

import { toLf } from '../edit/text-style.ts'
import { type Part, type Plan, planChange, planNote } from '../plan.ts'
import type { Repository } from '../repository.ts'

/** The plan that makes `path` with `text` when it is missing. */
export async function planFile(
  repository: Repository,
  part: Part,
  path: string,
  text: string,
): Promise<Plan> {
  const state = await repository.read(path)
  if (state.kind === 'unusable') return planNote(part, path, 'left', state.reason)
  if (state.kind === 'missing') return planChange(part, path, null, text)
  return planNote(part, path, 'kept', 'is there already')
}

/** The plan that removes `path` when it has one of `texts`. */
export async function planNoFile(
  repository: Repository,
  part: Part,
  path: string,
  texts: readonly string[],
  force: boolean,
): Promise<Plan> {
  const state = await repository.read(path)
  if (state.kind !== 'text') return { changes: [], notes: [] }
  if (!force && !texts.includes(toLf(state.text))) {
    return planNote(part, path, 'left', 'somebody edited it, so it is left alone (`--force` removes it)')
  }
  return planChange(part, path, state.text, null)
}
