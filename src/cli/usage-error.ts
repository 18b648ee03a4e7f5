// A mistake of the person at the keyboard: printed without a stack, exit code 2.

/** Thrown for wrong arguments, unreadable files and broken policies. The message holds the remedy. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}
