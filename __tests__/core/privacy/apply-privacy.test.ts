// What a policy wants left out is in no part of the record, and what it does not is still there.

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { checkPullRequest } from '../../../src/core/check-pull-request.ts'
import { defaultPolicy } from '../../../src/core/policy/default-policy.ts'
import type { Privacy } from '../../../src/core/policy/privacy-policy.ts'
import { type Actor, createPullRequest, type PullRequest } from '../../../src/core/pull-request.ts'
import { assertPlaces, assertValid } from '../../support/assert-invariants.ts'

const jane: Actor = {
  login: 'jane-doe',
  id: 4711,
  name: 'Jane Q. Döring',
  email: '4711+jane-doe@users.noreply.github.com',
}
const work: Actor = { login: null, id: null, name: 'Jane Q. Döring', email: 'jdoering@corp.example' }
const copilot: Actor = {
  login: 'copilot-swe-agent[bot]',
  id: 198982749,
  name: 'copilot-swe-agent[bot]',
  email: '198982749+Copilot@users.noreply.github.com',
}

const body = `## AI worklog

### Tools

- Claude Code 2.1.40 (claude-opus-4-6): tests
- janedoer 3, a script of Jane Q. Döring’s

### Prompts

1. > Give Zanzibar Bank the longer grace period.
2. > Sign it as jane-doe
3. > Mail it to jane-doe+ci@sub.megacorp.example

### Failed attempts

- It wrote to /home/jdoering/bank and C:\\jane-doe\\x

### Human review

- [x] I, @Jane-Doe, have read every line

*PR created automatically by Jules for task [12](https://jules.google.com/task/12) started by @maxi*

Session: https://claude.ai/code/session_01ABCdefGHIjkl
Shared: https://chatgpt.com/share/6f1e2a3b-1111-2222-3333-444455556666
`

const pullRequest: PullRequest = createPullRequest({
  host: 'github.com',
  repository: 'octo-org/octo-repo',
  repositoryId: 1,
  number: 12,
  url: 'https://github.com/octo-org/octo-repo/pull/12',
  title: 'Give Zanzibar Bank the longer grace period, by jane-doe',
  author: jane,
  authorType: 'User',
  authorAssociation: 'OWNER',
  baseRef: 'main',
  headRef: 'claude/jd-grace-period',
  headRepositoryId: 2,
  labels: ['author:jane-doe', 'bug'],
  body,
  bodyFrom: 'api',
  commits: [
    { sha: '1'.repeat(40), message: 'Add it', author: jane, committer: work },
    { sha: '2'.repeat(40), message: 'Fix it', author: copilot, committer: copilot },
  ],
  files: [
    { path: 'people/jane-doe.md', additions: 1, deletions: 0 },
    { path: 'src/a.ts', additions: 1, deletions: 0 },
  ],
  run: { id: 5, attempt: 1, event: 'pull_request', url: 'https://github.com/octo-org/octo-repo/runs/5' },
})

function record(privacy: Partial<Privacy>, of: PullRequest = pullRequest) {
  const check = checkPullRequest(of, {
    policy: { ...defaultPolicy, privacy: { ...defaultPolicy.privacy, ...privacy } },
    policySha: null,
    policyProblems: [],
    generatedAt: '2026-01-01T00:00:00.000Z',
    version: '0.0.0-test',
  })
  assertValid(check.record)
  assertPlaces(check.record, of)
  return check.record
}

