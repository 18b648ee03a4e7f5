// Finds the merged pull requests that commits belong to, in one query. A commit may also belong to pull requests that
// are open, or of a fork.

import { askGraphql } from '../../api/ask-graphql.ts'
import type { Client } from '../../api/create-client.ts'
import {
  type JsonObject,
  readBoolean,
  readCount,
  readObject,
  readObjects,
  readString,
} from '../../core/json.ts'
import { cutText } from '../../report/cut-text.ts'
import { UsageError } from '../../report/usage-error.ts'
import type { CommitsLookup } from '../event/lookup.ts'
import type { Context } from '../event/read-context.ts'
import { type Skip, type Targets, toTargets } from '../event/target.ts'

/** Those merged into the branch of `lookup`. Rejects when the API does not tell. */
export async function findByCommits(
  client: Client,
  lookup: CommitsLookup,
  { graphqlUrl, owner, repositoryName: name }: Context,
): Promise<Targets | Skip> {
  const answer = await askGraphql(client, graphqlUrl, createQuery(lookup.shas), { owner, name })
  const repository = readObject(answer, 'repository')
  const commits = lookup.shas.map((_, index) => readObject(repository, `c${index}`)).filter(isFound)
  const lists = commits.map((commit) => readObject(commit, 'associatedPullRequests')).filter(isFound)
  const numbers = lists
    .flatMap((list) => readObjects(list, 'nodes'))
    .filter((pull) => isMergedInto(pull, lookup))
    .flatMap((pull) => readCount(pull, 'number') ?? [])
  // A commit without pull requests has an empty list; without a list it was not told, which is not the same.
  const untold = commits.length - lists.length
  if (lists.length === 0 || (numbers.length === 0 && untold > 0)) {
    throw new UsageError(
      'Cannot look for the pull requests of the push: GitHub does not show those of the pushed commits. Give the job the permissions `contents: read` and `pull-requests: read`.',
    )
  }
  if (numbers.length === 0) {
    return {
      skipped: `Nothing to check: the push holds no pull request that was merged into \`${cutText(lookup.branch, 200)}\`.`,
    }
  }
  const found = toTargets(numbers, true)
  return { ...found, notices: [...describeGaps(lookup, untold), ...found.notices] }
}

function isFound<T>(value: T | null): value is T {
  return value !== null
}

function describeGaps({ shas, isCut }: CommitsLookup, untold: number): string[] {
  const remedy = 'Check those by the input `pull-request`.'
  return [
    ...(isCut
      ? [
          `Only the newest ${shas.length} commits of the push were looked up: pull requests of older ones may be missing. ${remedy}`,
        ]
      : []),
    ...(untold > 0
      ? [`GitHub did not tell the pull requests of ${untold} pushed commits: some may be missing. ${remedy}`]
      : []),
  ]
}

function isMergedInto(pull: JsonObject, { repositoryId, branch }: CommitsLookup): boolean {
  return (
    readBoolean(pull, 'merged') === true &&
    readString(pull, 'baseRefName') === branch &&
    readCount(readObject(pull, 'baseRepository'), 'databaseId') === repositoryId
  )
}

function createQuery(shas: readonly string[]): string {
  const pulls =
    'associatedPullRequests(first: 20) { nodes { number merged baseRefName baseRepository { databaseId } } }'
  const commits = shas.map((sha, index) => `c${index}: object(oid: "${sha}") { ... on Commit { ${pulls} } }`)
  return `query ($owner: String!, $name: String!) { repository(owner: $owner, name: $name) { ${commits.join(' ')} } }`
}
