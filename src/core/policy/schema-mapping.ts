// A mapping of the policy: its keys are fixed and every one is optional.

import * as v from 'valibot'
import { expectMapping } from './expect-value.ts'

/** A mapping with these keys; others are refused. */
export function mapping<T extends v.ObjectEntries>(entries: T) {
  return v.strictObject(entries, expectMapping(Object.keys(entries)))
}