describe('privacy of prompts', () => {
  it('leaves everything where nothing is asked for', () => {
    const { privacy, prompts, source } = record({})
    assert.deepEqual(privacy, { prompts: 'full', author: 'login' })
    assert.equal(prompts[0]?.text, 'Give Zanzibar Bank the longer grace period.')
    assert.equal(source.author, 'jane-doe')
  })

  for (const prompts of ['length', 'omit'] as const) {
    it(`leaves the wording in no part of the record: ${prompts}`, () => {
      const found = record({ prompts })
      assert.doesNotMatch(JSON.stringify(found), /zanzibar|grace period|chatgpt\.com\/share/i)
      assert.equal(found.source.title, '[OMITTED:prompt], by jane-doe')
      assert.equal(found.privacy.prompts, prompts)
      assert.deepEqual(
        found.prompts.map(({ seq, kind, text }) => [seq, kind, text]),
        [
          [1, 'initial', null],
          [2, 'refinement', null],
          [3, 'refinement', null],
        ],
      )
    })
  }

  it('keeps the length and the place with `length`, and neither with `omit`', () => {
    const [kept] = record({ prompts: 'length' }).prompts
    assert.equal(kept?.length, 43)
    assert.equal(kept?.place.start?.line, 10)
    const [omitted] = record({ prompts: 'omit' }).prompts
    assert.deepEqual([omitted?.length, omitted?.place.start, omitted?.place.end], [null, null, null])
  })

  it('keeps links that are behind a login', () => {
    const urls = record({ prompts: 'omit' }).links.map(({ url }) => url)
    assert.ok(urls.includes('https://claude.ai/code/session_01ABCdefGHIjkl'))
    assert.ok(urls.includes('[OMITTED:link]'))
  })

  it('changes no verdict and no finding but the place it ends', () => {
    const full = record({})
    const found = record({ prompts: 'omit' })
    assert.ok(full.findings.length > 0)
    assert.deepEqual(
      found.findings.map(({ rule, reason, place }) => [rule, reason, place?.start]),
      full.findings.map(({ rule, reason, place }) => [rule, reason, place?.start]),
    )
    assert.deepEqual(
      [found.policy, found.sections, found.completeness],
      [full.policy, full.sections, full.completeness],
    )
  })
})

describe('privacy of the author', () => {
  const found = record({ author: 'omit' })

  it('leaves no name of hers in any part of the record', () => {
    assert.doesNotMatch(JSON.stringify(found), /jane|d[öo]e?ring|jdoering|megacorp|4711|maxi\b|jd-/i)
    assert.equal(found.privacy.author, 'omit')
  })

  it('leaves out what leads to her', () => {
    const { source } = found
    assert.deepEqual(
      [
        source.author,
        source.author_association,
        source.url,
        source.head_ref,
        source.head_repository_id,
        source.run,
      ],
      [null, null, null, null, null, null],
    )
  })

  it('keeps what tells records apart, and what is nobody’s', () => {
    assert.equal(found.record_id, 'github.com/1/12')
    assert.equal(found.source.pr_number, 12)
    assert.equal(found.source.author_type, 'User')
    assert.deepEqual(found.source.labels, ['author:[OMITTED:author]', 'bug'])
    assert.deepEqual(
      found.files.map(({ path }) => path),
      ['people/[OMITTED:author].md', 'src/a.ts'],
    )
    assert.ok(
      found.signals.some(({ kind, value }) => kind === 'bot_author' && value === 'copilot-swe-agent[bot]'),
    )
    assert.ok(found.signals.some(({ kind, value }) => kind === 'branch' && value === '[OMITTED:branch]'))
    assert.ok(found.signals.some(({ value }) => value.endsWith('started by @[OMITTED:author]*')))
    assert.equal(found.prompts[1]?.text, 'Sign it as [OMITTED:author]')
    assert.equal(found.prompts[2]?.text, 'Mail it to [OMITTED:author]')
  })

  it('tells a fork from none no more, but says when there is none', () => {
    assert.equal(
      record({ author: 'omit' }, { ...pullRequest, headRepositoryId: 1 }).source.head_repository_id,
      1,
    )
  })

  it('names in findings no tool by what was left out', () => {
    const tool = found.tools.find(({ tool_id }) => tool_id === null)
    if (tool) assert.doesNotMatch(found.findings.map(({ reason }) => reason).join('\n'), /janedoer/)
  })

  it('takes a bot’s name, GitHub’s and a generic one for nobody’s', () => {
    const web: Actor = { login: 'web-flow', id: 19864447, name: 'GitHub', email: 'noreply@github.com' }
    const root: Actor = { login: null, id: null, name: 'root', email: 'root@localhost' }
    const text =
      'GitHub, root and dependabot[bot] did it.\n\n## AI disclosure\n\nroot used Claude Code at GitHub'
    const dependabot: Actor = { login: 'dependabot[bot]', id: 49699333, name: null, email: null }
    const of = createPullRequest({
      title: 'root cause of GitHub and dependabot',
      body: text,
      author: dependabot,
      authorType: 'Bot',
      commits: [{ sha: '1'.repeat(40), message: 'x', author: root, committer: web }],
    })
    assert.equal(record({ author: 'omit' }, of).source.title, 'root cause of GitHub and dependabot')
  })

  it('leaves out both at once', () => {
    const both = record({ prompts: 'omit', author: 'omit' })
    assert.equal(both.source.title, '[OMITTED:prompt], by [OMITTED:author]')
    assert.deepEqual(both.privacy, { prompts: 'omit', author: 'omit' })
  })
})
