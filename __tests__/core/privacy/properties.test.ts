// What holds for the privacy of any pull request, however hostile.

import assert from 'node:assert/strict'
import { it } from 'node:test'
import fc from 'fast-check'
import { defaultPolicy } from '../../../src/core/policy/default-policy.ts'
import { spellOutTrailers } from '../../../src/core/policy/trailers/trailer-policy.ts'
import { createPullRequest } from '../../../src/core/pull-request.ts'
import { assertHarmless, checkHostile, hostilePullRequest } from '../../support/hostile-pull-requests.ts'

const parameters = { seed: 20_261_124, numRuns: 80 }
const strict = {
  ...defaultPolicy,
  mode: 'enforce',
  privacy: { prompts: 'omit', author: 'omit' },
  trailers: spellOutTrailers('forbid'),
} as const

it('any pull request gives a valid record and harmless outputs without prompts and author', () => {
  fc.assert(
    fc.property(hostilePullRequest(2000), (pullRequest) => {
      const check = checkHostile(pullRequest, { policy: strict })
      assertHarmless(check, pullRequest)
      assert.deepEqual(
        check.record.prompts.filter(({ text, length }) => text !== null || length !== null),
        [],
      )
      assert.equal(check.record.source.author, null)
    }),
    parameters,
  )
})

it('a prompt’s wording is nowhere, however it is written again', () => {
  const word = fc.constantFrom('zorn', 'quill', 'Vexel', 'braxi', 'plover', 'mizzen', 'oxbow', 'tarn')
  const joints = ['\n', ' ', '  \t', ' **', '** ', '-', ', ', '_', ' > ', ' *', '/']
  fc.assert(
    fc.property(
      fc.array(word, { minLength: 4, maxLength: 9 }),
      fc.array(fc.constantFrom(...joints), { minLength: 4, maxLength: 4 }),
      (words, [a = '', b = '', c = '', d = '']) => {
        const body = [
          '## AI worklog',
          `### Tools\n\n- Claude Code 2.1: ${words.join(a)}`,
          `### Prompts\n\n> ${words.join(' ')}`,
          `### Failed attempts\n\n- **Error:** it did ${words.join(b).replaceAll('\n', '\n  ')} for all\n  **Cause:** ${words.join(' ')}`,
          `### Manual corrections\n\n- took out ${words.join(c).replaceAll('\n', '\n  ')} because ${words.join(' ').toUpperCase()}`,
          `### Context\n\nRequirements: ${words.join(d)}`,
          `### Human review\n\n- [x] I reviewed ${words.join(' ')}`,
        ].join('\n\n')
        const title = words.join(' ')
        const { record } = checkHostile(
          createPullRequest({ body, title, headRef: `codex/${words.join('-')}` }),
          { policy: strict },
        )
        assert.equal(record.prompts.length, 1)
        const left = JSON.stringify(record).match(/zorn|quill|vexel|braxi|plover|mizzen|oxbow|tarn/gi)
        assert.equal(left, null)
      },
    ),
    { ...parameters, numRuns: 150 },
  )
})

it('comes to an end with names and prompts as many and as long as can be', () => {
  const name = (index: number) => `name ${'of many words '.repeat(20)}${index}`
  const words = Array.from({ length: 5000 }, (_, index) => `word${index % 900}`).join(' ')
  const pullRequest = createPullRequest({
    title: words.slice(0, 250),
    body: `## AI worklog\n\n### Prompts\n\n> ${words.slice(0, 30_000)}\n\n### Failed attempts\n\n- ${words.slice(0, 30_000)}\n`,
    author: { login: 'octocat', id: 1, name: name(0), email: null },
    commits: Array.from({ length: 250 }, (_, index) => ({
      sha: String(index).padStart(40, '0'),
      message: 'x',
      author: { login: `octocat${index}`, id: index, name: name(index), email: `${name(index)}@example.com` },
      committer: null,
    })),
    files: Array.from({ length: 300 }, (_, index) => ({
      path: `src/octocat${index}/${'dir/'.repeat(50)}`,
      additions: 1,
      deletions: 0,
    })),
  })
  const { record } = checkHostile(pullRequest, { policy: strict })
  assert.equal(record.files.length, 300)
})
