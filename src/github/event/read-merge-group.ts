// A merge queue's event: only the name of the group's branch says which pull request it is about.

import { type JsonObject, readObject, readString } from '../../core/json.ts'
import { cutText } from '../../report/cut-text.ts'
import { UsageError } from '../../report/usage-error.ts'
import { type Skip, type Targets, toTargets } from './target.ts'

/**
 * `refs/heads/gh-readonly-queue/<base>/pr-<number>-<sha>`, where the base may hold slashes. A group of several has
 * such a branch for each of its pull requests, which hold those before it.
 */
const queueRef = /^refs\/heads\/gh-readonly-queue\/.+\/pr-([1-9]\d*)-(?:[0-9a-f]{40}|[0-9a-f]{64})$/

/** The pull request that the group was made for. Throws a {@link UsageError} that says what `event` lacks. */
export function readMergeGroup(event: JsonObject): Targets | Skip {
  const ref = readString(readObject(event, 'merge_group'), 'head_ref')
  if (ref === null) throw new UsageError('its `merge_group` has no `head_ref`')
  const number = Number(queueRef.exec(ref)?.[1])
  if (Number.isSafeInteger(number)) return toTargets([number], false)
  // The check must report, or the queue waits for it; the pull request was checked before it got there.
  return {
    skipped: `Nothing to check: the merge queue's ref \`${cutText(ref, 200)}\` names no pull request.`,
  }
}
