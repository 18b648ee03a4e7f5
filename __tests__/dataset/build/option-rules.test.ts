import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import {
  choiceRule,
  licenseRule,
  organizationRule,
  repositoryRule,
  timeRule,
  wholeNumberRule,
} from '../../../src/dataset/build/option-rules.ts'

describe('rules of options', () => {
  it('take repositories', () => {
    for (const text of ['octo/app', 'o/.github', 'octo-org/a.b_c'])
      assert.equal(repositoryRule.parse(text), text)
    for (const text of ['octo', 'a/b/c', '/app', 'octo/', 'octo/..', '../app', 'octo/a b', 'octo/app\n']) {
      assert.equal(repositoryRule.parse(text), null, text)
    }
  })

  it('take organisations', () => {
    for (const text of ['octo', 'octo-org', 'octo_corp']) assert.equal(organizationRule.parse(text), text)
    for (const text of ['octo/app', '-octo', '', 'octo\n'])
      assert.equal(organizationRule.parse(text), null, text)
  })

  it('take licences', () => {
    for (const text of ['MIT', 'GPL-2.0+', '(MIT OR Apache-2.0) AND LicenseRef-ours'])
      assert.equal(licenseRule.parse(text), text)
    for (const text of ['', ' ', '-', 'MIT; rm', 'MIT\n']) assert.equal(licenseRule.parse(text), null, text)
  })

  it('take times, in UTC', () => {
    assert.equal(timeRule.parse('2026-01-31'), '2026-01-31T00:00:00.000Z')
    assert.equal(timeRule.parse('2026-01-31T12:00Z'), '2026-01-31T12:00:00.000Z')
    assert.equal(timeRule.parse('2026-01-31T12:00:00.5Z'), '2026-01-31T12:00:00.500Z')
    for (const text of ['2026', '2026-13-01', '2026-01-31T12:00:00', '2026-01-31T12:00:00+01:00', 'now']) {
      assert.equal(timeRule.parse(text), null, text)
    }
  })

  it('take whole numbers in a range', () => {
    const { expected, parse } = wholeNumberRule(1, 64)
    assert.equal(expected, 'a whole number from 1 to 64')
    assert.deepEqual(['1', '64', '0', '65', '1.5', '-1', '1e1', '', '9999999999'].map(parse), [
      ...[1, 64],
      ...Array(7).fill(null),
    ])
  })

  it('take one of a few words', () => {
    const { expected, parse } = choiceRule(['team', 'public'])
    assert.equal(expected, 'one of `team`, `public`')
    assert.deepEqual(['team', 'Team', 'constructor', ''].map(parse), ['team', null, null, null])
  })
})
