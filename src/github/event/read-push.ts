// A push: what it merged can only be found by its commits.

import { type JsonObject, readCount, readObject, readObjects, readString } from '../../core/json.ts'
import { cutText } from '../../report/cut-text.ts'
import { UsageError } from '../../report/usage-error.ts'
import { type CommitsLookup, mostShas } from './lookup.ts'
import type { Skip } from './target.ts'

/** Asks for the pull requests that a push to the default branch merged. Throws a {@link UsageError} as all readers. */
export function readPush(event: JsonObject): { lookup: CommitsLookup } | Skip {
  const ref = readString(event, 'ref')
  const repository = readObject(event, 'repository')
  const repositoryId = readCount(repository, 'id')
  const branch = readString(repository, 'default_branch')
  if (ref === null) throw new UsageError('it has no `ref`')
  if (repositoryId === null || branch === null) {
    throw new UsageError('its `repository` has no `id` or no `default_branch`')
  }
  if (ref !== `refs/heads/${branch}`) {
    return {
      skipped: `Nothing to check: the push is to \`${cutText(ref, 200)}\`. Pull requests are looked for on a push to the default branch, \`${cutText(branch, 200)}\`.`,
    }
  }
  const shas = listShas(event)
  if (shas.length === 0) return { skipped: 'Nothing to check: the push has no commits.' }
  const isCut = shas.length > mostShas
  return { lookup: { by: 'commits', repositoryId, branch, shas: shas.slice(0, mostShas), isCut } }
}

/** The newest first, each once. The tip stands in for commits that the event does not list. */
function listShas(event: JsonObject): string[] {
  const pushed = readObjects(event, 'commits').flatMap((commit) => readString(commit, 'id') ?? [])
  const tip = readString(event, 'after') ?? ''
  return [...new Set([tip, ...pushed.reverse()])].filter(isCommit)
}

/** A deleted branch has a tip of zeros. Nothing but digits gets into a query. */
function isCommit(sha: string): boolean {
  return /^[0-9a-f]{40,64}$/.test(sha) && !/^0+$/.test(sha)
}
