// Why an artifact, or a file in it, is not taken: bad data, which is reported and never tried again.

/** `reason` is a `Problem`’s; the message is a sentence with the value and the remedy, without the place. */
export class Refusal extends Error {
  override readonly name = 'Refusal'
  readonly reason: string

  constructor(reason: string, message: string) {
    super(message)
    this.reason = reason
  }
}
