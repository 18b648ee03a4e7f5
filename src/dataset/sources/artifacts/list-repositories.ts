// The repositories whose artifacts are collected: those that are named, and those of an organisation.

import { toApiFailure } from '../../../api/api-failure.ts'
import { type JsonObject, readBoolean, readString } from '../../../core/json.ts'
import { UsageError } from '../../../report/usage-error.ts'
import type { Connection } from './connect.ts'
import { readListPage } from './read-list-page.ts'

/**
 * `owner/name` of each, once, sorted. Rejects by a {@link UsageError} when a name is none, or the organisation cannot be
 * listed.
 */
export async function listRepositories(
  connection: Connection,
  named: readonly string[],
  organization: string | null,
): Promise<string[]> {
  for (const name of named) {
    if (!isRepositoryName(name)) {
      throw new UsageError(`\`--repository\` must be \`owner/name\`, got \`${name}\``)
    }
  }
  const owned = organization === null ? [] : await listOwned(connection, organization)
  // GitHub takes `Octo/App` and `octo/app` for the same.
  const byName = new Map([...owned, ...named].map((name) => [name.toLowerCase(), name]))
  return [...byName.values()].sort()
}

async function listOwned(connection: Connection, organization: string): Promise<string[]> {
  const names: string[] = []
  try {
    const route = `GET /orgs/${encodeURIComponent(organization)}/repos`
    for (let page = 1; ; page += 1) {
      const { items } = await readListPage(connection, `${route}?per_page=100&page=${page}`, null)
      names.push(...items.filter((item) => readBoolean(item, 'disabled') !== true).flatMap(fullNameOf))
      if (items.length < 100) return names
    }
  } catch (error) {
    connection.signal.throwIfAborted()
    const { status, reason } = toApiFailure(error)
    const remedy =
      status === 404
        ? 'Check the name; a user’s repositories are given one by one, by `--repository`.'
        : 'Check that the token may read the organisation, and run the command again.'
    throw new UsageError(`Cannot list the repositories of \`${organization}\`: ${reason}. ${remedy}`, {
      cause: error,
    })
  }
}

function fullNameOf(item: JsonObject): string[] {
  const name = readString(item, 'full_name')
  return name !== null && isRepositoryName(name) ? [name] : []
}

function isRepositoryName(text: string): boolean {
  // The dots of a path would ask for something else.
  return /^[\w-]+\/(?!\.{1,2}$)[\w.-]+$/.test(text)
}
