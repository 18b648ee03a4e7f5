// A mistake of the person who wrote the command, the workflow or the policy: shown as its message, without a stack.

/** Thrown for wrong arguments and inputs, unreadable files and broken policies. The message holds the remedy. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}
