import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { createOptOutCheck, parseOptOutList } from '../../../src/dataset/privacy/opt-out-list.ts'
import { UsageError } from '../../../src/report/usage-error.ts'

describe('an opt-out list', () => {
  it('holds authors, repositories and pull requests', () => {
    const text = `\uFEFF# asked on 2026-11-01
author: @OctoCat # by mail\r
author:octocat

repository:Octo/App
  pull-request:octo/lib#12
author:dependabot[bot]
`
    assert.deepEqual(parseOptOutList(text, 'opt-out.txt'), {
      authors: ['dependabot[bot]', 'octocat'],
      repositories: ['octo/app'],
      pullRequests: ['octo/lib#12'],
    })
  })

  it('names every line that it does not understand', () => {
    const text = 'author:octocat\noctocat\nrepository:app\npull-request:octo/app#0\nauthor:a b\n'
    assert.throws(
      () => parseOptOutList(text, 'opt-out.txt'),
      new UsageError(`opt-out.txt:2: unexpected \`octocat\`
opt-out.txt:3: unexpected \`repository:app\`
opt-out.txt:4: unexpected \`pull-request:octo/app#0\`
opt-out.txt:5: unexpected \`author:a b\`
expected \`author:<login>\`, \`repository:<owner>/<name>\` or \`pull-request:<owner>/<name>#<number>\``),
    )
  })

  it('finds records', () => {
    const isOptedOut = createOptOutCheck(
      parseOptOutList('author:ann\nrepository:o/a\npull-request:o/b#3', 'f'),
    )
    const record = (author: string | null, repository: string | null, number: number | null) => ({
      author,
      repository,
      number,
    })
    assert.equal(isOptedOut(record('ann', null, null)), true)
    assert.equal(isOptedOut(record('bob', 'o/a', 1)), true)
    assert.equal(isOptedOut(record(null, 'o/b', 3)), true)
    assert.equal(isOptedOut(record('bob', 'o/b', 4)), false)
    assert.equal(isOptedOut(record(null, null, 3)), false)
  })
})
