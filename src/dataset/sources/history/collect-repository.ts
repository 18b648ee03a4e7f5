// The history of one repository: what was read, and what became of each pull request in the end.

import { join } from 'node:path'
import type { OutcomeUpdate, Problem } from '../../input.ts'
import { Refused, TooHeavy } from './api-trouble.ts'
import { type Options, toTime } from './history-options.ts'
import { Journal } from './journal.ts'
import { readRepository } from './read-repository.ts'
import type { Repository } from './repository.ts'
import { resolveReverts } from './resolve-reverts.ts'
import type { Session } from './session.ts'
import { toOutcome } from './to-outcome.ts'

export interface RepositoryHistory {
  repository: Repository
  journal: Journal
  /** In the order of their numbers. */
  outcomes: OutcomeUpdate[]
  problems: Problem[]
  /** Until when it was read; null when nothing says. */
  through: string | null
  /** False when it broke off; the journal then holds what came. */
  isWhole: boolean
}

/** Its journal is closed. Throws what is not GitHub’s answer, such as an abort. */
export async function collectRepository(
  session: Session,
  repository: Repository,
  options: Options,
): Promise<RepositoryHistory> {
  const { host, workFolder, onlyRefresh, progress } = options
  const { since: sinceOf, refresh: numbers } = options
  const since = toTime(typeof sinceOf === 'function' ? sinceOf(repository) : sinceOf)
  const beginning = { host, repositoryId: repository.id, since, onlyRefresh }
  const journal = await Journal.open(join(workFolder, 'history'), beginning, repository.newest, options.now())
  const problems: Problem[] = []
  const refresh = [
    ...new Set([repository.fullName, String(repository.id)].flatMap((key) => numbers.get(key) ?? [])),
  ]
  let read: Awaited<ReturnType<typeof readRepository>> | null = null
  try {
    read = await readRepository(
      { session, repository, journal, host, since, refresh, onlyRefresh, progress },
      problems,
    )
  } catch (error) {
    if (!(error instanceof Refused || error instanceof TooHeavy)) throw error
    problems.push(toIncomplete(repository.fullName, error.message))
  } finally {
    await journal.close()
  }
  const facts = [...journal.facts.values()].sort((a, b) => a.number - b.number)
  const id = (number: number) => `${host}/${repository.id}/${number}`
  const known = new Map(
    facts.flatMap((each) => {
      const by = options.knownReverts.get(id(each.number))
      return by === undefined ? [] : [[each.id, by] as const]
    }),
  )
  const reverts = resolveReverts(read?.facts ?? facts, read?.owners ?? new Map(), known)
  return {
    repository,
    journal,
    outcomes: facts.map((each) => toOutcome(id(each.number), each, reverts.get(each.id) ?? null)),
    problems: unique(problems),
    through: read?.through ?? null,
    isWhole: read !== null,
  }
}

function toIncomplete(place: string, reason: string): Problem {
  return {
    place,
    reason: 'incomplete-history',
    message: `Its history could not be read to the end: ${reason.replace(/\.$/, '')}. What came is kept; run again with the same work folder to go on.`,
  }
}

/** A missing permission would be told on every page. */
function unique(problems: readonly Problem[]): Problem[] {
  return [...new Map(problems.map((problem) => [JSON.stringify(problem), problem])).values()]
}
