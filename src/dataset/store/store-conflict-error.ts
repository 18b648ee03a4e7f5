// Two runs at once on one store: the second ends with this, and nothing of the first is lost.

import { UsageError } from '../../report/usage-error.ts'

/** Another run has added a version, or is about to. Running the command again helps. */
export class StoreConflictError extends UsageError {}

/** The error for a store whose newest version is no longer the one this run began with. */
export function toMovedError(store: string, seen: string | null, now: string | null): StoreConflictError {
  return new StoreConflictError(
    `Another run added to the store \`${store}\` meanwhile: its newest version was ${name(seen)} and is ${name(now)} now. Nothing was changed. Run the command again; in a workflow, set \`concurrency\` so that runs wait for each other`,
  )
}

function name(version: string | null): string {
  return version === null ? 'none' : `\`${version}\``
}
