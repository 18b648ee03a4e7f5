// The built action when one part of GitHub's API fails in every way it can: the verdict stands, or a line says what
// could not be read; and it takes no longer than a bound.

import assert from 'node:assert/strict'
import { after, describe, it } from 'node:test'
import { createCommit, createEvent } from '../support/example-pull-request.ts'
import { faults, secondaryLimit } from '../support/github-faults.ts'
import type { Route } from '../support/github-server.ts'
import { removeFolders } from '../support/run-check.ts'
import { withGitHub } from '../support/services.ts'

const body = '## AI worklog\n\nNo AI was used.'
const event = createEvent({ body })

const told =
  /GitHub answered \d+|GitHub cannot be reached|GitHub did not answer|Cannot read `|the answer is not|too many/
const harmless = new Set(['contents 404', 'contents answers 404'])

describe('a check', { concurrency: 8 }, () => {
  after(removeFolders)
  for (const [what, fault] of faults) {
    for (const route of ['pull', 'commits', 'files', 'contents', 'graphql'] as const) {
      it(`when GitHub ${what} to ${route}`, () =>
        withGitHub(async ({ state }, check) => {
          state.pull = { ...state.pull, body }
          state.faults.set(route, { ...fault })
          const { exitCode, stderr, outputs, record, stdout, milliseconds } = await check({ event })
          assert.equal(stderr, '')
          assert.equal(exitCode, 0, stdout)
          assert.equal(JSON.parse(String(record)).ai_use, 'none')
          assert.doesNotMatch(stdout, /bug in ai-worklog/)
          assert.ok(['pass', 'warn'].includes(outputs.result ?? ''), stdout)
          if (!harmless.has(`${route} ${what}`)) assert.match(stdout, told)
          assert.ok(milliseconds < 20_000, `${milliseconds} ms`)
        }))
    }
  }

  it('when nothing answers, from the event and in bounded time', () =>
    withGitHub(async ({ state }, check) => {
      const all: Route[] = ['pull', 'commits', 'files', 'contents', 'graphql']
      for (const route of all) state.faults.set(route, { delay: Number.POSITIVE_INFINITY })
      const { exitCode, outputs, record, stdout, milliseconds } = await check({ event })
      assert.equal(exitCode, 0)
      assert.equal(outputs.result, 'warn')
      assert.equal(JSON.parse(String(record)).source.body_from, 'event')
      assert.match(stdout, /The description is the event's.*GitHub did not answer in time/)
      assert.ok(milliseconds > 25_000 && milliseconds < 40_000, `${milliseconds} ms`)
    }))

  it('when nothing answers and the policy is to be enforced, fails and says that it could not read it', () =>
    withGitHub(async ({ state }, check) => {
      for (const route of ['pull', 'commits', 'files', 'contents', 'graphql'] as const) {
        state.faults.set(route, { status: 500 })
      }
      const { exitCode, outputs, stdout } = await check({ event, inputs: { mode: 'enforce' } })
      assert.equal(exitCode, 1)
      assert.equal(outputs.result, 'fail')
      assert.match(stdout, /Cannot read `\.github\/ai-worklog\.yml`/)
    }))
})

describe('`retry-after`', { concurrency: 4 }, () => {
  for (const [name, fault] of [
    ['a failing server', { status: 503, headers: { 'retry-after': '2' } }],
    ['too many requests', { status: 429, headers: { 'retry-after': '2' } }],
    ['a secondary limit', { status: 403, message: secondaryLimit.message, headers: { 'retry-after': '2' } }],
  ] as const) {
    it(`is waited for: ${name}`, () =>
      withGitHub(async ({ state, requests }, check) => {
        state.commits = [createCommit('a'.repeat(40), 'Change')]
        state.faults.set('commits', { ...fault, times: 1 })
        const { record, milliseconds } = await check()
        assert.equal(JSON.parse(String(record)).commits.length, 1)
        assert.ok(milliseconds >= 2000 && milliseconds < 8000, `${milliseconds} ms`)
        assert.equal(requests.filter((each) => each.includes('/commits')).length, 2)
      }))
  }

  it('of an hour is not, nor is it tried again', () =>
    withGitHub(async ({ state, requests }, check) => {
      for (const status of [403, 429, 503]) {
        requests.length = 0
        state.faults.set('commits', { ...secondaryLimit, status })
        const { milliseconds } = await check()
        assert.ok(milliseconds < 2500, `${milliseconds} ms`)
        assert.equal(requests.filter((each) => each.includes('/commits')).length, 1)
      }
    }))
})
