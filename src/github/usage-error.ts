// What the person who wrote the workflow must change: shown as its message alone, without a stack.

export class UsageError extends Error {
  override name = 'UsageError'
}
