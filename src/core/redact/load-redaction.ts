// Loads what a policy's own patterns need, when there are any.

import type { OwnPatterns } from './compile-patterns.ts'
import { noRedaction, type Redaction, withKnown } from './redaction.ts'

/** What `own` adds to the rules, and `known` values such as our own token. */
export async function loadRedaction(own: OwnPatterns, known: readonly string[] = []): Promise<Redaction> {
  const redaction = withKnown(noRedaction, known)
  if (own.patterns.length === 0 && own.allow.length === 0) return redaction
  const { compilePatterns } = await import('./compile-patterns.ts')
  return compilePatterns(own, redaction)
}

/** Checks a pattern: undefined when none of `texts`, policy files, can hold one. */
export async function loadPatternCheck(
  texts: readonly string[],
): Promise<((pattern: string) => string | null) | undefined> {
  if (!texts.some((text) => text.includes('redact'))) return undefined
  const { checkPattern } = await import('./compile-patterns.ts')
  return checkPattern
}
