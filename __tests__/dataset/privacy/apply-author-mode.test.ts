import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import * as v from 'valibot'
import { recordSchema, type WorklogRecord } from '../../../src/core/record/schema.ts'
import { applyAuthorMode } from '../../../src/dataset/privacy/apply-author-mode.ts'
import { createPseudonym, toAuthorPseudonym } from '../../../src/dataset/privacy/pseudonyms.ts'
import { createExampleRecord } from '../map/example-record.ts'

const example = createExampleRecord()
const pseudonym = createPseudonym('a key of the team’s own')
const sha = 'a1'.repeat(20)
const told = createExampleRecord({
  context: {
    ...example.context,
    notes: `Ask @OctoCat about https://github.com/octo/app/issues/7, octo/app#8, ${sha.slice(0, 9)}, ${'b2'.repeat(20)} and octocat/parse-config; 0123456 is none.`,
    linked_issues: ['#7'],
  },
  consent: { training: 'yes', by: 'octocat', at: '2026-01-02T03:04:05Z', scope: null },
  outcome: { ...example.outcome, reverted_by: '#14' },
  links: [{ seq: 1, kind: 'session', url: 'https://claude.ai/s/1', tool_seq: null, place: place() }],
  signals: [
    {
      seq: 1,
      kind: 'footer',
      tool_id: null,
      value: 'Started by @hubot-jane, see https://claude.ai/s/1',
      place: place(),
    },
  ],
})

function place(): WorklogRecord['prompts'][number]['place'] {
  return { source: 'commit', commit_sha: sha, start: null, end: null }
}

describe('authors as logins', () => {
  it('leave a record as it is', () => assert.equal(applyAuthorMode(told, 'x', null), told))
})

describe('omitted authors', () => {
  const record = applyAuthorMode(told, 'x', 'omit')

  it('are nowhere in the record, which stays valid', () => {
    assert.doesNotMatch(JSON.stringify(record), /octocat|hubot/i)
    assert.equal(v.is(recordSchema, record), true)
    assert.equal(record.privacy.author, 'omit')
    assert.equal(record.source.url, null)
    assert.equal(record.source.run, null)
  })

  it('leave what tells records apart', () => {
    assert.equal(record.source.pr_number, 12)
    assert.equal(record.record_id, 'github.com/99/12')
    assert.match(record.context.notes ?? '', /^Ask @\[OMITTED:author\] about /)
  })
})

describe('authors with pseudonyms', () => {
  const record = applyAuthorMode(told, 'github.com/99/12', pseudonym)
  const author = toAuthorPseudonym('octocat', pseudonym)

  it('are nowhere in the record, which stays valid', () => {
    assert.doesNotMatch(JSON.stringify(record), /octocat|hubot/i)
    assert.equal(v.is(recordSchema, record), true)
    assert.equal(record.source.author, author)
    assert.equal(record.consent.by, author)
    assert.match(record.signals[0]?.value ?? '', /^Started by @\[OMITTED:author\]/)
  })

  it('have nothing that leads to the pull request', () => {
    assert.doesNotMatch(JSON.stringify(record), /\/pull\/|#\d|a1a1a1a1|parse-config|claude\.ai|actions\/runs/)
    const { pr_number, url, base_ref, head_ref, head_sha, merge_sha, run, head_repository_id } = record.source
    for (const value of [pr_number, url, base_ref, head_ref, head_sha, merge_sha, run, head_repository_id])
      assert.equal(value, null)
    assert.match(record.record_id ?? '', /^[0-9a-f]{32}$/)
    assert.match(record.outcome.reverted_by ?? '', /^[0-9a-f]{32}$/)
    assert.equal(record.source.repository, 'Octo/App')
    assert.equal(record.source.created_at, '2026-01-02T00:00:00Z')
    assert.equal(record.generated_at, '2026-01-04T00:00:00Z')
    assert.deepEqual(record.context.linked_issues, [])
    assert.equal(
      record.context.notes,
      `Ask @${author} about [OMITTED:link], [OMITTED:number], [OMITTED:sha], [OMITTED:sha] and [OMITTED:branch]; 0123456 is none.`,
    )
  })

  it('leave rows of one commit together', () => {
    assert.equal(record.commits[0]?.sha, record.signals[0]?.place.commit_sha)
    assert.match(record.commits[0]?.sha ?? '', /^[0-9a-f]{32}$/)
  })

  it('are the same for the same record', () => {
    assert.deepEqual(applyAuthorMode(told, 'github.com/99/12', pseudonym), record)
  })
})

describe('an author who cannot be known', () => {
  it('has no pseudonym', () => {
    const record = applyAuthorMode({ ...told, source: { ...told.source, author: null } }, 'x', pseudonym)
    assert.equal(record.source.author, null)
    assert.equal(record.consent.by, null)
  })

  it('is no word that anybody uses', () => {
    const record = { ...example, source: { ...example.source, author: 'test', title: 'A test of parsers' } }
    assert.equal(applyAuthorMode(record, 'x', 'omit').source.title, 'A test of parsers')
  })
})
