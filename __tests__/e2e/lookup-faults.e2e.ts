// The built action when GitHub fails, in every way it can, to say which pull requests an event is about: a line says
// so, the step fails in bounded time, and nothing is taken for none.

import assert from 'node:assert/strict'
import { after, describe, it } from 'node:test'
import { createPull } from '../support/example-pull-request.ts'
import type { Fault } from '../support/github-server.ts'
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
const routes = { push: 'graphql', workflow_run: 'pulls' } as const

const limit = { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '9999999999' }
const faults: [string, Fault][] = [
  ...[400, 401, 403, 404, 409, 410, 422, 429, 451, 500, 502, 503, 504].map((status): [string, Fault] => [
    `answers ${status}`,
    { status },
  ]),
  ['answers 502 with a page', { status: 502, raw: '<html>Bad gateway</html>' }],
  ['limits the rate', { status: 403, headers: limit }],
  ['asks to wait an hour', { status: 503, headers: { 'retry-after': '3600' } }],
  ['answers with no JSON', { raw: '{"number": 2, ' }],
  ['answers with nothing', { raw: '' }],
  ['answers null', { raw: 'null' }],
  ['answers an empty object', { raw: '{}' }],
  ['breaks off in the middle', { isCut: true }],
  ['redirects for ever', { status: 302, headers: { location: '/repos/a/b/pulls' } }],
]

describe('a lookup', { concurrency: 6 }, () => {
  after(removeFolders)
  for (const name of ['push', 'workflow_run'] as const) {
    for (const [what, fault] of faults) {
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
