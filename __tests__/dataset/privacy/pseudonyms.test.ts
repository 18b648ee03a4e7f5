import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { createPseudonym, toAuthorPseudonym } from '../../../src/dataset/privacy/pseudonyms.ts'
import { UsageError } from '../../../src/report/usage-error.ts'

describe('a pseudonym', () => {
  const pseudonym = createPseudonym('a key of the team’s own')

  it('is the same for every spelling, and another for every key and kind', () => {
    const known = toAuthorPseudonym('OctoCat', pseudonym)
    assert.match(known, /^author-[0-9a-f]{16}$/)
    assert.equal(toAuthorPseudonym('octocat', pseudonym), known)
    assert.notEqual(toAuthorPseudonym('octocat', createPseudonym('another key of theirs')), known)
    assert.notEqual(`author-${pseudonym('record', 'octocat', 16)}`, known)
    assert.equal(pseudonym('commit', 'abc', 32).length, 32)
  })

  it('needs a key that cannot be guessed', () => {
    const message = (got: string) =>
      `\`AI_WORKLOG_PSEUDONYM_KEY\` must hold at least 16 characters for pseudonyms, such as the output of \`openssl rand -hex 32\`, got ${got}`
    assert.throws(() => createPseudonym(undefined), new UsageError(message('none')))
    assert.throws(() => createPseudonym('short'), new UsageError(message('5')))
  })
})
