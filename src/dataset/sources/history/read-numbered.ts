// Pull requests by number: those whose outcome is to be refreshed, and those that another one says it reverts.

import type { JsonObject } from '../../../core/json.ts'
import type { Problem } from '../../input.ts'
import { isHeavy, TooHeavy } from './api-trouble.ts'
import { PageSize } from './page-size.ts'
import { commitsQuery, numberedQuery } from './queries.ts'
import { readAliases, readMergedNumbers } from './read-pulls.ts'
import { type Owned, ownedOf, type Repository } from './repository.ts'
import type { Session } from './session.ts'

export interface NumberedPage {
  nodes: readonly JsonObject[]
  problems: readonly Problem[]
}

/** Page by page, those of `numbers` that are pull requests. */
export async function* readNumbered(
  session: Session,
  { owner, name }: Owned,
  numbers: readonly number[],
): AsyncGenerator<NumberedPage> {
  const size = new PageSize()
  for (let index = 0, isLight = false; index < numbers.length; ) {
    const asked = numbers.slice(index, index + size.current)
    try {
      const query = numberedQuery(asked, isLight ? 'light' : 'full')
      const { data, errors } = await session.ask(query, { owner, name })
      const heavy = errors.find(isHeavy)
      if (heavy !== undefined) throw new TooHeavy('GitHub left some out')
      size.answered()
      yield { nodes: readAliases(data, 'p', asked.length).filter((node) => node !== null), problems: [] }
    } catch (error) {
      if (!(error instanceof TooHeavy)) throw error
      if (size.shrink()) continue
      if (!isLight) {
        isLight = true
        continue
      }
      yield { nodes: [], problems: [toUnreadable(`${owner}/${name}#${asked[0]}`, error.message)] }
    }
    isLight = false
    index += asked.length
  }
}

function toUnreadable(place: string, reason: string): Problem {
  return {
    place,
    reason: 'unreadable-pull-request',
    message: `GitHub cannot compute this pull request (${reason}); what became of it is not refreshed. Run again later.`,
  }
}

/** The merged pull requests that each of `shas` belongs to, as GitHub knows; none for what it cannot tell. */
export async function readOwners(
  session: Session,
  repository: Repository,
  shas: readonly string[],
): Promise<Map<string, number[]>> {
  const owners = new Map<string, number[]>()
  for (let index = 0; index < shas.length; index += shasAtATime) {
    const asked = shas.slice(index, index + shasAtATime)
    try {
      const { data } = await session.ask(commitsQuery(asked), { ...ownedOf(repository) })
      readAliases(data, 'c', asked.length).forEach((commit, at) => {
        owners.set(asked[at] ?? '', readMergedNumbers(commit, repository.id))
      })
    } catch (error) {
      if (!(error instanceof TooHeavy)) throw error
    }
  }
  return owners
}

const shasAtATime = 20
