// A pull request as the branch that sessions are compared with. Git is not asked: what is checked out may be anything.

import type { Branch } from '../../capture/branch/branch.ts'
import type { PullRequest } from '../../core/pull-request.ts'

/** `pullRequest` as GitHub has it, checked out to `root` or one of `others`. Times of commits are not known. */
export function toBranch(pullRequest: PullRequest, root: string, others: readonly string[] = []): Branch {
  const { headRef, headSha, baseRef, commits, files } = pullRequest
  const paths = files.flatMap(({ path, previousPath }) => [path, ...(previousPath ? [previousPath] : [])])
  return {
    root,
    worktrees: [root, ...others],
    name: headRef,
    base: baseRef,
    mergeBase: null,
    head: headSha,
    commits: commits.map(({ sha, message, author }) => ({
      sha,
      authoredAt: null,
      committedAt: null,
      author: { name: author?.name ?? '', email: author?.email ?? '' },
      message,
      files: [],
    })),
    files: [...new Set(paths)],
    notices: [],
  }
}
