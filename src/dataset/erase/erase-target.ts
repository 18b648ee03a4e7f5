// Whom or what to erase, as the command line names it.

import { UsageError } from '../../report/usage-error.ts'
import type { Tombstone } from '../store/state.ts'
import { toTombstoneKey } from './tombstones.ts'

export type EraseTarget =
  | { author: string }
  /** `owner/name`, or the numeric id. */
  | { repository: string | number }
  | { pullRequest: { host: string; repository: string; number: number } }

export interface EraseArguments {
  author?: string | undefined
  repository?: string | undefined
  pullRequest?: string | undefined
  /** Of pull requests named without one. Default `github.com`. */
  host?: string | undefined
}

const repositoryPattern = /^[\w.-]+\/[\w.-]+$/

/**
 * Reads `--author LOGIN`, `--repo owner/name` (or an id), `--pr owner/name#12` (or its page). Throws a UsageError for
 * none, several or wrong ones.
 */
export function parseEraseTarget({ author, repository, pullRequest, host }: EraseArguments): EraseTarget {
  const given = [author, repository, pullRequest].filter((value) => value !== undefined)
  if (given.length !== 1)
    throw new UsageError('Give one of `--author LOGIN`, `--repo OWNER/NAME` and `--pr OWNER/NAME#NUMBER`')
  if (author !== undefined) {
    const login = author.replace(/^@/, '')
    if (/^[\w.-]+(?:\[bot\])?$/.test(login)) return { author: login }
    throw new UsageError(`\`--author\` must be a login such as \`octocat\`, got \`${author}\``)
  }
  if (repository !== undefined) {
    if (/^\d{1,15}$/.test(repository)) return { repository: Number(repository) }
    if (repositoryPattern.test(repository)) return { repository }
    throw new UsageError(`\`--repo\` must be \`owner/name\` or the repository’s id, got \`${repository}\``)
  }
  const text = pullRequest ?? ''
  const short = /^([\w.-]+\/[\w.-]+)#([1-9]\d{0,9})$/.exec(text)
  if (short !== null)
    return {
      pullRequest: { host: host ?? 'github.com', repository: short[1] ?? '', number: Number(short[2]) },
    }
  const page = /^https?:\/\/([\w.:-]+)\/([\w.-]+\/[\w.-]+)\/pull\/([1-9]\d{0,9})(?:[/?#].*)?$/.exec(text)
  if (page !== null)
    return { pullRequest: { host: page[1] ?? '', repository: page[2] ?? '', number: Number(page[3]) } }
  throw new UsageError(`\`--pr\` must be \`owner/name#12\` or the address of its page, got \`${text}\``)
}

/** The tombstones for `target`; `pseudonyms` are other names of an author. `at` is ISO 8601 in UTC. */
export function toTombstones(
  target: EraseTarget,
  pseudonyms: readonly string[],
  salt: string,
  at: string,
): Tombstone[] {
  const make = (kind: Tombstone['kind'], name: string): Tombstone => ({
    kind,
    key: toTombstoneKey(salt, kind, name),
    at,
  })
  if ('author' in target) return [target.author, ...pseudonyms].map((name) => make('author', name))
  if ('repository' in target) {
    const { repository } = target
    return [make('repository', typeof repository === 'number' ? `id:${repository}` : repository)]
  }
  const { host, repository, number } = target.pullRequest
  return [make('pull_request', `${host}/${repository}/${number}`)]
}
