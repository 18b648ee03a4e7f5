// The built action when GitHub fails, in every way it can, to say which pull requests an event is about: a line says
// so, the step fails in bounded time, and nothing is taken for none.

import assert from 'node:assert/strict'
import { after, describe, it } from 'node:test'
import { createPull } from '../support/example-pull-request.ts'
import { faults } from '../support/github-faults.ts'
import { removeFolders } from '../support/run-check.ts'
import { withGitHub } from '../support/services.ts'

const sha = 'ec26c3e57ca3a959ca5aad62de7213c562f8c821'
const repository = { id: 186853002, default_branch: 'master' }
const events = {
  push: { ref: 'refs/heads/master', after: sha, repository },
  workflow_run: {
    repository,
    workflow_run: {
      head_branch: 'changes',
      head_sha: sha,
      head_repository: { id: 99, owner: { login: 'contributor' } },
      pull_requests: [],
    },
  },
}
// What stands in a list and is no pull request is passed over: that is an answer.
const failures = faults.filter(([what]) => what !== 'answers a list of nulls')
const routes = { push: 'graphql', workflow_run: 'pulls' } as const

describe('a lookup', { concurrency: 6 }, () => {
  after(removeFolders)
  for (const name of ['push', 'workflow_run'] as const) {
    for (const [what, fault] of failures) {
      it(`when GitHub ${what} on \`${name}\``, () =>
        withGitHub(async ({ state }, check) => {
          state.faults.set(routes[name], { ...fault })
          const run = await check({ env: { GITHUB_EVENT_NAME: name }, event: events[name] })
          assert.equal(run.exitCode, 1, run.stdout)
          assert.equal(run.stderr, '')
          assert.deepEqual(run.outputs, { result: 'error' })
          assert.match(
            run.stdout,
            /^::error title=ai-worklog::Cannot look for the pull requests? of the [^\n]+\.\n$/,
          )
          assert.ok(run.milliseconds < 20_000, `${run.milliseconds} ms`)
        }))
    }

    it(`when GitHub never answers on \`${name}\``, () =>
      withGitHub(async ({ state }, check) => {
        state.faults.set(routes[name], { delay: Number.POSITIVE_INFINITY })
        const run = await check({ env: { GITHUB_EVENT_NAME: name }, event: events[name] })
        assert.equal(run.exitCode, 1)
        assert.match(run.stdout, /GitHub did not answer in time\. Run the job again\.\n$/)
        assert.ok(run.milliseconds > 25_000 && run.milliseconds < 40_000, `${run.milliseconds} ms`)
      }))
  }

  it('of many pull requests that are never answered for takes no more than a minute', () =>
    withGitHub(async ({ state }, check) => {
      const numbers = Array.from({ length: 20 }, (_, index) => index + 1)
      const pull = { merged: true, baseRefName: 'master', baseRepository: { databaseId: repository.id } }
      state.associated.set(
        sha,
        numbers.map((number) => ({ number, ...pull })),
      )
      for (const number of numbers) state.others.set(number, createPull({ number }))
      state.faults.set('pull', { delay: Number.POSITIVE_INFINITY })
      const run = await check({ env: { GITHUB_EVENT_NAME: 'push' }, event: events.push })
      assert.equal(run.exitCode, 1)
      assert.deepEqual(run.outputs, { result: 'error' })
      assert.equal(run.summary.match(/Could not be checked/g)?.length, 20)
      assert.ok(run.milliseconds > 55_000 && run.milliseconds < 75_000, `${run.milliseconds} ms`)
    }))
})
