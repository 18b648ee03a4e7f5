// Answers what an event leaves open: which pull requests it is about.

import { remedyFor, toApiFailure } from '../../api/api-failure.ts'
import type { Client } from '../../api/create-client.ts'
import { UsageError } from '../../report/usage-error.ts'
import type { Lookup } from '../event/lookup.ts'
import type { Context } from '../event/read-context.ts'
import type { Skip, Targets } from '../event/target.ts'
import { findByCommits } from './find-by-commits.ts'
import { findByHead } from './find-by-head.ts'

export interface LookupOptions {
  lookup: Lookup
  context: Context
  /** Empty for none. */
  githubToken: string
}

/** Throws a {@link UsageError} with the remedy when it cannot be found out: that is not the same as none. */
export async function findPullRequests(client: Client, options: LookupOptions): Promise<Targets | Skip> {
  const { lookup, context, githubToken } = options
  if (lookup.by === 'commits' && githubToken === '') {
    throw new UsageError(
      'Cannot look for the pull requests of the push: give the input `github-token` a token.',
    )
  }
  try {
    return lookup.by === 'commits'
      ? await findByCommits(client, lookup, context)
      : await findByHead(client, lookup, context)
  } catch (error) {
    if (error instanceof UsageError) throw error
    const failure = toApiFailure(error)
    const what = lookup.by === 'commits' ? 'pull requests of the push' : 'pull request of the workflow run'
    throw new UsageError(
      `Cannot look for the ${what}: ${failure.reason}. ${remedyFor(failure, 'pull-requests: read')}`,
      { cause: error },
    )
  }
}
