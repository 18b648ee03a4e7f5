import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { WorklogRecord } from '../../../src/core/record/schema.ts'
import { toTombstoneKey } from '../../../src/dataset/erase/tombstones.ts'
import type { Input } from '../../../src/dataset/input.ts'
import { createMapContext } from '../../../src/dataset/map/map-context.ts'
import { mapLine } from '../../../src/dataset/map/map-line.ts'
import type { MapSettings } from '../../../src/dataset/map/map-options.ts'
import { createExampleRecord, exampleSettings } from './example-record.ts'

const example = createExampleRecord()

interface Mapped {
  problem: string | undefined
  candidate: { [name: string]: unknown; bands: number[]; areas: unknown }
  record: WorklogRecord
  stored: WorklogRecord & { mood?: unknown }
}

async function map(
  value: unknown,
  settings: Partial<MapSettings> = {},
  input: Partial<Input> = {},
): Promise<Mapped> {
  const context = await createMapContext({ ...exampleSettings, ...settings })
  const whole: Input = { path: '', name: 'in', kind: 'auto', source: 'artifact', trust: 'base', ...input }
  const line = typeof value === 'string' ? value : JSON.stringify(value)
  const mapped = mapLine(line, '0001-0000-0000000001', whole, context)
  if ('reason' in mapped) return { problem: `${mapped.reason}: ${mapped.message}` } as Mapped
  const { json, ...record } = JSON.parse(mapped.record ?? '{}')
  return {
    problem: undefined,
    candidate: JSON.parse(mapped.candidate),
    record,
    stored: json === undefined ? null : JSON.parse(json),
  }
}

