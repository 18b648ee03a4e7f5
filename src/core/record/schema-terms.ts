// The small words the record schema is written in.

import * as v from 'valibot'

/** Attaches the description that JSON Schema and docs/format.md print. */
export function about<T extends v.GenericSchema>(schema: T, description: string) {
  return v.pipe(schema, v.description(description))
}

/** A value that may be null: not said, or not known. */
export function nullable<T extends v.GenericSchema>(schema: T) {
  return v.nullable(schema)
}

/** A whole number from 0. */
export const count = v.pipe(v.number(), v.integer(), v.minValue(0))

/** A whole number from 1. */
export const ordinal = v.pipe(v.number(), v.integer(), v.minValue(1))
