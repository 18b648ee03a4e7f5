// When nothing is read unasked.

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { createPullRequest } from '../../../src/core/pull-request.ts'
import { findDistrust, isOfThisJob } from '../../../src/github/evidence/distrust.ts'

const own = createPullRequest({ repositoryId: 1, headRepositoryId: 1 })

describe('findDistrust', () => {
  it('trusts the jobs of a branch of the repository', () => {
    for (const event of ['pull_request', 'push', 'merge_group', 'issue_comment', 'workflow_dispatch'])
      assert.equal(findDistrust(own, event), null)
  })

  it('does not trust events that may have anything checked out', () => {
    assert.equal(findDistrust(own, 'pull_request_target'), 'the event is `pull_request_target`')
    assert.equal(findDistrust(own, 'workflow_run'), 'the event is `workflow_run`')
  })

  it('does not trust a fork, nor what is not known to be none', () => {
    const reason = 'the pull request comes from another repository'
    const ids = [
      [1, 2],
      [1, null],
      [null, 1],
      [null, null],
    ] as const
    for (const [repositoryId, headRepositoryId] of ids) {
      const pullRequest = createPullRequest({ repositoryId, headRepositoryId })
      assert.equal(findDistrust(pullRequest, 'pull_request'), reason)
    }
  })
})

describe('isOfThisJob', () => {
  it('is so for every place on a runner that is made for the job', () => {
    const env = { RUNNER_ENVIRONMENT: 'github-hosted' }
    for (const kind of ['temporary', 'home', 'workspace'] as const)
      assert.equal(isOfThisJob({ kind, path: '/x' }, env), true)
  })

  it('is so for the temporary folder only where jobs follow each other', () => {
    for (const env of [{ RUNNER_ENVIRONMENT: 'self-hosted' }, {}]) {
      assert.equal(isOfThisJob({ kind: 'temporary', path: '/x' }, env), true)
      assert.equal(isOfThisJob({ kind: 'home', path: '/x' }, env), false)
      assert.equal(isOfThisJob({ kind: 'workspace', path: '/x' }, env), false)
    }
  })
})
