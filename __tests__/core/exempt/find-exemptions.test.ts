import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { type ExemptFacts, unasked } from '../../../src/core/exempt/exempt-facts.ts'
import type { ExemptPolicy } from '../../../src/core/exempt/exempt-policy.ts'
import { findExemptions, isExempt } from '../../../src/core/exempt/find-exemptions.ts'
import { defaultPolicy } from '../../../src/core/policy/default-policy.ts'
import { createPullRequest, type PullRequest } from '../../../src/core/pull-request.ts'

function find(
  exempt: Partial<ExemptPolicy>,
  known: Partial<PullRequest>,
  facts: Partial<ExemptFacts> = {},
): string[] {
  const policy = { ...defaultPolicy.exempt, ...exempt }
  return findExemptions(createPullRequest(known), policy, { ...unasked, ...facts }).map(
    ({ kind, value, by }) => [kind, value, by].filter((part) => part !== null).join(' '),
  )
}

function by(login: string, authorType: string | null = 'User', id: number | null = null) {
  return { author: { login, id, name: null, email: null }, authorType }
}

function changes(...paths: (string | [path: string, lines: number] | [path: string, previous: string])[]) {
  return {
    files: paths.map((each) => {
      const [path, more] = typeof each === 'string' ? [each, 1] : each
      if (typeof more === 'string') return { path, additions: 0, deletions: 0, previousPath: more }
      return { path, additions: more, deletions: 0 }
    }),
  }
}

it('exempts nobody of whom nothing is known', () => {
  const everything: ExemptPolicy = {
    bots: true,
    authors: ['octocat'],
    associations: ['NONE'],
    permission: 'triage',
    teams: ['octo-org/core'],
    labels: ['skip'],
    override: 'override',
    drafts: true,
    branches: ['**'],
    paths: ['**'],
    size: { lines: 1000, files: 100 },
    before: { date: '2099-01-01', number: 1000 },
  }
  assert.deepEqual(find(everything, {}), [])
})

describe('bots', () => {
  it('are exempt by type or by a name no user can have', () => {
    assert.deepEqual(find({}, by('dependabot[bot]', 'Bot')), ['bot dependabot[bot]'])
    assert.deepEqual(find({}, by('renovate[bot]', null)), ['bot renovate[bot]'])
    assert.deepEqual(find({}, by('acme', 'Bot')), ['bot acme'])
    assert.deepEqual(find({ bots: false }, by('dependabot[bot]', 'Bot')), [])
  })

  it('are not users with such a name', () => {
    assert.deepEqual(find({}, by('dependabot')), [])
    assert.deepEqual(find({}, by('renovate-bot')), [])
    assert.deepEqual(find({}, by('bot[bot')), [])
    assert.deepEqual(find({ bots: ['renovate', 'renovate[bot]'] }, by('renovate')), [])
  })

  it('are not the AI tools, whose work is what a team wants documented', () => {
    for (const login of [
      'Copilot',
      'copilot-swe-agent[bot]',
      'devin-ai-integration[bot]',
      'cursor[bot]',
      'chatgpt-codex-connector[bot]',
      'claude[bot]',
      'google-labs-jules[bot]',
      'coderabbitai[bot]',
      'COPILOT-SWE-AGENT[BOT]',
    ]) {
      assert.deepEqual(find({}, by(login, 'Bot')), [], login)
    }
    // Copilot's id, whatever it is called by then.
    assert.deepEqual(find({}, by('renamed[bot]', 'Bot', 198982749)), [])
  })

  it('are those of the list alone, AI tools too', () => {
    const bots = ['renovate', 'Devin-AI-integration[bot]']
    assert.deepEqual(find({ bots }, by('renovate[bot]', 'Bot')), ['bot renovate[bot]'])
    assert.deepEqual(find({ bots }, by('devin-ai-integration[bot]', 'Bot')), [
      'bot devin-ai-integration[bot]',
    ])
    assert.deepEqual(find({ bots }, by('dependabot[bot]', 'Bot')), [])
    assert.deepEqual(find({ bots: [] }, by('dependabot[bot]', 'Bot')), [])
  })
})

