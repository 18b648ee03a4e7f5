import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parseLabelledCases } from '../../eval/labelled-case.ts'
import { f1Of, precisionOf, recallOf, shareOf } from '../../eval/measures.ts'
import type { Prediction } from '../../eval/prediction.ts'
import { isNamed } from '../../eval/score-agents.ts'
import { scoreCases } from '../../eval/score-cases.ts'
import { scoreTrailers } from '../../eval/score-trailers.ts'
import { createPullRequest } from '../../src/core/pull-request.ts'

const nothing: Prediction = {
  uses_ai: null,
  tools: [],
  traces: [],
  prompts: [],
  failures: [],
  corrections: [],
  attestation: null,
}
const label = {
  id: 'a',
  kind: 'squash-body',
  title: 'Add a cache',
  text: 'Add a cache.',
  expect: {
    uses_ai: true,
    tools: [{ name: 'Cursor', version: null, model: null }],
    prompts: ['Add a cache'],
    failures: 1,
    corrections: 0,
    attestation: true,
  },
}
const cases = parseLabelledCases(JSON.stringify(label))

test('what is not found is missed', () => {
  const scores = scoreCases(cases, () => nothing)
  assert.deepEqual(scores.aiUse.wrong, ['a: unknown, not used'])
  assert.deepEqual(scores.tools.misses, ['a: Cursor'])
  assert.equal(recallOf(scores.prompts), 0)
  assert.deepEqual([scores.failures.missed, scores.corrections.missed, scores.attestation.missed], [1, 0, 1])
})

test('what is found and not in the label is extra', () => {
  const tools = ['cursor', 'devin'].map((id) => ({ tool_id: id, name: id, model: null }))
  const scores = scoreCases(cases, () => ({ ...nothing, tools, corrections: ['Renamed it'] }))
  assert.deepEqual([scores.tools.right, scores.tools.extra], [1, 1])
  assert.equal(precisionOf(scores.tools), 0.5)
  assert.equal(f1Of(scores.tools), 2 / 3)
  assert.equal(scores.corrections.extra, 1)
})

test('an accepted answer is right, but not the best one', () => {
  const tolerant = parseLabelledCases(JSON.stringify({ ...label, accept: { uses_ai: [null] } }))
  const scores = scoreCases(tolerant, () => nothing)
  assert.deepEqual([shareOf(scores.aiUse), shareOf(scores.aiUseStrict)], [1, 0])
})

test('an agent is named by an author, and not by another product', () => {
  const author = { login: 'cursoragent', id: null, name: null, email: null }
  assert.ok(isNamed('cursor', createPullRequest({ author })))
  assert.ok(!isNamed('openai-codex', createPullRequest({ body: '## PR-Codex overview' })))
})

test('a trailer row has to give the tool of its brand', () => {
  const { tools, reviewBots } = scoreTrailers(
    [
      'count\trepos\tclass\ttrailer_key\tvalue',
      '1\t1\ttool/model\tCo-authored-by\tCursor Agent <cursoragent@cursor.com>',
      '1\t1\ttool/model\tCo-authored-by\tDevin Someone <someone@example.com>',
      '1\t1\treview-bot\tCo-authored-by\tcoderabbitai[bot] <136622811+coderabbitai[bot]@users.noreply.github.com>',
    ].join('\n'),
  )
  assert.deepEqual(tools.wrong, ['Co-authored-by: Devin Someone: nothing'])
  assert.deepEqual([tools.of, reviewBots.right], [2, 1])
})
