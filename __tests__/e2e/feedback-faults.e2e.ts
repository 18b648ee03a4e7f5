// The built action when one part of what it needs to comment and to label fails in every way it can: the same
// verdict, and never two comments.

import assert from 'node:assert/strict'
import { after, describe, test } from 'node:test'
import { createPull } from '../support/example-pull-request.ts'
import { faults } from '../support/github-faults.ts'
import { addComment } from '../support/github-issues.ts'
import { removeFolders } from '../support/run-check.ts'
import { withGitHub } from '../support/services.ts'

const asking = '## AI worklog\n\nI used Claude Code 2.1.'
const label = 'needs documentation'
const both = { comment: 'true', label }

const routes = ['comments', 'new-comment', 'comment', 'repository-label', 'labels', 'graphql'] as const
describe('a comment and a label', { concurrency: 8 }, () => {
  after(removeFolders)
  for (const [what, fault] of faults) {
    for (const route of routes) {
      test(`when GitHub ${what} to ${route}`, () =>
        withGitHub(async ({ state }, check) => {
          state.pull = createPull({ body: asking })
          state.issue.labels = [label]
          if (route === 'comment') {
            addComment(state.issue, '<!-- ai-worklog:comment name=ai-worklog at=1 -->\nold')
          }
          state.faults.set(route, { ...fault })
          const { exitCode, outputs, record, milliseconds } = await check({ inputs: both })
          assert.deepEqual([exitCode, outputs.result], [0, 'warn'])
          assert.ok(record)
          // Where the old one is said to be gone, although it is not, there is a new one.
          const most = route === 'comment' && (fault.status === 404 || fault.status === 410) ? 2 : 1
          assert.ok(state.issue.comments.length <= most, JSON.stringify(state.issue.comments))
          assert.ok(milliseconds < 20_000, `${milliseconds} ms`)
        }))
    }
  }

  test('end in time when GitHub never answers', () =>
    withGitHub(async ({ state }, check) => {
      state.pull = createPull({ body: asking })
      state.faults.set('comments', { delay: Number.POSITIVE_INFINITY })
      const { stdout, outputs, milliseconds } = await check({ inputs: both })
      assert.equal(outputs.result, 'warn')
      assert.match(stdout, /Cannot comment.*: GitHub did not answer in time\. Run the job again\./)
      assert.ok(milliseconds < 40_000, `${milliseconds} ms`)
    }))
})