it('authors are compared as GitHub compares logins', () => {
  assert.deepEqual(find({ authors: ['OctoCat'] }, by('octocat')), ['author octocat'])
  assert.deepEqual(find({ authors: ['octocat'] }, by('octocat2')), [])
  assert.deepEqual(find({ authors: ['renovate'] }, by('renovate[bot]', null)), ['bot renovate[bot]'])
  assert.deepEqual(find({ authors: ['renovate'], bots: false }, by('renovate[bot]', 'Bot')), [])
})

it('associations are those of the list', () => {
  const associations = ['OWNER', 'MEMBER'] as const
  assert.deepEqual(find({ associations }, { authorAssociation: 'MEMBER' }), ['association MEMBER'])
  for (const authorAssociation of ['CONTRIBUTOR', 'NONE', 'member', '', 'FUTURE', null]) {
    assert.deepEqual(find({ associations }, { authorAssociation }), [])
  }
})

it('a permission is at least the policy’s', () => {
  assert.deepEqual(find({ permission: 'write' }, {}, { permission: 'admin' }), ['permission admin'])
  assert.deepEqual(find({ permission: 'write' }, {}, { permission: 'write' }), ['permission write'])
  assert.deepEqual(find({ permission: 'write' }, {}, { permission: 'triage' }), [])
  assert.deepEqual(find({ permission: 'none' }, {}, { permission: 'admin' }), [])
  assert.deepEqual(find({ permission: 'triage' }, {}, { permission: null }), [])
})

it('teams are those the author was found in', () => {
  const teams = ['octo-org/core', 'octo-org/docs']
  assert.deepEqual(find({ teams }, {}, { teams: ['octo-org/docs'] }), ['team octo-org/docs'])
  assert.deepEqual(find({ teams: [] }, {}, { teams: ['octo-org/docs'] }), [])
})

it('labels are compared as GitHub compares them', () => {
  assert.deepEqual(find({ labels: ['No-AI'] }, { labels: ['bug', 'no-ai'] }), ['label No-AI'])
  assert.deepEqual(find({ labels: ['no-ai'] }, { labels: ['no-ai-', ' no-ai'] }), [])
})

it('drafts are exempt while they are drafts', () => {
  assert.deepEqual(find({ drafts: true }, { draft: true }), ['draft'])
  assert.deepEqual(find({ drafts: true }, { draft: false }), [])
  assert.deepEqual(find({}, { draft: true }), [])
})

it('branches are those of the repository itself', () => {
  const branches = ['release/**']
  const own = { headRef: 'release/1.0', repositoryId: 1, headRepositoryId: 1 }
  assert.deepEqual(find({ branches }, own), ['branch release/**'])
  assert.deepEqual(find({ branches }, { ...own, headRepositoryId: 2 }), [])
  // A fork that was deleted, and a repository that nobody named.
  assert.deepEqual(find({ branches }, { ...own, headRepositoryId: null }), [])
  assert.deepEqual(find({ branches }, { ...own, repositoryId: null, headRepositoryId: null }), [])
  assert.deepEqual(find({ branches }, { ...own, headRef: null }), [])
  assert.deepEqual(find({ branches }, { ...own, headRef: 'Release/1.0' }), [])
})

