// The hooks of the agents that can stop a shell command with a reason: one entry in each one's own settings.

import { toLf } from '../edit/text-style.ts'
import { findHookAgents, type HookAgent, hookAgents } from '../hooks/hook-agents.ts'
import { joinPlans, type Plan, planChange, planNote } from '../plan.ts'
import type { Repository } from '../repository.ts'
import type { Target } from './target.ts'

export const hooksTarget: Target = {
  part: 'hooks',
  async install(repository, { hookAgents: named }) {
    const agents =
      named === null ? await findHookAgents(repository) : hookAgents.filter(({ id }) => named.includes(id))
    return joinPlans(await Promise.all(agents.map((agent) => planHook(repository, agent))))
  },
  async uninstall(repository) {
    return joinPlans(await Promise.all(hookAgents.map((agent) => planNoHook(repository, agent))))
  },
}

/** Whether any of the settings has our entry. */
export async function hasHooks(repository: Repository): Promise<boolean> {
  const { hasEntry } = await import('../edit/json-entry.ts')
  for (const agent of hookAgents) {
    const state = await repository.read(agent.path)
    if (state.kind === 'text' && hasEntry(state.text, agent)) return true
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
