import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { ArtifactRun } from '../../../../src/dataset/sources/artifacts/artifact.ts'
import {
  findForgery,
  findForkForgery,
  isForkRun,
  type PullFacts,
} from '../../../../src/dataset/sources/artifacts/find-forgery.ts'
import type { Claim } from '../../../../src/dataset/sources/artifacts/read-record.ts'

const ownRun: ArtifactRun = {
  id: 70,
  repositoryId: 7,
  headRepositoryId: 7,
  headSha: 'a1',
  headBranch: 'topic',
}
const forkRun: ArtifactRun = { ...ownRun, headRepositoryId: 8 }
const claim: Claim = {
  host: 'github.com',
  repositoryId: 7,
  prNumber: 3,
  headSha: 'a1',
  headRepositoryId: 8,
  runId: 70,
}
const pull: PullFacts = { headRepositoryId: 8, headBranch: 'topic', shas: new Set(['a0', 'a1', 'a2']) }

describe('findForgery', () => {
  it('takes what a run says of its own repository, a fork’s pull request too', () => {
    assert.equal(findForgery(claim, ownRun, 'github.com'), null)
    assert.equal(findForgery({ ...claim, headRepositoryId: 7, runId: null }, ownRun, 'GitHub.com'), null)
    assert.equal(isForkRun(ownRun), false)
  })

  const lies: [string, Partial<Claim>][] = [
    ['another host', { host: 'github.example' }],
    ['no host', { host: null }],
    ['another repository', { repositoryId: 8 }],
    ['no repository', { repositoryId: null }],
    ['another run', { runId: 71 }],
  ]
  for (const [what, lie] of lies) {
    it(`refuses ${what}`, () => {
      assert.equal(findForgery({ ...claim, ...lie }, ownRun, 'github.com')?.reason, 'forged')
      assert.equal(findForgery({ ...claim, ...lie }, forkRun, 'github.com')?.reason, 'forged')
    })
  }

  it('says what differs', () => {
    assert.equal(
      findForgery({ ...claim, repositoryId: 8 }, ownRun, 'github.com')?.message,
      '`source.repository_id` is 8, and by GitHub it is 7. The record was not taken: look at who made its run.',
    )
  })
})

describe('findForkForgery', () => {
  it('takes the head and the commits of the pull request', () => {
    assert.equal(isForkRun(forkRun), true)
    assert.equal(isForkRun({ ...forkRun, headRepositoryId: null }), true)
    for (const headSha of pull.shas) assert.equal(findForkForgery({ ...claim, headSha }, forkRun, pull), null)
  })

  it('takes the run’s own commit that a later push overwrote', () => {
    const old = { ...claim, headSha: 'old' }
    assert.equal(findForkForgery(old, { ...forkRun, headSha: 'old' }, pull), null)
    const other = { ...forkRun, headSha: 'old', headBranch: 'other' }
    assert.equal(findForkForgery(old, other, pull)?.reason, 'forged')
  })

  const lies: [string, Partial<Claim>, Partial<PullFacts> | null][] = [
    ['a number that is no pull request', {}, null],
    ['the pull request of another fork', {}, { headRepositoryId: 9 }],
    ['the pull request of a branch', {}, { headRepositoryId: 7 }],
    ['another head repository', { headRepositoryId: 7 }, {}],
    ['no head repository', { headRepositoryId: null }, {}],
    ['another commit', { headSha: 'b1' }, {}],
    ['no commit', { headSha: null }, {}],
  ]
  for (const [what, lie, facts] of lies) {
    it(`refuses ${what}`, () => {
      const actual = facts === null ? null : { ...pull, ...facts }
      assert.equal(findForkForgery({ ...claim, ...lie }, forkRun, actual)?.reason, 'forged')
    })
  }

  it('cannot tell of a fork that is gone', () => {
    const gone = { ...pull, headRepositoryId: null }
    assert.equal(findForkForgery(claim, forkRun, gone)?.reason, 'unverified')
    const unknown = { ...forkRun, headRepositoryId: null }
    assert.equal(findForkForgery({ ...claim, headRepositoryId: null }, unknown, gone)?.reason, 'unverified')
  })
})