describe('paths', () => {
  const paths = ['docs/**', '**/*.md', 'unused/**']

  it('must match every changed file', () => {
    assert.deepEqual(find({ paths }, changes('docs/a.png', 'b/c.md')), ['path docs/**, **/*.md'])
    assert.deepEqual(find({ paths }, changes('docs/a.png', 'src/index.ts')), [])
    assert.deepEqual(find({ paths }, changes()), [])
    assert.deepEqual(find({ paths: [] }, changes('docs/a')), [])
  })

  it('must match where a renamed file was, too', () => {
    assert.deepEqual(find({ paths }, changes(['docs/old.ts', 'src/index.ts'])), [])
    assert.deepEqual(find({ paths }, changes(['docs/new', 'docs/old'])), ['path docs/**'])
  })

  it('exempt nothing when GitHub has more files than were read', () => {
    assert.deepEqual(find({ paths }, { ...changes('docs/a'), filesTruncated: true }), [])
  })

  it('exempt nothing, and take no time, when there is too much to compare', () => {
    const globs = Array.from({ length: 50 }, () => `${'*a'.repeat(59)}b`)
    const files = changes(...Array.from({ length: 300 }, (_, index) => `${index}${'a'.repeat(1000)}`))
    const started = performance.now()
    assert.deepEqual(find({ paths: [...globs, '**'] }, files), [])
    assert.ok(performance.now() - started < 100)
  })
})

describe('size', () => {
  it('is lines, files, or both', () => {
    const change = changes(['a', 3], ['b', 2])
    assert.deepEqual(find({ size: { lines: 5 } }, change), ['size 5 lines in 2 files'])
    assert.deepEqual(find({ size: { lines: 4 } }, change), [])
    assert.deepEqual(find({ size: { files: 2 } }, change), ['size 5 lines in 2 files'])
    assert.deepEqual(find({ size: { files: 1 } }, change), [])
    assert.deepEqual(find({ size: { lines: 5, files: 1 } }, change), [])
    assert.deepEqual(find({ size: { lines: 4, files: 2 } }, change), [])
    assert.deepEqual(find({ size: { lines: 1, files: 1 } }, changes('a')), ['size 1 line in 1 file'])
    assert.deepEqual(find({ size: {} }, change), [])
  })

  it('counts deleted lines, and none in binary files', () => {
    const size = { lines: 5 }
    const deleted = { files: [{ path: 'a', additions: 3, deletions: 3 }] }
    assert.deepEqual(find({ size }, deleted), [])
    assert.deepEqual(find({ size }, changes(['logo.png', 0])), ['size 0 lines in 1 file'])
  })

  it('exempts nothing when the list of files is not whole', () => {
    assert.deepEqual(find({ size: { lines: 5 } }, { ...changes('a'), filesTruncated: true }), [])
    assert.deepEqual(find({ size: { lines: 5, files: 5 } }, changes()), [])
  })
})

it('older pull requests are from before a day or have a lower number', () => {
  const before = { date: '2026-09-01', number: 100 }
  const opened = (createdAt: string | null, number: number | null = 500) =>
    find({ before }, { createdAt, number })
  assert.deepEqual(opened('2026-08-31T23:59:59Z'), ['before 2026-09-01'])
  assert.deepEqual(opened('2026-09-01T00:00:00Z'), [])
  assert.deepEqual(opened('2026-09-01T00:00:00Z', 99), ['before #100'])
  assert.deepEqual(opened('2026-09-01T00:00:00Z', 100), [])
  assert.deepEqual(opened(null, null), [])
  assert.deepEqual(find({ before: {} }, { createdAt: '2000-01-01T00:00:00Z', number: 1 }), [])
})

it('an override is no exemption, and counts only when it could be asked who set it', () => {
  const exempt = { ...defaultPolicy.exempt, override: 'Override' }
  const pullRequest = createPullRequest({ labels: ['override'] })
  const found = findExemptions(pullRequest, exempt, { ...unasked, override: { by: 'octocat' } })
  assert.deepEqual(found, [{ kind: 'override', value: 'Override', by: 'octocat' }])
  assert.equal(isExempt(found), false)
  assert.deepEqual(findExemptions(pullRequest, exempt, { ...unasked, override: null }), [])
  assert.deepEqual(find({ override: false }, { labels: ['override', 'false', ''] }), [])
})

it('names all that apply', () => {
  const exempt = { labels: ['skip'], drafts: true, override: 'go' }
  const found = find(exempt, { ...by('dependabot[bot]', 'Bot'), labels: ['skip', 'go'], draft: true })
  assert.deepEqual(found, ['bot dependabot[bot]', 'label skip', 'draft', 'override go'])
})
