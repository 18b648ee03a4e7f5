// What still counts in a policy file with problems: a repository that enforces must not stop for a typo.

import * as v from 'valibot'
import { isMap, isScalar, type ParsedNode } from 'yaml'
import type { Mode } from './policy.ts'
import { type PolicyFile, policySchema } from './policy-schema.ts'

/** `mode` and `extends`, as far as they are valid. */
export function salvagePolicyFile(contents: ParsedNode): PolicyFile {
  const { mode: modeSchema, extends: extendsSchema } = policySchema.entries
  // Strictest first, should the mode be given twice.
  const modes: Mode[] = modeSchema.wrapped.options.toReversed()
  const written = readScalars(contents, 'mode')
  const mode = modes.find((known) => written.includes(known))
  const start = readScalars(contents, 'extends').find((value) => v.is(extendsSchema.wrapped, value))
  return {
    ...(mode === undefined ? {} : { mode }),
    ...(start === undefined ? {} : { extends: start }),
  }
}

function readScalars(contents: ParsedNode, name: string): string[] {
  if (!isMap(contents)) return []
  return contents.items.flatMap(({ key, value }) =>
    isScalar(key) && key.value === name && isScalar(value) && typeof value.value === 'string'
      ? [value.value]
      : [],
  )
}
