// Records from what is known and what was read.

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Draft } from '../../../src/core/draft/draft.ts'
import { addEvidence } from '../../../src/core/evidence/add-evidence.ts'
import { extractPullRequest } from '../../../src/core/extract/extract-pull-request.ts'
import { extractRecord } from '../../../src/core/extract-record.ts'
import { createPullRequest, type PullRequest } from '../../../src/core/pull-request.ts'
import { assessCompleteness } from '../../../src/core/record/assess-completeness.ts'
import type { WorklogRecord } from '../../../src/core/record/schema.ts'
import { sectionNames } from '../../../src/core/record/section-name.ts'
import { serializeLine, serializeRecord } from '../../../src/core/record/serialize.ts'
import { assertValid } from '../../support/assert-invariants.ts'

const extract = (known: Partial<PullRequest>) =>
  extractRecord(createPullRequest(known), { generatedAt: '2026-01-01T00:00:00.000Z', version: '1.2.3' })

describe('a record', () => {
  it('is whole when nothing is known', () => {
    const record = extract({})
    assertValid(record)
    assert.deepEqual(
      [record.record_id, record.ai_use, record.policy.result, record.findings, record.completeness.score],
      [null, 'unknown', null, [], 0],
    )
    assert.deepEqual(record.generator, { name: 'ai-worklog', version: '1.2.3' })
    assert.deepEqual(
      record.sources.map(({ source, state }) => `${source} ${state}`),
      ['body missing', 'branch missing', 'author missing'],
    )
  })

  it('has the same id in every run, by number where it is known', () => {
    const known = { host: 'github.com', repository: 'octo-org/octo-repo', number: 7 }
    assert.equal(extract(known).record_id, 'github.com/octo-org/octo-repo/7')
    assert.equal(extract({ ...known, repositoryId: 42 }).record_id, 'github.com/42/7')
    assert.equal(extract({ ...known, number: null }).record_id, null)
    assert.equal(extract({ ...known, host: null }).record_id, null)
  })

  it('keeps what GitHub says of the pull request', () => {
    const record = extract({
      title: 'Retry',
      author: { login: 'octocat', id: 1, name: null, email: null },
      labels: ['bug'],
      files: [{ path: 'a.ts', additions: 1, deletions: 2 }],
      filesTruncated: true,
      headRef: 'retry',
    })
    assertValid(record)
    assert.deepEqual(
      [record.source.title, record.source.author, record.source.labels, record.source.head_ref],
      ['Retry', 'octocat', ['bug'], 'retry'],
    )
    assert.deepEqual(record.files, [{ path: 'a.ts', additions: 1, deletions: 2 }])
    assert.equal(record.files_truncated, true)
  })

  it('knows an outcome only once the pull request is closed', () => {
    assert.equal(extract({ state: 'open', merged: false }).outcome.merged, null)
    assert.equal(extract({ state: 'closed', merged: true }).outcome.merged, true)
    assert.equal(extract({ state: 'closed', merged: false }).outcome.merged, false)
  })

  it('is serialised the same every time', () => {
    const record = extract({ body: 'x' })
    assert.equal(serializeRecord(record), `${JSON.stringify(record, null, 2)}\n`)
    assert.equal(serializeLine(record), `${JSON.stringify(record)}\n`)
    assert.deepEqual(JSON.parse(serializeLine(record)), record)
  })
})

const cursor: Draft = {
  tools: [{ key: '00000001', name: 'Cursor', version: '1.7', model: null }],
  prompts: [{ key: '00000002', kind: 'initial', text: 'Fix it.' }],
  failures: [],
  corrections: [],
}

describe('assessCompleteness', () => {
  const lists = { tools: [], prompts: [], failures: [], corrections: [] }
  const sections = (...states: WorklogRecord['sections'][number]['state'][]) =>
    sectionNames.map((name, index) => ({ name, state: states[index] ?? ('absent' as const), place: null }))

  it('counts answers and denials', () => {
    assert.deepEqual(
      assessCompleteness({
        ...lists,
        ai_use: 'used',
        sections: sections('answered', 'denied', 'empty', 'template'),
      }),
      {
        score: 33,
        present: ['tools', 'prompts'],
        missing: ['failures', 'corrections', 'context', 'review'],
      },
    )
  })

  it('counts tools that only a trace names', () => {
    const { tools } = addEvidence(extractPullRequest(createPullRequest({})), cursor).rows
    assert.deepEqual(assessCompleteness({ ...lists, ai_use: 'used', sections: sections(), tools }).present, [
      'tools',
    ])
  })

  it('counts what a transcript tells', () => {
    const { rows } = addEvidence(extractPullRequest(createPullRequest({})), cursor)
    assert.deepEqual(assessCompleteness(rows).present, ['tools', 'prompts'])
  })

  it('is full where no AI was used', () => {
    assert.deepEqual(assessCompleteness({ ...lists, ai_use: 'none', sections: sections('denied') }), {
      score: 100,
      present: ['tools'],
      missing: [],
    })
  })
})
