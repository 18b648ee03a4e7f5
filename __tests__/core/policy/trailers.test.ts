// Which trailers of tools a project wants and which it refuses: every kind, merges, bots, and lists that are cut.

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { checkPullRequest } from '../../../src/core/check-pull-request.ts'
import { readPolicy } from '../../../src/core/policy/read-policy.ts'
import { type Actor, type Commit, createPullRequest } from '../../../src/core/pull-request.ts'
import { trailerKinds } from '../../../src/core/signals/trailer-kind.ts'
import { assertPlaces, assertValid } from '../../support/assert-invariants.ts'

const octocat: Actor = { login: 'octocat', id: 583231, name: 'Octo Cat', email: 'octocat@example.com' }
const copilot: Actor = {
  login: 'copilot-swe-agent[bot]',
  id: 198982749,
  name: 'copilot-swe-agent[bot]',
  email: null,
}

interface Case {
  body?: string
  messages?: readonly string[]
  author?: Actor
  isTruncated?: boolean
}

/** `place reason` of each finding about trailers. */
function check(
  trailers: string,
  { body = '', messages = [], author = octocat, isTruncated = false }: Case,
): string[] {
  const commits = messages.map(
    (message, index): Commit => ({
      sha: String(index + 1).repeat(40),
      message,
      author,
      committer: author,
    }),
  )
  const pullRequest = createPullRequest({ body, commits, commitsTruncated: isTruncated })
  const read = readPolicy([{ file: 'policy.yml', text: `trailers: ${trailers}` }])
  assert.deepEqual(read.problems, [])
  const { record } = checkPullRequest(pullRequest, {
    policy: read.policy,
    policySha: null,
    policyProblems: [],
    generatedAt: '2026-01-01T00:00:00.000Z',
    version: '0.0.0-test',
  })
  assertValid(record)
  assertPlaces(record, pullRequest)
  return record.findings
    .filter(({ rule }) => rule === 'forbidden-trailer' || rule === 'required-trailer')
    .map(({ place, reason, severity }) => {
      assert.equal(severity, 'error')
      return place === null ? reason : `${place.source}:${place.start?.line} ${reason}`
    })
}

const signed: Readonly<Record<(typeof trailerKinds)[number], string>> = {
  'assisted-by': 'Assisted-by: Claude:claude-3-opus coccinelle sparse',
  'generated-by': 'Generated-by: ChatGPT 5',
  'co-authored-by': 'Co-Authored-By: Claude Opus 4.6 (1M context) <noreply@anthropic.com>',
  'co-developed-by': 'Co-developed-by: Claude <noreply@anthropic.com>',
  'signed-off-by': 'Signed-off-by: Cursor <cursoragent@cursor.com>',
  session: 'Claude-Session: https://claude.ai/code/session_01ABCdef',
  footer: '🤖 Generated with [Claude Code](https://claude.com/claude-code)',
  other: 'Made-with: Cursor',
}

describe('forbidden trailers', () => {
  for (const kind of trailerKinds) {
    const message = `Add retry\n\nIt failed.\n\n${signed[kind]}`
    it(`are found by their kind: ${kind}`, () => {
      for (const forbid of ['forbid', `{${kind}: forbid}`]) {
        const found = check(forbid, { messages: [message] })
        assert.equal(found.length, 1)
        assert.match(found[0] ?? '', /^commit:5 Commit 1111111 has what this project forbids: a /)
      }
      const others = trailerKinds.filter((other) => other !== kind).map((other) => `${other}: forbid`)
      assert.deepEqual(check(`{${others.join(', ')}}`, { messages: [message] }), [])
      assert.deepEqual(check('allow', { messages: [message] }), [])
    })
  }

  it('give one finding for each commit, at the first of them', () => {
    const both = `Add retry\n\n${signed.footer}\n\n${signed['co-authored-by']}`
    assert.deepEqual(
      check('forbid', { messages: [both, 'Fix a typo', `Test all of it\n\n${signed.other}`] }),
      [
        'commit:3 Commit 1111111 has what this project forbids: a `Co-authored-by:` and a footer of an AI tool',
        'commit:3 Commit 3333333 has what this project forbids: a trailer of an AI tool',
      ],
    )
  })

  it('are equal in thirty commits, and each is found', () => {
    const messages = Array.from({ length: 9 }, () => `Work\n\n${signed['co-authored-by']}`)
    assert.equal(check('forbid', { messages }).length, 9)
  })

  it('are no people, no reviewers, no denials and no examples', () => {
    const messages = [
      'Add retry\n\nSigned-off-by: Ada Lovelace <ada@example.com>\nAssisted-by: Viktor Szakats',
      'Add retry\n\nCo-authored-by: coderabbitai[bot] <136622811+coderabbitai[bot]@users.noreply.github.com>',
      'Add retry\n\nAssisted-by: none',
      `Document trailers\n\n\`\`\`\n${signed['co-authored-by']}\n\`\`\``,
    ]
    assert.deepEqual(check('forbid', { messages }), [])
  })

  it('count in a description where a squash merge would keep them, but for what tells of AI', () => {
    for (const kind of ['co-authored-by', 'co-developed-by', 'signed-off-by', 'footer'] as const) {
      assert.equal(check('forbid', { body: `Adds a retry.\n\n${signed[kind]}` }).length, 1, kind)
    }
    for (const kind of ['assisted-by', 'generated-by', 'session', 'other'] as const) {
      assert.deepEqual(check('forbid', { body: `Adds a retry.\n\n${signed[kind]}` }), [], kind)
    }
  })
})

