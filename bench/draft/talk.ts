// Made-up words, code and output, of a fixed seed: what people and tools write into sessions.

import { RandomSource } from '../../__tests__/support/random-source.ts'

const words =
  'parse queue retry cache index token stream buffer lock shard merge branch commit review test fixture schema field column value error timeout socket header cookie session route handler worker batch cursor page offset limit module type record policy rule finding source result because after before never only first last small wrong missing stale “quoted” naïve'.split(
    ' ',
  ) as [string, ...string[]]

export class Talk extends RandomSource {
  readonly #code: string

  constructor(seed: number) {
    super(seed)
    const lines = Array.from({ length: 20_000 }, () => this.#line())
    this.#code = lines.join('\n')
  }

  /** So many words. */
  say(count: number): string {
    return Array.from({ length: count }, () => this.pick(words)).join(' ')
  }

  /** Lines of code, of `least` to `most` characters in all; short ones are the most common. */
  code(least: number, most: number): string {
    const length = Math.round(least * (most / least) ** this.next())
    const start = this.below(this.#code.length - length)
    return this.#code.slice(start, start + length)
  }

  /** What a test runner prints when a test fails. */
  failure(): string {
    const name = this.say(4)
    return `${this.code(500, 8_000)}\nFAIL test/${this.pick(words)}.test.ts > ${name}\nAssertionError: expected ${this.below(90)} to equal ${this.below(90)}\n    at test/${this.pick(words)}.test.ts:${this.below(300)}:7\nTests: 1 failed, 41 passed`
  }

  #line(): string {
    const [one, two] = [this.pick(words), this.pick(words)]
    const indent = '  '.repeat(this.below(5))
    if (this.chance(0.2)) return `${indent}// ${this.say(8)}`
    if (this.chance(0.3)) return `${indent}if (${one}.${two} === "${this.say(2)}") return ${one}\\n`
    return `${indent}const ${one} = await ${two}(${this.pick(words)}, { ${this.pick(words)}: ${this.below(1000)} })`
  }
}
