// The commits of the default branch that revert something: not every revert is a pull request.

import { readBoolean, readObject, readObjects, readString } from '../../../core/json.ts'
import { Refused, TooHeavy } from './api-trouble.ts'
import { findReverts } from './find-reverts.ts'
import type { Journal } from './journal.ts'
import { branchQuery } from './queries.ts'
import type { Owned } from './repository.ts'
import type { RevertFacts } from './resolve-reverts.ts'
import type { Session } from './session.ts'

/** A commit may be pushed long after it was made. */
const margin = 7 * 24 * 3_600_000

/** Reads into the journal those since `since`, ISO 8601; null for all. Rejects with {@link TooHeavy} or {@link Refused}. */
export async function readBranch(
  session: Session,
  { owner, name }: Owned,
  journal: Journal,
  since: string | null,
): Promise<void> {
  const { branch, begun } = journal.state
  // What was pushed since an earlier run read it.
  const from = branch.isDone ? begun : since
  let after = branch.isDone ? null : branch.cursor
  const earliest = from === null ? null : new Date(Date.parse(from) - margin).toISOString()
  for (;;) {
    const { data, errors } = await session.ask(branchQuery, { owner, name, after, since: earliest })
    const reference = readObject(readObject(data, 'repository'), 'defaultBranchRef')
    const history = readObject(readObject(reference, 'target'), 'history')
    // An empty repository has no branch.
    if (history === null && errors.length > 0)
      throw new Refused(readString(errors[0] ?? null, 'message') ?? '')
    const found = readObjects(history, 'nodes').flatMap((node) => {
      const commit = toReverting(
        readString(node, 'oid'),
        readString(node, 'committedDate'),
        readString(node, 'message'),
        `${owner}/${name}`,
      )
      return commit ?? []
    })
    const info = readObject(history, 'pageInfo')
    after = readString(info, 'endCursor')
    const isDone = readBoolean(info, 'hasNextPage') !== true || after === null
    await journal.addReverting(found, { cursor: after, isDone: isDone || branch.isDone })
    if (isDone) return
  }
}

function toReverting(
  sha: string | null,
  mergedAt: string | null,
  message: string | null,
  repository: string,
): RevertFacts | null {
  if (sha === null || mergedAt === null || message === null) return null
  const title = message.split('\n', 1)[0] ?? ''
  const claims = findReverts({ repository, title, body: message, headRef: null, commits: [] })
  return claims.numbers.length + claims.shas.length === 0 ? null : { id: sha, mergedAt, claims }
}
