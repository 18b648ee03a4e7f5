// What becomes of a pull request when the clock stops a parse.

import assert from 'node:assert/strict'
import { it } from 'node:test'
import type { Bounded } from '../../src/core/bounded.ts'
import { extractRecord } from '../../src/core/extract-record.ts'
import { createPullRequest } from '../../src/core/pull-request.ts'
import { assertValid } from '../support/assert-invariants.ts'

const options = { generatedAt: '2026-01-01T00:00:00.000Z', version: '0.0.0-test' }
const long = 'I used Claude to write this. '.repeat(600)
const commit = (message: string, index: number) => ({
  sha: `${index}`.repeat(40),
  message,
  author: null,
  committer: null,
})
const stateOf = (bounded: Bounded, body: string, messages: readonly string[]) => {
  const pullRequest = createPullRequest({ body, commits: messages.map(commit), headRef: 'main' })
  const record = extractRecord(pullRequest, { ...options, bounded })
  assertValid(record)
  return [record.ai_use, ...record.sources.map(({ state }) => state)]
}

it('a stopped body is unparsable, and the rest is read', () => {
  const states = stateOf(() => null, long, ['a\n\nCo-authored-by: Claude <noreply@anthropic.com>'])
  assert.deepEqual(states, ['used', 'unparsable', 'read', 'read', 'missing'])
})

it('stopped messages are unparsable, and their trailers are read', () => {
  const trailer = '\n\nCo-authored-by: Claude <noreply@anthropic.com>'
  const states = stateOf(() => null, 'Adds a table.', [`a\n\n${long}${trailer}`, 'claude'])
  assert.deepEqual(states, ['used', 'read', 'unparsable', 'unparsable', 'read', 'missing'])
})

it('messages that came to their turn before the clock stopped are read', () => {
  const stopAtSecond: Bounded = (work) => {
    try {
      work()
    } catch {}
    return null
  }
  let asked = 0
  const second = {
    ...commit('', 2),
    get message() {
      asked++
      // The last to ask is the parse.
      if (new Error().stack?.includes('readMessage ')) throw new Error('stopped')
      return `b\n\n${long}`
    },
  }
  const pullRequest = createPullRequest({ body: null, commits: [commit(`a\n\n${long}`, 1), second] })
  const record = extractRecord(pullRequest, { ...options, bounded: stopAtSecond })
  assert.ok(asked > 0)
  assert.deepEqual(
    record.sources.map(({ state }) => state),
    ['missing', 'read', 'unparsable', 'missing', 'missing'],
  )
})

it('short texts are not timed', () => {
  const never: Bounded = () => assert.fail()
  assert.equal(stateOf(never, 'I used Claude.', ['claude'])[1], 'read')
})

it('templates that are too long together are named and left out', async () => {
  const { extractPullRequest } = await import('../../src/core/extract/extract-pull-request.ts')
  const text = `## AI usage\n\n${'x'.repeat(40_000)}`
  const templates = ['a.md', 'b.md'].map((path) => ({ path, text, problem: null }))
  const { template } = extractPullRequest(createPullRequest({ body: 'a', templates }))
  assert.deepEqual(template.problems, [
    { path: 'b.md', reason: 'the templates up to it are longer than 65536 characters' },
  ])
})
