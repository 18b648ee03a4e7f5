import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parseEraseTarget, toTombstones } from '../../../src/dataset/erase/erase-target.ts'
import { createTombstoneMatcher, toTombstoneKey } from '../../../src/dataset/erase/tombstones.ts'

const salt = 'the salt'
const at = '2026-11-02T00:00:00.000Z'
const record = { author: 'Octocat', host: 'github.com', repository: 'Octo/App', repositoryId: 7, number: 12 }

test('the key is the SHA-256 of salt, kind and name, so that others can make it, too', () => {
  // printf 'the salt\0author\0octocat' | sha256sum
  assert.equal(
    toTombstoneKey(salt, 'author', 'OctoCat'),
    '69ac160c8eb80e22f6b5236173ce4bc371a36cab792c959168aadd3a108f8bfa',
  )
})

test('a record is found by author, repository and pull request, whatever the case', () => {
  for (const given of [
    { author: '@octoCAT' },
    { repository: 'OCTO/app' },
    { repository: '7' },
    { pullRequest: 'octo/APP#12' },
    { pullRequest: 'https://GitHub.com/octo/app/pull/12/files#x' },
  ]) {
    const tombstones = toTombstones(parseEraseTarget(given), [], salt, at)
    assert.ok(createTombstoneMatcher(tombstones, salt)(record), JSON.stringify(given))
    assert.ok(!JSON.stringify(tombstones).toLowerCase().includes('octo'))
    assert.ok(!createTombstoneMatcher(tombstones, 'another salt')(record))
    const other = { ...record, author: 'hubot', repository: 'octo/other', repositoryId: 8, number: 1 }
    assert.ok(!createTombstoneMatcher(tombstones, salt)(other))
  }
  const byNumber = toTombstones(parseEraseTarget({ pullRequest: 'octo/app#12' }), [], salt, at)
  assert.ok(!createTombstoneMatcher(byNumber, salt)({ ...record, number: 13 }))
  assert.ok(!createTombstoneMatcher(byNumber, salt)({ ...record, host: 'ghe.example.org' }))
  const nothing = { author: null, host: null, repository: null, repositoryId: null, number: null }
  assert.ok(!createTombstoneMatcher(byNumber, salt)(nothing))
  const withPseudonym = toTombstones({ author: 'octocat' }, ['author-0123'], salt, at)
  assert.ok(createTombstoneMatcher(withPseudonym, salt)({ ...record, author: 'author-0123' }))
})

test('a wrong target is told by option and form', () => {
  const wrong: [Parameters<typeof parseEraseTarget>[0], string][] = [
    [{}, 'Give one of `--author LOGIN`, `--repo OWNER/NAME` and `--pr OWNER/NAME#NUMBER`'],
    [
      { author: 'a', repository: 'b/c' },
      'Give one of `--author LOGIN`, `--repo OWNER/NAME` and `--pr OWNER/NAME#NUMBER`',
    ],
    [{ author: 'a b' }, '`--author` must be a login such as `octocat`, got `a b`'],
    [{ repository: 'app' }, '`--repo` must be `owner/name` or the repository’s id, got `app`'],
    [{ pullRequest: '12' }, '`--pr` must be `owner/name#12` or the address of its page, got `12`'],
  ]
  for (const [given, message] of wrong)
    assert.throws(() => parseEraseTarget(given), { name: 'UsageError', message })
})
