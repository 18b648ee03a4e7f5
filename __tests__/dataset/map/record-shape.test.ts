import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { WorklogRecord } from '../../../src/core/record/schema.ts'
import { type Shaping, shapeRecord } from '../../../src/dataset/map/record-shape.ts'
import { createExampleRecord } from './example-record.ts'

const example = createExampleRecord()

function shape(value: unknown, options: Partial<Shaping> = {}) {
  const shaping: Shaping = {
    cleanTexts: true,
    keepUnknown: false,
    dropBadTimes: false,
    hasUnknown: false,
    isCut: false,
    ...options,
  }
  const shaped = shapeRecord(value, shaping)
  return {
    ...shaping,
    record: 'record' in shaped ? shaped.record : undefined,
    problem: 'problem' in shaped ? shaped.problem : undefined,
  }
}

function change(path: readonly (string | number)[], value: unknown): unknown {
  const copy = structuredClone(example) as unknown
  let at = copy as Record<string | number, unknown>
  for (const key of path.slice(0, -1)) at = at[key] as Record<string | number, unknown>
  const last = path.at(-1) ?? ''
  if (value === undefined) delete at[last]
  else at[last] = value
  return copy
}

describe('the shape of a record', () => {
  it('takes a record as it is', () => {
    assert.deepEqual(shape(JSON.parse(JSON.stringify(example))).record, example)
    assert.equal(shape(example).hasUnknown, false)
  })

  it('puts fields in the order of the schema', () => {
    const turned = Object.fromEntries(Object.entries(example).reverse())
    assert.equal(JSON.stringify(shape(turned).record), JSON.stringify(example))
  })

  for (const [path, value, problem] of [
    [['prompts', 0, 'text'], 7, '`prompts[0].text` is a number, expected a text'],
    [['source', 'pr_number'], '12', '`source.pr_number` is a text, expected a whole number from 1'],
    [['source', 'pr_number'], 1e300, '`source.pr_number` is a number, expected a whole number from 1'],
    [
      ['completeness', 'score'],
      101,
      '`completeness.score` is a number, expected a whole number from 0 to 100',
    ],
    [['tools'], {}, '`tools` is an object, expected a list'],
    [['source'], [], '`source` is a list, expected an object'],
    [['files_truncated'], null, '`files_truncated` is null, expected a boolean'],
    [
      ['generated_at'],
      '2026-02-30T00:00:00Z',
      '`generated_at` is a text, expected a time such as `2026-11-26T10:00:00Z`',
    ],
    [['generator'], undefined, '`generator` is missing, expected a value'],
    // Redaction does not look at fields of closed lists.
    [
      ['prompts', 0, 'kind'],
      'ghp_0123456789',
      '`prompts[0].kind` is a text, expected a word such as `declared`',
    ],
  ] as const) {
    it(`names ${path.join('.')} as ${JSON.stringify(value)}`, () => {
      assert.equal(shape(change(path, value)).problem, problem)
    })
  }

  for (const value of [null, 7, 'text', [], true])
    it(`takes no ${JSON.stringify(value)}`, () => assert.match(shape(value).problem ?? '', /^`record` is /))

  it('fills in what may be empty', () => {
    const { record } = shape(change(['links'], undefined))
    assert.deepEqual(record?.links, [])
    assert.equal(shape(change(['extent'], undefined)).record?.extent, null)
    assert.equal(shape(change(['outcome'], undefined)).record?.outcome.merged, null)
  })

  it('takes new words of closed lists', () => {
    const { record } = shape(change(['prompts', 0, 'kind'], 'steering'))
    assert.equal(record?.prompts[0]?.kind, 'steering')
  })

  it('leaves out or keeps what it does not know', () => {
    const value = change(['prompts', 0, 'mood'], { ghp_A1: 1, deep: ['x\0'] })
    const without = shape(value)
    assert.equal(without.hasUnknown, true)
    assert.deepEqual(without.record, example)
    const kept = shape(value, { keepUnknown: true }).record?.prompts[0] as unknown as { mood: unknown }
    assert.deepEqual(kept.mood, { deep: ['x'] })
  })

  it('keeps nothing unknown that redaction would not look at', () => {
    const value = change(['extra'], { tools: [{ basis: 'ghp_0123456789' }] })
    const kept = shape(value, { keepUnknown: true }).record as WorklogRecord & { extra: unknown }
    assert.deepEqual(kept.extra, { tools: [{ basis: null }] })
  })

  it('is not fooled by names of prototypes', () => {
    const value: unknown = JSON.parse(
      JSON.stringify(example).replace('{', '{"__proto__":{"consent":1},"constructor":2,'),
    )
    const kept = shape(value, { keepUnknown: true }).record
    assert.equal(Object.getPrototypeOf(kept), Object.prototype)
    assert.deepEqual(kept?.consent, example.consent)
  })

  it('cleans texts and times', () => {
    const { record } = shape(change(['source', 'title'], 'a\0b\uD800'))
    assert.equal(record?.source.title, 'ab\uFFFD')
    const local = shape(change(['source', 'created_at'], '2026-01-02T03:04:05+02:00'))
    assert.equal(local.record?.source.created_at, '2026-01-02T01:04:05.000Z')
    const bad = shape(change(['source', 'created_at'], 'soon'), { dropBadTimes: true })
    assert.equal(bad.record?.source.created_at, null)
  })

  it('takes a blank text for none where there may be none', () => {
    assert.equal(shape(change(['prompts', 0, 'text'], '')).record?.prompts[0]?.text, null)
    assert.equal(shape(change(['source', 'license'], ' \n\u00A0')).record?.source.license, null)
    assert.equal(shape(change(['tools', 0, 'name'], '')).record?.tools[0]?.name, '')
  })

  it('cuts lists that are too long', () => {
    const { record, isCut } = shape({ ...example, links: Array(5000).fill(link) })
    assert.equal(record?.links.length, 1000)
    assert.equal(isCut, true)
  })
})

const link = { seq: 1, kind: 'share', url: 'https://x', tool_seq: null, place: example.prompts[0]?.place }