describe('required trailers', () => {
  const body = '## AI disclosure\n\nClaude Code wrote the tests.'

  it('are missed where AI use is said, in the words of the policy', () => {
    assert.deepEqual(check('{assisted-by: require, session: require}', { body, messages: ['Add retry'] }), [
      'AI was used, and no commit has `Assisted-by:`',
      'AI was used, and no commit has a session link',
    ])
    assert.deepEqual(check('require', { body, messages: ['Add retry'] }), [
      'AI was used, and no commit has a trailer that credits the tool',
    ])
  })

  it('may be of any kind that credits a tool, where one word requires them', () => {
    for (const kind of [
      'assisted-by',
      'generated-by',
      'co-authored-by',
      'co-developed-by',
      'other',
    ] as const) {
      assert.deepEqual(check('require', { body, messages: [`Add retry\n\n${signed[kind]}`] }), [], kind)
    }
    for (const kind of ['signed-off-by', 'session', 'footer'] as const) {
      const found = check('require', { body, messages: [`Add retry\n\n${signed[kind]}`] })
      assert.deepEqual(
        found,
        ['commit:3 Commit 1111111 shows AI use and lacks a trailer that credits the tool'],
        kind,
      )
    }
  })

  it('are not asked of pull requests that deny AI use or say nothing', () => {
    assert.deepEqual(check('require', { body: 'Fixes a typo.', messages: ['Fix a typo'] }), [])
    assert.deepEqual(
      check('require', { body: '## AI disclosure\n\nNo AI was used.', messages: ['Fix a typo'] }),
      [],
    )
  })

  it('are not asked of a tool’s own commits, nor of merges', () => {
    const messages = ['Add retry', 'Fix it']
    assert.deepEqual(check('require', { body, messages, author: copilot }), [])
    const merge = `Merge branch 'main' into claude/retry\n\n${signed.footer}`
    assert.deepEqual(
      check('require', { body, messages: [`Add retry\n\n${signed['assisted-by']}`, merge] }),
      [],
    )
  })

  it('are not claimed to be absent where not every commit could be read', () => {
    assert.deepEqual(check('{assisted-by: require}', { body, messages: [] }), [])
    assert.deepEqual(
      check('{assisted-by: require}', { body, messages: ['Add retry', 'Fix it'], isTruncated: true }),
      ['AI was used, and none of the 2 commits that could be read has `Assisted-by:`'],
    )
    assert.deepEqual(check('{assisted-by: require}', { body, messages: ['Add retry', 'x'.repeat(65_537)] }), [
      'AI was used, and the one commit that could be read lacks `Assisted-by:`',
    ])
  })

  it('may stand beside forbidden ones, as the Linux kernel has it', () => {
    const kernel = '{assisted-by: require, co-developed-by: forbid, signed-off-by: forbid}'
    assert.deepEqual(check(kernel, { body, messages: [`Add retry\n\n${signed['signed-off-by']}`] }), [
      'commit:3 Commit 1111111 has what this project forbids: a `Signed-off-by:` of an AI tool',
      'commit:3 Commit 1111111 shows AI use and lacks `Assisted-by:`',
    ])
  })
})
