// The repositories to read: those named, and those of an organisation or a user.

import { type JsonObject, readBoolean, readObject, readString } from '../../../core/json.ts'
import { UsageError } from '../../../report/usage-error.ts'
import type { Problem } from '../../input.ts'
import { Refused, TooHeavy } from './api-trouble.ts'
import { PageSize } from './page-size.ts'
import { repositoriesQuery, repositoryQuery } from './queries.ts'
import { isFullName, type Repository, toRepository } from './repository.ts'
import type { Session } from './session.ts'
import { readNodes } from './to-row.ts'

export interface Listed {
  /** Each once, by name. */
  repositories: readonly Repository[]
  problems: readonly Problem[]
}

/** Throws a {@link UsageError} for what is no name, and for an owner that is not there. */
export async function listRepositories(
  session: Session,
  names: readonly string[],
  owner: string | null,
): Promise<Listed> {
  const found = new Map<number, Repository>()
  const problems: Problem[] = []
  for (const name of names) {
    if (!isFullName(name)) throw new UsageError(`Unexpected repository \`${name}\`, expected \`owner/name\``)
  }
  for (const name of names) {
    const repository = await readRepository(session, name)
    if (typeof repository === 'string') problems.push(toUnreadable(name, repository))
    else found.set(repository.id, repository)
  }
  if (owner !== null)
    for await (const repository of listOwned(session, owner)) found.set(repository.id, repository)
  const repositories = [...found.values()].sort((a, b) => (a.fullName < b.fullName ? -1 : 1))
  return { repositories, problems }
}

/** The repository, or why it cannot be read. */
async function readRepository(session: Session, fullName: string): Promise<Repository | string> {
  const [owner = '', name = ''] = fullName.split('/')
  try {
    const { data, errors } = await session.ask(repositoryQuery, { owner, name })
    const repository = toRepository(readObject(data, 'repository'))
    return repository ?? readString(errors[0] ?? null, 'message') ?? 'the answer is no repository'
  } catch (error) {
    if (error instanceof Refused || error instanceof TooHeavy) return error.message
    throw error
  }
}

function toUnreadable(place: string, reason: string): Problem {
  return {
    place,
    reason: 'unreadable-repository',
    message: `Cannot read \`${place}\`: ${reason.replace(/\.$/, '')}. Check its name and that the token may read it.`,
  }
}

async function* listOwned(session: Session, owner: string): AsyncGenerator<Repository> {
  if (!/^[\w.-]{1,100}$/.test(owner)) {
    throw new UsageError(`Unexpected organisation \`${owner}\`, expected a login`)
  }
  const size = new PageSize()
  let after: string | null = null
  do {
    const list: JsonObject = await askOwned(session, owner, after, size)
    for (const node of readNodes(list)) {
      const repository = toRepository(node)
      if (repository !== null) yield repository
    }
    const info = readObject(list, 'pageInfo')
    after = readBoolean(info, 'hasNextPage') === true ? readString(info, 'endCursor') : null
  } while (after !== null)
}

/** One page, as large as GitHub can compute. */
async function askOwned(
  session: Session,
  owner: string,
  after: string | null,
  size: PageSize,
): Promise<JsonObject> {
  for (;;) {
    try {
      const { data } = await session.ask(repositoriesQuery, { owner, first: size.current, after })
      const list = readObject(readObject(data, 'repositoryOwner'), 'repositories')
      if (list === null)
        throw new Refused('GitHub does not show it. Check its name and that the token may read it.')
      size.answered()
      return list
    } catch (error) {
      if (error instanceof TooHeavy && size.shrink()) continue
      if (!(error instanceof TooHeavy || error instanceof Refused)) throw error
      throw new UsageError(`Cannot read the organisation \`${owner}\`: ${error.message}`, { cause: error })
    }
  }
}
