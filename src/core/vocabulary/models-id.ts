// Turns the parts of a model's name into its one id, in the style of the vendor's API, without dates and modes.

import type { ModelFamily } from './models.ts'

const noise =
  /^(?:preview|exp|experimental|latest|beta|free|thinking|reasoning|high|xhigh|low|medium|minimal|default|extended|context|auto|1m|\d{3}|\d{4,8})$/

/** The id of a family and the lower-case parts that followed it; null when nothing tells the model. */
export function canonicalModelId(family: ModelFamily, parts: readonly string[]): string | null {
  const kept = dropNoise(parts, family)
  if (family.id === 'claude') return claudeId(kept)
  const joined = joinNumbers(kept).map((part) => normaliseVersion(part, family))
  if (family.versionFirst) moveVersionFirst(joined)
  if (family.keepsStart) return joined.join('-') || null
  if (joined.length === 0) return null
  return `${family.id}${family.joined && /^\d/.test(joined[0] ?? '') ? '' : '-'}${joined.join('-')}`
}

/** Drops modes, efforts and dates; numbers after a date or `preview` belong to it. */
function dropNoise(parts: readonly string[], family: ModelFamily): string[] {
  const kept: string[] = []
  let afterDate = false
  for (const part of parts) {
    const keeps = family.keeps?.includes(part) || (part === 'medium' && family.variants.includes(part))
    if (!keeps && noise.test(part)) afterDate ||= /\d{4}|preview|exp/.test(part)
    else if (!(afterDate && /^v?\d{1,2}$/.test(part))) kept.push(part)
  }
  return kept
}

/** Anthropic writes `claude-3-5-sonnet` up to version 3 and `claude-opus-4-6` from 4 on. */
function claudeId(parts: readonly string[]): string | null {
  const tier = parts.find((part) => /^[a-z]+$/.test(part))
  const numbers = parts
    .filter((part) => /^v?\d/.test(part))
    .flatMap((part) => part.replace(/^v/, '').split('.'))
    .filter((part) => /^\d{1,2}$/.test(part))
    .slice(0, 2)
  if (numbers[1] === '0' && numbers[0] !== '2') numbers.pop()
  if (numbers.length === 0) return tier ? `claude-${tier}` : null
  const version = numbers.join('-')
  if (!tier) return `claude-${version}`
  return Number(numbers[0]) <= 3 ? `claude-${version}-${tier}` : `claude-${tier}-${version}`
}

/** `gpt-5-3-codex` is `gpt-5.3-codex`: two small numbers in a row are one version. */
function joinNumbers(parts: readonly string[]): string[] {
  const joined: string[] = []
  for (const part of parts) {
    const last = joined.at(-1)
    if (last && /^[a-z]?\d{1,2}$/.test(last) && /^\d$/.test(part))
      joined[joined.length - 1] = `${last}.${part}`
    else joined.push(part)
  }
  return joined
}

function normaliseVersion(part: string, family: ModelFamily): string {
  const letter = family.versionLetter
  if (letter && /^\d{1,2}(?:\.\d)?$/.test(part)) return letter + part
  if (letter !== 'v' && /^v\d/.test(part)) return part.slice(1)
  return part
}

function moveVersionFirst(parts: string[]): void {
  const index = parts.findIndex((part) => /^\d{1,2}(?:\.\d+)?o?$/.test(part))
  const [version] = index > 0 ? parts.splice(index, 1) : []
  if (version) parts.unshift(version)
}
