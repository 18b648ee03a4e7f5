// The end of another workflow: the event lists the open pull requests of branches of this repository, but none of a
// fork and none that is closed. Those are found by their head.

import { type JsonObject, readCount, readObject, readObjects, readString } from '../../core/json.ts'
import { UsageError } from '../../report/usage-error.ts'
import type { HeadLookup } from './lookup.ts'
import { type Skip, type Targets, toTargets } from './target.ts'

/** The listed pull requests, or else the head to look for. Throws a {@link UsageError} as all readers. */
export function readWorkflowRun(event: JsonObject): Targets | { lookup: HeadLookup } | Skip {
  const run = readObject(event, 'workflow_run')
  if (run === null) throw new UsageError('it has no `workflow_run`')
  const listed = listOwn(run, readCount(readObject(event, 'repository'), 'id'))
  if (listed.length > 0) return toTargets(listed, false)
  const head = readObject(run, 'head_repository')
  const owner = readString(readObject(head, 'owner'), 'login')
  const repositoryId = readCount(head, 'id')
  const branch = readString(run, 'head_branch')
  const sha = readString(run, 'head_sha')
  if (!owner || repositoryId === null || !branch || !sha) {
    return { skipped: 'Nothing to check: the workflow ran for no branch, or for one of a fork that is gone.' }
  }
  return { lookup: { by: 'head', owner, branch, repositoryId, sha } }
}

/** The same branch may be the head of pull requests to other repositories, too. */
function listOwn(run: JsonObject, repositoryId: number | null): number[] {
  return readObjects(run, 'pull_requests').flatMap((pull) => {
    const base = readCount(readObject(readObject(pull, 'base'), 'repo'), 'id')
    const number = readCount(pull, 'number')
    return base !== null && base === repositoryId && number !== null && number > 0 ? [number] : []
  })
}
