// Mappings of the policy: their keys are fixed, every one is optional and documented.

import * as v from 'valibot'
import { expectMapping } from './expect-value.ts'

/** A mapping with these keys; others are refused. */
export function mapping<T extends v.ObjectEntries>(entries: T) {
  return v.strictObject(entries, expectMapping(Object.keys(entries)))
}

/** An optional key: its schema, and what the JSON Schema and docs/policy.md say of it. */
export function documented<T extends v.GenericSchema>(
  schema: T,
  title: string,
  description: string,
  ...examples: v.InferInput<T>[]
) {
  return v.exactOptional(
    v.pipe(
      schema,
      v.title(title),
      v.description(description),
      v.examples<v.InferOutput<T>, unknown[]>(examples),
    ),
  )
}
