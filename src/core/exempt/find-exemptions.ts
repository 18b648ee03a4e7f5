// The decision: which of a policy's exemptions a pull request falls under. Pure; what is not known exempts nobody.

import type { PullRequest } from '../pull-request.ts'
import type { WorklogRecord } from '../record/schema.ts'
import type { ExemptFacts } from './exempt-facts.ts'
import { type ExemptPolicy, permissions } from './exempt-policy.ts'
import { matchBot } from './match-bot.ts'
import { matchPaths, matchSize } from './match-changes.ts'
import { createGlob } from './match-glob.ts'

/** One reason, as the record has it. */
export type Exemption = WorklogRecord['policy']['exemptions'][number]

/** All that apply, in the order of the policy's keys; `override` is one, though it only softens the verdict. */
export function findExemptions(
  pullRequest: PullRequest,
  exempt: ExemptPolicy,
  facts: ExemptFacts,
): Exemption[] {
  const { author, authorAssociation: association, labels } = pullRequest
  const login = author?.login ?? null
  const { permission } = facts
  const found: [Exemption['kind'], string | null | undefined][] = [
    ['bot', matchBot(pullRequest, exempt.bots)],
    ['author', login !== null && includesName(exempt.authors, login) ? login : null],
    ['association', exempt.associations.find((each) => each === association)],
    ['permission', permission !== null && suffices(permission, exempt.permission) ? permission : null],
    ['team', exempt.teams.find((team) => includesName(facts.teams, team))],
    ['label', exempt.labels.find((label) => includesName(labels, label))],
    ['branch', isOwnBranch(pullRequest) ? matchBranch(pullRequest.headRef, exempt.branches) : null],
    ['path', matchPaths(pullRequest, exempt.paths)?.join(', ')],
    ['size', matchSize(pullRequest, exempt.size)],
    ['before', matchBefore(pullRequest, exempt.before)],
  ]
  const exemptions = found.flatMap(([kind, value]): Exemption[] =>
    value === null || value === undefined ? [] : [{ kind, value, by: null }],
  )
  if (exempt.drafts && pullRequest.draft === true) exemptions.push({ kind: 'draft', value: null, by: null })
  if (facts.override !== null && hasOverride(pullRequest, exempt)) {
    exemptions.push({ kind: 'override', value: exempt.override || null, by: facts.override.by })
  }
  return exemptions
}

/** Whether one of them is more than an override: then the policy asks for nothing. */
export function isExempt(exemptions: readonly Exemption[]): boolean {
  return exemptions.some(({ kind }) => kind !== 'override')
}

/** Whether the policy's override label is set, whoever set it. */
export function hasOverride({ labels }: PullRequest, { override }: ExemptPolicy): boolean {
  return override !== false && includesName(labels, override)
}

/** GitHub compares logins, teams and labels without case. */
function includesName(names: readonly string[], name: string): boolean {
  return names.some((each) => each.toLowerCase() === name.toLowerCase())
}

function suffices(permission: (typeof permissions)[number], least: ExemptPolicy['permission']): boolean {
  return least !== 'none' && permissions.indexOf(permission) >= permissions.indexOf(least)
}

/** Whoever forks a repository names its branches; a fork that was deleted has no id. */
function isOwnBranch({ headRepositoryId, repositoryId }: PullRequest): boolean {
  return headRepositoryId !== null && headRepositoryId === repositoryId
}

function matchBranch(headRef: string | null, globs: readonly string[]): string | undefined {
  return headRef === null ? undefined : globs.find((glob) => createGlob(glob)(headRef))
}

function matchBefore({ createdAt, number }: PullRequest, before: ExemptPolicy['before']): string | null {
  const { date } = before
  // Both are ISO 8601 in UTC, which sorts as text.
  if (date !== undefined && createdAt !== null && createdAt < date) return date
  const isLower = before.number !== undefined && number !== null && number < before.number
  return isLower ? `#${before.number}` : null
}
