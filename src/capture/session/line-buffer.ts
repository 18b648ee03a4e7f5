// The start of a line whose end has not been read yet, in one piece of memory that is used again for the next: pieces
// made anew for every line would fill the memory until the collector comes to them.

const leastBytes = 64 * 1024

export class LineBuffer {
  private memory = Buffer.allocUnsafeSlow(leastBytes)
  private length = 0

  /** What was appended, until the next change. */
  get bytes(): Buffer {
    return this.memory.subarray(0, this.length)
  }

  /** Copies `part` to the end. */
  append(part: Uint8Array): void {
    const length = this.length + part.length
    if (length > this.memory.length) {
      const larger = Buffer.allocUnsafeSlow(Math.max(length, 2 * this.memory.length))
      this.memory.copy(larger, 0, 0, this.length)
      this.memory = larger
    }
    this.memory.set(part, this.length)
    this.length = length
  }

  clear(): void {
    this.length = 0
  }
}
