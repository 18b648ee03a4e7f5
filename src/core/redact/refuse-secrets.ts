// The last look at what is about to be written: as a file, not as the values it was made from. A policy's own patterns
// may match the names of fields, so they are left out here.

import { findSpans } from './find-spans.ts'
import { markRedacted, type Redacted } from './redacted.ts'
import { noRedaction, type Redaction } from './redaction.ts'
import { keyRules } from './rules/keys.ts'
import { privateKeyRules } from './rules/private-keys.ts'

const definite = [...privateKeyRules, ...keyRules]

/** `text` itself. Throws when it holds a key that needs no context to be known, or a known value. */
export function refuseSecrets(text: string, redaction: Redaction = noRedaction): Redacted<string> {
  const [found] = findSpans(text, definite, { ...redaction, patterns: [] })
  if (!found) return markRedacted(text)
  throw new RedactionError(found.rule)
}

/** A secret was found where none can be any more. */
export class RedactionError extends Error {
  override name = 'RedactionError'

  constructor(rule: string) {
    super(
      `The record still holds a secret after redaction (${rule}), so nothing is written. Please report it`,
    )
  }
}
