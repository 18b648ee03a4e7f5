// The user’s wish to stop, as an error that is no bug.

/** What a shell expects of a process that a signal ended. */
export const exitCodes = { SIGINT: 130, SIGTERM: 143 } as const

/** Thrown by long work once its signal is aborted. */
export class InterruptedError extends Error {
  readonly exitCode: number
  constructor(signal: keyof typeof exitCodes) {
    super('Interrupted')
    this.name = 'InterruptedError'
    this.exitCode = exitCodes[signal]
  }
}
