// A policy's own patterns. Loads an engine that takes linear time whatever the pattern, so import it only when there are
// any.

import { RE2JS } from 're2js'
import type { Span } from '../document/block.ts'
import type { Redaction } from './redaction.ts'

/** A repository's own patterns, in the syntax of RE2 (https://github.com/google/re2/wiki/Syntax). */
export interface OwnPatterns {
  /** What has to go. */
  patterns: readonly string[]
  /** What stays; the whole value must match. */
  allow: readonly string[]
}

/** In instructions of the compiled pattern. The time a search takes grows with it. */
const mostInstructions = 1000

/** What is wrong with a pattern, as the end of a sentence; null when nothing is. */
export function checkPattern(pattern: string): string | null {
  try {
    const compiled = RE2JS.compile(pattern)
    return compiled.programSize() > mostInstructions ? 'it is too large, repeat less' : null
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    return reason.replace(/^error parsing regexp: /, '').replace(/: `[\s\S]*$/, '')
  }
}

/** `redaction` and what `own` adds, all of which `checkPattern` has passed. */
export function compilePatterns({ patterns, allow }: OwnPatterns, redaction: Redaction): Redaction {
  const allowed = allow.map((pattern) => RE2JS.compile(pattern))
  return {
    ...redaction,
    patterns: patterns.map((pattern) => {
      const compiled = RE2JS.compile(pattern)
      return { id: 'custom', find: (text) => findAll(compiled, text) }
    }),
    isAllowed: (value) => allowed.some((pattern) => pattern.matches(value)),
  }
}

function findAll(pattern: RE2JS, text: string): Span[] {
  const matcher = pattern.matcher(text)
  const spans: Span[] = []
  while (matcher.find()) {
    // Nothing is no secret.
    if (matcher.end() > matcher.start()) spans.push({ start: matcher.start(), end: matcher.end() })
  }
  return spans
}
