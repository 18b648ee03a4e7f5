// Real pull requests and labelled texts, which are not part of the project: read where they are, else skipped.

import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { describe, it } from 'node:test'
import { parsePullRequest } from '../../src/cli/parse-pull-request.ts'
import { extractRecord } from '../../src/core/extract-record.ts'
import { createPullRequest, type PullRequest } from '../../src/core/pull-request.ts'
import type { WorklogRecord } from '../../src/core/record/schema.ts'
import { assertInvariants, assertPlaces, assertValid } from '../support/assert-invariants.ts'

const data = new URL('../../../shared/data/', import.meta.url)
const skip = existsSync(data) ? false : 'there is no ../shared/data'
const options = { generatedAt: '2026-01-01T00:00:00.000Z', version: '0.0.0-test' }
const extract = (pullRequest: PullRequest) => extractRecord(pullRequest, options)

const readLines = (name: string) => readFileSync(new URL(name, data), 'utf8').trimEnd().split('\n')

describe('3,416 pull requests of five coding agents', { skip }, () => {
  const records: WorklogRecord[] = []

  it('give valid records with places inside their texts', () => {
    for (const line of readLines('pull-requests.jsonl')) {
      const pullRequest = parsePullRequest(line)
      const record = extract(pullRequest)
      assertValid(record)
      assertPlaces(record, pullRequest)
      records.push(record)
    }
    assert.equal(records.length, 3416)
  })

  it('say nothing of AI in so many words, but for one', () => {
    assert.equal(records.filter(({ ai_use }) => ai_use === 'none').length, 0)
    assert.equal(records.filter(({ ai_use_basis }) => ai_use_basis === 'statement').length, 1)
  })

  it('tell of no failures, corrections or context of AI work', () => {
    for (const { source, failures, corrections, context } of records) {
      const { linked_issues, ...told } = context
      assert.deepEqual([failures, corrections], [[], []], `${source.repository}#${source.pr_number}`)
      assert.deepEqual(Object.values(told), [null, null, null, null, null])
    }
  })

  it('give one prompt, the only one written down', () => {
    const [prompt, ...others] = records.flatMap(({ prompts }) => prompts)
    assert.deepEqual(others, [])
    assert.equal(prompt?.kind, 'initial')
    assert.match(prompt?.text ?? '', /^Add `autoComplete` prop to `SchemaForm`/)
  })
})

describe('133 labelled texts', { skip }, () => {
  const cases = skip === false ? readLines('labelled-cases.jsonl').map(parseCase) : []

  it('hold what holds for every body', () => {
    assert.equal(cases.length, 133)
    for (const { text } of cases) {
      assertInvariants(createPullRequest({ body: text }), (body) => extract(createPullRequest({ body })))
    }
  })

  it('are never taken for a denial that nobody made', () => {
    for (const { id, text, expect } of cases) {
      if (extract(createPullRequest({ body: text })).ai_use === 'none')
        assert.equal(expect.uses_ai, false, id)
    }
  })

  it('never have more failures or corrections than the labels allow', () => {
    for (const { id, text, expect, accept } of cases) {
      const record = extract(createPullRequest({ body: text }))
      for (const name of ['failures', 'corrections'] as const) {
        assert.ok(record[name].length <= (accept[name]?.[1] ?? expect[name]), `${id}: ${name}`)
      }
    }
  })

  it('have at most one prompt that is not one, and most of those that are', () => {
    const normalize = (text: string) =>
      text
        .replace(/^[>\s]+/gm, ' ')
        .replace(/\s+/g, ' ')
        .trim()
        .slice(0, 40)
    let found = 0
    let wrong = 0
    for (const { text, expect } of cases) {
      const wanted = expect.prompts.map(normalize)
      for (const prompt of extract(createPullRequest({ body: text })).prompts) {
        const start = normalize(prompt.text ?? '')
        if (wanted.some((each) => each.startsWith(start) || start.startsWith(each))) found++
        else wrong++
      }
    }
    assert.ok(found >= 56, `${found} found`)
    assert.ok(wrong <= 1, `${wrong} wrong`)
  })

  it('have no human review that the labels contradict', () => {
    for (const { id, text, expect } of cases) {
      const said = extract(createPullRequest({ body: text })).review.human_reviewed
      if (said !== null) assert.equal(said, expect.attestation, id)
    }
  })
})

interface Case {
  id: string
  text: string
  expect: {
    uses_ai: boolean | null
    prompts: string[]
    failures: number
    corrections: number
    attestation: boolean | null
  }
  accept: { failures?: [number, number]; corrections?: [number, number] }
}

function parseCase(line: string): Case {
  const value: Case = JSON.parse(line)
  return { ...value, accept: value.accept ?? {} }
}
