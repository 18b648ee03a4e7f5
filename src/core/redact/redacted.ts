// The mark of what has been redacted. Only this folder gives it, so that nothing else can be written or sent.

import type { WorklogRecord } from '../record/schema.ts'

declare const redacted: unique symbol

/** A `T` without secrets and personal data. Made by `redactRecord`, `redactText` and what serialises a record. */
export type Redacted<T> = T & { readonly [redacted]: true }

export type RedactedRecord = Redacted<WorklogRecord>

/** Ends the chain in this folder: the caller has redacted `value`. */
export const markRedacted = <T>(value: T): Redacted<T> => value as Redacted<T>
