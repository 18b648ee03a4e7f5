// A hook that is a file of its own. One that is not ours is never touched, not by force either.

import { hasStamp, isAsStamped } from '../edit/stamp.ts'
import { toLf } from '../edit/text-style.ts'
import { createHookText, type HookFile } from '../hooks/hook-files.ts'
import { type Plan, planChange, planNote } from '../plan.ts'
import type { Repository } from '../repository.ts'

/** The plan that makes the file, or brings it up to date. */
export async function planHookFile(repository: Repository, hook: HookFile, force: boolean): Promise<Plan> {
  const state = await repository.read(hook.path)
  if (state.kind === 'unusable') return planNote('hooks', hook.path, 'blocked', state.reason)
  const text = createHookText(hook)
  if (state.kind === 'missing') return planChange('hooks', hook.path, null, text, hook.isExecutable)
  if (!hasStamp(state.text)) return planNote('hooks', hook.path, 'left', other)
  if (!isAsStamped(state.text) && !force) return planNote('hooks', hook.path, 'left', edited)
  const isSame = toLf(state.text) === text
  return planChange('hooks', state.path, state.text, isSame ? state.text : text, hook.isExecutable)
}

/** The plan that removes the file. */
export async function planNoHookFile(repository: Repository, hook: HookFile, force: boolean): Promise<Plan> {
  const state = await repository.read(hook.path)
  if (state.kind !== 'text' || !hasStamp(state.text)) return { changes: [], notes: [] }
  if (!isAsStamped(state.text) && !force) return planNote('hooks', hook.path, 'left', edited)
  return planChange('hooks', state.path, state.text, null, hook.isExecutable)
}

const edited = 'somebody edited our hook, so it is left alone (`--force` overwrites or removes it)'
const other = 'is a hook of your own, so call `ai-worklog hook` from it (see docs/init.md)'
