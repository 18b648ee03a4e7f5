// The policy of a draft, which says what it must leave out.

import { lstat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Policy } from '../../core/policy/policy.ts'
import type { Environment } from '../environment.ts'
import { usualPolicy } from '../find-policy.ts'
import { loadPolicy } from '../load-policy.ts'

/** That of `files`, else the one of the working tree at `root`, else the built-in. Throws a UsageError for a broken one. */
export async function loadDraftPolicy(
  files: readonly string[],
  root: string,
  environment: Environment,
): Promise<Policy> {
  const usual = join(root, usualPolicy)
  const isThere =
    files.length === 0 &&
    (await lstat(usual).then(
      (found) => found.isFile(),
      () => false,
    ))
  return loadPolicy(isThere ? [usual] : files, null, environment)
}
