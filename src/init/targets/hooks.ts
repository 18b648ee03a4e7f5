// The hooks of the agents that can stop a shell command with a reason: one entry in each one's own settings, or a file.

import { hasStamp } from '../edit/stamp.ts'
import { toLf } from '../edit/text-style.ts'
import { findHooks, type HookAgent, hooks } from '../hooks/hook-agents.ts'
import { joinPlans, type Plan, planChange, planNote } from '../plan.ts'
import type { Repository } from '../repository.ts'
import { planHookFile, planNoHookFile } from './hook-file.ts'
import type { Target } from './target.ts'

export const hooksTarget: Target = {
  part: 'hooks',
  async install(repository, { hookAgents: named, force }) {
    const wanted = named === null ? await findHooks(repository) : hooks.filter(({ id }) => named.includes(id))
    const plans = wanted.map((hook) =>
      'list' in hook ? planHook(repository, hook) : planHookFile(repository, hook, force),
    )
    return joinPlans(await Promise.all(plans))
  },
  async uninstall(repository, { force }) {
    const plans = hooks.map((hook) =>
      'list' in hook ? planNoHook(repository, hook) : planNoHookFile(repository, hook, force),
    )
    return joinPlans(await Promise.all(plans))
  },
}

/** Whether any of the settings has our entry, or a file is ours. */
export async function hasHooks(repository: Repository): Promise<boolean> {
  const { hasEntry } = await import('../edit/json-entry.ts')
  for (const hook of hooks) {
    const state = await repository.read(hook.path)
    if (state.kind !== 'text') continue
    if ('list' in hook ? hasEntry(state.text, hook) : hasStamp(state.text)) return true
  }
  return false
}

async function planHook(repository: Repository, agent: HookAgent): Promise<Plan> {
  const { createSettings, putEntry } = await import('../edit/json-entry.ts')
  const state = await repository.read(agent.path)
  if (state.kind === 'unusable') return planNote('hooks', agent.path, 'blocked', state.reason)
  if (state.kind === 'missing') return planChange('hooks', agent.path, null, createSettings(agent))
  const text = putEntry(state.text, agent)
  if (text === null) return planNote('hooks', agent.path, 'blocked', unreadable)
  return planChange('hooks', state.path, state.text, text)
}

async function planNoHook(repository: Repository, agent: HookAgent): Promise<Plan> {
  const { createSettings, dropEntry, hasEntry, putEntry } = await import('../edit/json-entry.ts')
  const state = await repository.read(agent.path)
  if (state.kind !== 'text' || !hasEntry(state.text, agent)) return { changes: [], notes: [] }
  const text = dropEntry(state.text, agent)
  if (text === null) return planNote('hooks', agent.path, 'blocked', unreadable)
  // Also with the entry of an older version.
  const isOurs = toLf(putEntry(state.text, agent) ?? '') === createSettings(agent)
  return planChange('hooks', state.path, state.text, isOurs ? null : text)
}

const unreadable = 'is not the JSON of settings with hooks, so add the hook by hand (see docs/init.md)'
