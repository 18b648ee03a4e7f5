// One conversation with GitHub's GraphQL API: keeps to the rate limit, waits when told, tries again what a network lost, and
// tells apart what is too heavy from what is refused.

import type { Client } from '../../../api/create-client.ts'
import {
  isJsonObject,
  type JsonObject,
  readCount,
  readObject,
  readObjects,
  readString,
} from '../../../core/json.ts'
import { UsageError } from '../../../report/usage-error.ts'
import type { Progress } from '../../../runtime/progress.ts'
import { longestWait, Refused, TooHeavy, toTrouble } from './api-trouble.ts'

export interface SessionOptions {
  client: Client
  /** Such as `https://api.github.com/graphql`. */
  graphqlUrl: string
  signal: AbortSignal
  progress: Progress
  /** Milliseconds since 1970. */
  now: () => number
  /** Resolves after `milliseconds`; rejects when `signal` aborts. */
  wait: (milliseconds: number, signal: AbortSignal) => Promise<void>
  /** Milliseconds after which an answer is given up; GitHub itself gives up after ten seconds. */
  patience: number
}

/** What came, and the errors beside it. */
export interface Answer {
  data: JsonObject
  errors: readonly JsonObject[]
}

/** Points left untouched, for what else works with the token. */
const reserve = 20
const networkTries = 4
const limitTries = 5

export class Session {
  readonly #options: SessionOptions
  #budget: { remaining: number; cost: number; resetAt: number } | null = null

  constructor(options: SessionOptions) {
    this.#options = options
  }

  /** For progress: `4,321 points left`; undefined before the first answer. */
  get note(): string | undefined {
    return this.#budget === null
      ? undefined
      : `${this.#budget.remaining.toLocaleString('en-GB')} points of the rate limit left`
  }

  /**
   * Asks `query`, which should select `rateLimit { cost remaining resetAt }`. Throws {@link TooHeavy} when GitHub could not
   * compute the answer, {@link Refused} when it does not give one, a {@link UsageError} for a wrong token.
   */
  async ask(query: string, variables: JsonObject): Promise<Answer> {
    const tried = { lost: 0, limited: 0 }
    for (;;) {
      await this.#keepToBudget()
      try {
        return this.#read(await this.#send(query, variables))
      } catch (error) {
        this.#options.signal.throwIfAborted()
        if (error instanceof TooHeavy || error instanceof Refused) throw error
        await this.#recover(error, tried)
      }
    }
  }

  /** Returns when it is of use to ask again. */
  async #recover(error: unknown, tried: { lost: number; limited: number }): Promise<void> {
    const trouble = toTrouble(error, this.#options.now())
    if (trouble.kind === 'refused') throw toRefusal(trouble.reason, trouble.status, error)
    if (trouble.kind === 'heavy') {
      await this.#wait(1000)
      throw new TooHeavy(trouble.reason, { cause: error })
    }
    if (trouble.kind === 'limit') {
      tried.limited += 1
      if (tried.limited > limitTries) throw new Refused(trouble.reason, { cause: error })
      return this.#waitSaying(trouble.milliseconds, 'GitHub asks to wait')
    }
    tried.lost += 1
    if (tried.lost >= networkTries) throw new TooHeavy(trouble.reason, { cause: error })
    await this.#wait(1000 * 2 ** (tried.lost - 1))
  }

  /** An own deadline: a connection that hangs would hang the run. Retries are this class’s. */
  async #send(query: string, variables: JsonObject): Promise<unknown> {
    const { client, graphqlUrl, signal, patience } = this.#options
    const deadline = new AbortController()
    const timer = setTimeout(() => deadline.abort(), patience)
    try {
      const { data }: { data: unknown } = await client.request(`POST ${graphqlUrl}`, {
        query,
        variables,
        request: { retries: 0, leaveLimits: true, signal: AbortSignal.any([signal, deadline.signal]) },
      })
      return data
    } finally {
      clearTimeout(timer)
    }
  }

  #read(answer: unknown): Answer {
    const body = isJsonObject(answer) ? answer : null
    const errors = readObjects(body, 'errors')
    const data = readObject(body, 'data')
    if (data !== null) {
      this.#noteBudget(readObject(data, 'rateLimit'))
      return { data, errors }
    }
    const message = readString(errors[0] ?? null, 'message') ?? 'the answer is not one of GraphQL'
    const type = readString(errors[0] ?? null, 'type')
    // An error without data and without a type is GitHub's way to say that it ran out of time.
    if (body === null || type === null || isTooMuch(type)) throw new TooHeavy(message)
    throw new Refused(message)
  }

  #noteBudget(limit: JsonObject | null): void {
    const remaining = readCount(limit, 'remaining')
    const resetAt = Date.parse(readString(limit, 'resetAt') ?? '')
    if (remaining === null || Number.isNaN(resetAt)) return
    this.#budget = { remaining, cost: readCount(limit, 'cost') ?? 1, resetAt }
  }

  async #keepToBudget(): Promise<void> {
    this.#options.signal.throwIfAborted()
    const budget = this.#budget
    if (budget === null || budget.remaining >= budget.cost + reserve) return
    this.#budget = null
    const left = budget.resetAt - this.#options.now()
    if (left > 0) await this.#waitSaying(Math.min(left + 1000, longestWait), 'The rate limit is used up')
  }

  async #waitSaying(milliseconds: number, why: string): Promise<void> {
    const until = new Date(this.#options.now() + milliseconds).toISOString().slice(0, 19)
    this.#options.progress.say(`${why}: waiting until ${until}Z`)
    await this.#wait(milliseconds)
  }

  #wait(milliseconds: number): Promise<void> {
    return this.#options.wait(milliseconds, this.#options.signal)
  }
}

function isTooMuch(type: string): boolean {
  return type === 'RESOURCE_LIMITS_EXCEEDED' || type === 'MAX_NODE_LIMIT_EXCEEDED'
}

function toRefusal(reason: string, status: number | null, cause: unknown): Error {
  if (status === 401) {
    return new UsageError(
      `Cannot read the history: ${reason}. Check the token: GraphQL answers nobody without one.`,
      {
        cause,
      },
    )
  }
  return new Refused(reason, { cause })
}
