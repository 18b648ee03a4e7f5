// Who may consent for whom: the author, or the policy for the project's own people; the stricter wins.

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { checkPullRequest } from '../../../src/core/check-pull-request.ts'
import { extractRecord } from '../../../src/core/extract-record.ts'
import type { PolicyConsent } from '../../../src/core/policy/consent-policy.ts'
import { defaultPolicy } from '../../../src/core/policy/default-policy.ts'
import type { Privacy } from '../../../src/core/policy/privacy-policy.ts'
import { createPullRequest, type PullRequest } from '../../../src/core/pull-request.ts'
import { assertValid } from '../../support/assert-invariants.ts'

const at = '2026-01-01T00:00:00.000Z'
const unset = { training: 'unset', by: null, at: null, scope: null }

const member: Partial<PullRequest> = {
  author: { login: 'octocat', id: 583231, name: null, email: null },
  authorType: 'User',
  authorAssociation: 'MEMBER',
  repositoryId: 1,
  headRepositoryId: 1,
}

function decide(
  answer: string | null,
  policy: Partial<PolicyConsent>,
  known: Partial<PullRequest> = {},
  privacy: Partial<Privacy> = {},
) {
  const body = answer === null ? 'Adds a retry.' : `Adds a retry.\n\nTraining consent: ${answer}`
  const { record } = checkPullRequest(createPullRequest({ ...member, ...known, body }), {
    policy: {
      ...defaultPolicy,
      consent: { ...defaultPolicy.consent, ...policy },
      privacy: { ...defaultPolicy.privacy, ...privacy },
    },
    policySha: null,
    policyProblems: [],
    generatedAt: at,
    version: '0.0.0-test',
  })
  assertValid(record)
  return record.consent
}

describe('consent', () => {
  it('is unset where nobody says anything', () => assert.deepEqual(decide(null, {}), unset))

  it('is the author’s, with the time it was read', () => {
    assert.deepEqual(decide('yes', {}), { training: 'yes', by: 'octocat', at, scope: null })
    assert.deepEqual(decide('no', {}), { training: 'no', by: 'octocat', at, scope: null })
    assert.equal(
      decide('yes', {}, { authorAssociation: 'NONE', headRepositoryId: 9 }).training,
      'yes',
      'fork',
    )
    assert.deepEqual(decide('yes', {}, { author: null }), { training: 'yes', by: null, at, scope: null })
  })

  it('is the policy’s for the project’s own people', () => {
    for (const authorAssociation of ['OWNER', 'MEMBER', 'COLLABORATOR']) {
      assert.deepEqual(decide(null, { training: 'yes', scope: 'internal models' }, { authorAssociation }), {
        training: 'yes',
        by: 'policy',
        at,
        scope: 'internal models',
      })
    }
  })

  it('is not the policy’s to give for anybody else, nor for a fork', () => {
    for (const authorAssociation of [
      'CONTRIBUTOR',
      'FIRST_TIME_CONTRIBUTOR',
      'FIRST_TIMER',
      'MANNEQUIN',
      'NONE',
      'owner',
      null,
    ]) {
      assert.deepEqual(
        decide(null, { training: 'yes' }, { authorAssociation }),
        unset,
        `${authorAssociation}`,
      )
    }
    for (const headRepositoryId of [2, null]) {
      assert.deepEqual(decide(null, { training: 'yes' }, { headRepositoryId }), unset)
    }
    assert.deepEqual(decide(null, { training: 'yes' }, { repositoryId: null, headRepositoryId: null }), unset)
  })

  it('follows the stricter of both', () => {
    assert.deepEqual(decide('yes', { training: 'no' }), { training: 'no', by: 'policy', at, scope: null })
    assert.deepEqual(decide('no', { training: 'yes' }), { training: 'no', by: 'octocat', at, scope: null })
    assert.deepEqual(decide(null, { training: 'no' }, { authorAssociation: 'NONE' }).training, 'no')
  })

  it('keeps within both limits', () => {
    assert.equal(
      decide('yes, for research', { scope: 'internal models' }).scope,
      'for research; internal models',
    )
    assert.equal(decide('yes', { scope: 'internal models' }).scope, 'internal models')
    assert.equal(decide('yes, for research', {}).scope, 'for research')
  })

  it('is not a bot’s to give', () => {
    const bot = { author: { login: 'copilot[bot]', id: 1, name: null, email: null }, authorType: 'Bot' }
    assert.deepEqual(decide('yes', {}, bot), unset)
    assert.equal(decide('no', {}, bot).training, 'no')
  })

  it('is unset where the policy may refuse and cannot be read', () => {
    assert.deepEqual(decide('yes', { training: 'unreadable' }), unset)
    assert.equal(decide('no', { training: 'unreadable' }).training, 'no')
  })

  it('names nobody where the author is left out', () => {
    assert.deepEqual(decide('yes', {}, {}, { author: 'omit' }), {
      training: 'yes',
      by: null,
      at,
      scope: null,
    })
    assert.equal(decide(null, { training: 'no' }, {}, { author: 'omit' }).by, 'policy')
  })

  it('is read without a policy, too', () => {
    const record = extractRecord(createPullRequest({ ...member, body: 'Training consent: no' }), {
      generatedAt: at,
      version: '0.0.0-test',
    })
    assert.deepEqual(record.consent, { training: 'no', by: 'octocat', at, scope: null })
  })
})