describe('a mapped line', () => {
  it('is the record, and what the SELECTs decide by', async () => {
    const { candidate, record, stored } = await map(example)
    assert.deepEqual(stored, example)
    assert.deepEqual(record, { row_id: '0001-0000-0000000001', ...example })
    const { content_hash, text_hash, bands, repository_bucket, pull_request_bucket, ...rest } = candidate
    assert.match(String(content_hash), /^[0-9a-f]{64}$/)
    assert.match(String(text_hash), /^[0-9a-f]{64}$/)
    assert.equal(bands.length, 14)
    for (const bucket of [repository_bucket, pull_request_bucket])
      assert.ok(Number(bucket) >= 0 && Number(bucket) < 10_000)
    assert.deepEqual(rest, {
      row_id: '0001-0000-0000000001',
      record_key: 'github.com/octo/app/12',
      record_id: 'github.com/99/12',
      source: 'artifact',
      trust: 'base',
      trust_rank: 0,
      generated_at: '2026-01-04T00:00:00Z',
      run_attempt: 2,
      host: 'github.com',
      repository_name: 'octo/app',
      repository: 'Octo/App',
      repository_id: 99,
      pr_number: 12,
      visibility: 'public',
      license: 'MIT',
      consent: 'unset',
      dropped: null,
      words: rest.words,
      created_month: 202601,
      created_at: '2026-01-02T03:04:05Z',
      url: 'https://github.com/Octo/App/pull/12',
      title: 'Parse the configuration (#12)',
      ai_use: 'used',
      result: null,
      completeness: example.completeness.score,
      human_reviewed: null,
      tests_run: null,
      state: 'closed',
      merged: true,
      reverted_by: null,
      checks: null,
      review_decision: null,
      areas: [
        { area: 'src/core', files: 2, additions: 11, deletions: 2 },
        { area: '.', files: 1, additions: 3, deletions: 1 },
      ],
    })
  })

  it('has the hash of what lasts', async () => {
    const hashOf = async (change: Partial<WorklogRecord>) =>
      (await map({ ...example, ...change })).candidate.content_hash
    const hash = await hashOf({})
    const { source } = example
    assert.equal(await hashOf({ generated_at: '2026-05-05T00:00:00Z' }), hash)
    assert.equal(await hashOf({ generator: { name: 'x', version: '9' } }), hash)
    assert.equal(await hashOf({ source: { ...source, run: null } }), hash)
    assert.notEqual(await hashOf({ source: { ...source, title: 'Other' } }), hash)
  })

  it('may be a pull request', async () => {
    const line = { repository: 'octo/app', number: 3, author: 'octocat', body: 'Written with Claude Code.' }
    const { candidate } = await map(line)
    assert.equal(candidate.ai_use, 'used')
    assert.equal(candidate.record_key, 'github.com/octo/app/3')
    assert.equal(candidate.generated_at, '2026-11-26T00:00:00Z')
    assert.equal(candidate.text_hash, null)
    assert.deepEqual(candidate.bands, [])
  })

  it('of no pull request is known by its content', async () => {
    const { candidate, record } = await map({ body: 'Written with Claude Code.' })
    const other = await map({ body: 'Written with Codex.' })
    assert.match(String(candidate.record_key), /^file\/[0-9a-f]{64}$/)
    assert.equal(candidate.record_id, candidate.record_key)
    assert.equal(record.record_id, candidate.record_key)
    assert.notEqual(other.candidate.record_key, candidate.record_key)
  })

  it('keeps what a newer version added, for the store only', async () => {
    const newer = { ...example, schema_version: '1.7', mood: 'good' }
    const { record, stored } = await map(newer)
    assert.equal(stored.mood, 'good')
    assert.equal('mood' in record, false)
  })

  for (const [line, problem] of [
    ['{"a":', 'not-json: no JSON; expected one record or pull request a line'],
    ['[]', 'wrong-schema: no object; expected a record or a pull request'],
    ['{"title":"x"}', 'not-a-pull-request: no pull request: `body` is missing'],
    [
      '{"schema_version":"2.0"}',
      'unsupported-version: its `schema_version` is `2.0`, this program reads `1.x`; use a release that reads it',
    ],
    ['{"schema_version":7}', 'unsupported-version: its `schema_version` is no version such as `1.0`'],
    ['{"schema_version":"1.0"}', 'wrong-schema: `generated_at` is missing, expected a value'],
  ] as const)
    it(`is not ${line}`, async () => assert.equal((await map(line)).problem, problem))

  it('redacts what the record says was redacted', async () => {
    const leak = {
      ...example,
      context: { ...example.context, notes: 'Mail jane@corp.io' },
      redaction: {
        ruleset: '1',
        counts: [
          { rule: 'email', count: 2 },
          { rule: 'no rule!', count: 1 },
        ],
      },
    }
    const { stored, record } = await map(leak)
    assert.equal(record.context.notes, 'Mail [REDACTED:email-1]')
    assert.deepEqual(stored.redaction, { ruleset: '1', counts: [{ rule: 'email', count: 3 }] })
  })

  it('keeps marks of an earlier redaction apart', async () => {
    const notes = '[REDACTED:email-4] and [REDACTED:email-2] and jane@corp.io'
    const earlier = {
      ...example,
      context: { ...example.context, notes },
      redaction: { ruleset: '0', counts: [{ rule: 'email', count: 2 }] },
    }
    const { stored } = await map(earlier)
    assert.equal(stored.context.notes, notes.replace('jane@corp.io', '[REDACTED:email-5]'))
    assert.deepEqual(await map(stored).then((again) => again.stored), stored)
  })

  it('takes out what the team’s own patterns match', async () => {
    const { record } = await map(example, { ownPatterns: { patterns: ['parser'], allow: [] } })
    assert.match(record.prompts[0]?.text ?? '', /^Write a \[REDACTED:custom-1\] /)
  })

  it('has the id of its pull request, whatever it says', async () => {
    const { candidate, record } = await map({ ...example, record_id: 'github.com/1/1' })
    assert.equal(candidate.record_id, 'github.com/99/12')
    assert.equal(record.record_id, 'github.com/99/12')
  })

  it('of a fork sets no consent', async () => {
    const agreed = { ...example, consent: { training: 'yes', by: 'octocat', at: null, scope: null } }
    assert.equal((await map(agreed)).candidate.consent, 'yes')
    const { candidate, stored } = await map(agreed, {}, { trust: 'fork' })
    assert.equal(candidate.consent, 'unset')
    assert.equal(candidate.trust_rank, 3)
    assert.deepEqual(stored.consent, { training: 'unset', by: null, at: null, scope: null })
  })

  for (const recordId of ['github.com/99/12', 'github.com/octo/app/12', 'github.com/Octo/App/12'])
    it(`learns what became of ${recordId}`, async () => {
      const { candidate, stored } = await map(example, {
        outcomes: [
          {
            recordId,
            state: 'open',
            merged: null,
            closedAt: null,
            mergedAt: null,
            mergeSha: null,
            revertedBy: 'abc',
            checks: 'failure',
            reviewDecision: 'APPROVED',
          },
        ],
      })
      assert.equal(candidate.state, 'open')
      assert.equal(candidate.reverted_by, 'abc')
      assert.equal(stored.source.closed_at, null)
      assert.equal(stored.outcome.review_decision, 'APPROVED')
    })

  for (const [dropped, settings] of [
    ['opt_out', { optOut: { authors: ['octocat'], repositories: [], pullRequests: [] } }],
    ['opt_out', { optOut: { authors: [], repositories: ['octo/app'], pullRequests: [] } }],
    ['opt_out', { optOut: { authors: [], repositories: [], pullRequests: ['octo/app#12'] } }],
    ['tombstone', { tombstones: [tombstone('author', 'octocat')] }],
    ['tombstone', { tombstones: [tombstone('repository', 'octo/app')] }],
    ['tombstone', { tombstones: [tombstone('repository', 'id:99')] }],
    ['tombstone', { tombstones: [tombstone('pull_request', 'github.com/octo/app/12')] }],
    ['tombstone', { tombstones: [tombstone('pull_request', 'github.com/99/12')] }],
    ['retention', { keepDays: 100 }],
    ['tool_age', { toolAgeDays: 100 }],
    [null, { keepDays: 400, toolAgeDays: 400, tombstones: [tombstone('author', 'hubot')] }],
  ] as const)
    it(`is dropped as ${dropped} by ${JSON.stringify(settings).slice(0, 60)}`, async () => {
      const { candidate, stored } = await map(example, settings)
      assert.equal(candidate.dropped, dropped)
      assert.equal(stored === null, dropped !== null)
      assert.equal(candidate.title === undefined, dropped !== null)
      assert.equal(candidate.bands.length === 0, dropped !== null)
    })

  it('names authors as told', async () => {
    const omitted = await map(example, { authors: 'omit' })
    assert.equal(omitted.record.source.author, null)
    assert.equal(omitted.stored.source.author, 'octocat')
    const hidden = await map(example, { authors: 'pseudonym', pseudonymKey: '0123456789abcdef' })
    assert.match(String(hidden.record.source.author), /^author-[0-9a-f]{16}$/)
    assert.match(String(hidden.candidate.record_id), /^[0-9a-f]{32}$/)
    assert.equal(hidden.candidate.record_key, 'github.com/octo/app/12')
    assert.equal(hidden.candidate.url, null)
    assert.deepEqual(hidden.stored, example)
  })
})

function tombstone(kind: 'author' | 'repository' | 'pull_request', key: string) {
  return { kind, key: toTombstoneKey('salt', kind, key), at: '2026-01-01T00:00:00Z' }
}
