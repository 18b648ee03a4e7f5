// `exempt` of a policy: what is read, how files are laid over each other, and every message about a wrong value.

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { defaultPolicy } from '../../../src/core/policy/default-policy.ts'
import { readPolicy } from '../../../src/core/policy/read-policy.ts'

function read(...texts: string[]) {
  return readPolicy(texts.map((text) => ({ file: 'p.yml', text })))
}

describe('a policy with exemptions', () => {
  it('has those of the default, which are bots', () => {
    assert.deepEqual(read('mode: warn').policy.exempt, {
      bots: true,
      authors: [],
      associations: [],
      permission: 'none',
      teams: [],
      labels: [],
      override: false,
      drafts: false,
      branches: [],
      paths: [],
      size: {},
      before: {},
    })
  })

  it('is read', () => {
    const text = `exempt:
  bots:
    - renovate[bot]
    - dependabot
  authors: [octocat, mona_octo, "release[bot]"]
  associations: [OWNER, FIRST_TIMER]
  permission: maintain
  teams: [octo-org/core.team]
  labels: [no AI, "123", 🤖 ok]
  override: "true"
  drafts: true
  branches: [release/**, v?.x]
  paths: ["**/*.md", "app/[id]/(group)"]
  size: {lines: 5, files: 1}
  before: {date: 2026-09-01, number: 6882}
`
    const { policy, problems } = read(text)
    assert.deepEqual(problems, [])
    assert.deepEqual(policy.exempt, {
      bots: ['renovate[bot]', 'dependabot'],
      authors: ['octocat', 'mona_octo', 'release[bot]'],
      associations: ['OWNER', 'FIRST_TIMER'],
      permission: 'maintain',
      teams: ['octo-org/core.team'],
      labels: ['no AI', '123', '🤖 ok'],
      override: 'true',
      drafts: true,
      branches: ['release/**', 'v?.x'],
      paths: ['**/*.md', 'app/[id]/(group)'],
      size: { lines: 5, files: 1 },
      before: { date: '2026-09-01', number: 6882 },
    })
  })

  it('replaces each key of the one it extends, and can take it back', () => {
    const base =
      'exempt: {authors: [a], permission: write, override: go, size: {lines: 5, files: 1}, drafts: true}'
    const own = 'exempt: {bots: false, authors: [b], permission: none, override: false, size: {lines: 9}}'
    const { policy, problems } = read(base, own)
    assert.deepEqual(problems, [])
    assert.deepEqual(policy.exempt, {
      ...defaultPolicy.exempt,
      bots: false,
      authors: ['b'],
      size: { lines: 9 },
      drafts: true,
    })
  })

  it('exempts nobody but bots when something in it is wrong', () => {
    const { policy } = read('mode: enforce\nexempt: {authors: [octocat], drafts: yes}')
    assert.deepEqual(policy, { ...defaultPolicy, mode: 'enforce' })
  })
})

const label = 'must be the name of a label, 1 to 50 characters on one line'
const cases: [text: string, ...expected: string[]][] = [
  [
    'exempt: true',
    '1:9 `exempt` must be a mapping of `bots`, `authors`, `associations`, `permission`, `teams`, `labels`, `override`, `drafts`, `branches`, `paths`, `size` and `before`, got `true`',
  ],
  [
    'exempt:\n  author: [a]',
    '2:3 Unknown key `exempt.author`: did you mean `exempt.authors`? Allowed: `bots`, `authors`, `associations`, `permission`, `teams`, `labels`, `override`, `drafts`, `branches`, `paths`, `size`, `before`',
  ],
  [
    'exempt: {size: {line: 5}}',
    '1:17 Unknown key `exempt.size.line`: did you mean `exempt.size.lines`? Allowed: `lines`, `files`',
  ],
  [
    'exempt: {bots: yes}',
    '1:16 `exempt.bots` must be `true`, `false` or a list of logins, got `yes`: did you mean `true`?',
  ],
  [
    'exempt: {bots: "renovate"}',
    '1:16 `exempt.bots` must be `true`, `false` or a list of logins, got `renovate`: write it as a list item, `- …`',
  ],
  ['exempt: {bots: 1}', '1:16 `exempt.bots` must be `true`, `false` or a list of logins, got `1`'],
  [
    'exempt:\n  bots:\n    - renovate[bot]\n    - 7\n    - "@dependabot"',
    '4:7 An item of `exempt.bots` must be a login such as `octocat` or `dependabot[bot]`, got `7`',
    '5:7 An item of `exempt.bots` must be a login such as `octocat` or `dependabot[bot]`, got `@dependabot`: did you mean `dependabot`?',
  ],
  [
    'exempt:\n  bots:\n    - "@dependabot"\n    - a b',
    '3:7 An item of `exempt.bots` must be a login such as `octocat` or `dependabot[bot]`, got `@dependabot`: did you mean `dependabot`?',
    '4:7 An item of `exempt.bots` must be a login such as `octocat` or `dependabot[bot]`, got `a b`',
  ],
  [
    'exempt: {authors: octocat}',
    '1:19 `exempt.authors` must be a list of logins, got `octocat`: write it as a list item, `- …`',
  ],
  [
    'exempt: {authors: ["octo/cat", ""]}',
    '1:20 An item of `exempt.authors` must be a login such as `octocat` or `dependabot[bot]`, got `octo/cat`',
    '1:32 An item of `exempt.authors` must be a login such as `octocat` or `dependabot[bot]`, got `""`',
  ],
  [
    'exempt: {associations: [member, MEMBER, MEMBER]}',
    '1:25 An item of `exempt.associations` must be `OWNER`, `MEMBER`, `COLLABORATOR`, `CONTRIBUTOR`, `FIRST_TIME_CONTRIBUTOR`, `FIRST_TIMER` or `NONE`, got `member`: did you mean `MEMBER`?',
  ],
  [
    'exempt: {associations: [MEMBER, MEMBER]}',
    '1:33 An item of `exempt.associations` must not be repeated, got `MEMBER` twice',
  ],
  [
    'exempt: {permission: read}',
    '1:22 `exempt.permission` must be `triage`, `write`, `maintain`, `admin` or `none`, got `read`',
  ],
  [
    'exempt: {permission: [write]}',
    '1:22 `exempt.permission` must be `triage`, `write`, `maintain`, `admin` or `none`, got a list',
  ],
  [
    'exempt: {teams: ["@octo-org/core", core]}',
    '1:18 An item of `exempt.teams` must be `organisation/team`, got `@octo-org/core`: did you mean `octo-org/core`?',
    '1:36 An item of `exempt.teams` must be `organisation/team`, got `core`',
  ],
  [
    'exempt: {teams: [a/b, a/b/c]}',
    '1:23 An item of `exempt.teams` must be `organisation/team`, got `a/b/c`',
  ],
  [
    `exempt: {teams: [${Array.from({ length: 11 }, (_, index) => `a/b${index}`).join(', ')}]}`,
    '1:17 `exempt.teams` must have at most 10 items, got 11',
  ],
  [
    'exempt: {labels: [123, true, " x", ""]}',
    `1:19 An item of \`exempt.labels\` ${label}, got \`123\`: put it in quotes, \`"123"\``,
    `1:24 An item of \`exempt.labels\` ${label}, got \`true\`: put it in quotes, \`"true"\``,
    `1:30 An item of \`exempt.labels\` ${label}, got \` x\``,
    `1:36 An item of \`exempt.labels\` ${label}, got \`""\``,
  ],
  [
    `exempt: {labels: [${'x'.repeat(51)}]}`,
    `1:19 An item of \`exempt.labels\` ${label}, got \`${'x'.repeat(51)}\``,
  ],
  [
    'exempt: {override: true}',
    `1:20 \`exempt.override\` ${label}, or \`false\` for none, got \`true\`: put it in quotes, \`"true"\``,
  ],
  ['exempt: {override: [go]}', `1:20 \`exempt.override\` ${label}, or \`false\` for none, got a list`],
  ['exempt: {override: ""}', `1:20 \`exempt.override\` ${label}, got \`""\``],
  ['exempt: {drafts: On}', '1:18 `exempt.drafts` must be `true` or `false`, got `On`: did you mean `true`?'],
  [
    'exempt: {paths: ["!docs/**", /docs/**, "{a,b}", a\\b]}',
    '1:18 An item of `exempt.paths` must not hold `!`, got `!docs/**`: a glob only adds, nothing takes away',
    '1:30 An item of `exempt.paths` must not start with `/`, got `/docs/**`: paths are those from the root',
    '1:40 An item of `exempt.paths` must not hold `{`, got `{a,b}`: write one glob for each',
    '1:49 An item of `exempt.paths` must not hold `\\`, got `a\\b`: separate folders with `/`; nothing needs escaping',
  ],
  [
    'exempt: {branches: [3, "", "a\\nb"]}',
    '1:21 An item of `exempt.branches` must be a glob such as `docs/**`, got `3`',
    '1:24 An item of `exempt.branches` must be a glob of 1 to 120 characters on one line, got `""`',
    '1:28 An item of `exempt.branches` must be a glob of 1 to 120 characters on one line, got `a\\nb`',
  ],
  [
    'exempt: {bots: [renovate[bot]]}',
    '1:25 Unexpected text between the items of a list: separate them with `,`, and put a text with brackets in quotes',
  ],
  ['exempt:\n  paths:\n    - *.md', '3:7 Unexpected YAML alias `*.md`: put it in quotes'],
  ['exempt: {paths: [**/*.md]}', '1:18 Unexpected YAML alias `**/*.md`: put it in quotes'],
  ['exempt: {size: 5}', '1:16 `exempt.size` must be a mapping of `lines` and `files`, got `5`'],
  [
    'exempt: {size: {lines: 0, files: 1.5}}',
    '1:24 `exempt.size.lines` must be a whole number from 1 to 1,000,000, got `0`',
    '1:34 `exempt.size.files` must be a whole number from 1 to 300, got `1.5`',
  ],
  [
    'exempt: {size: {lines: "5", files: .nan}}',
    '1:24 `exempt.size.lines` must be a whole number from 1 to 1,000,000, got `"5"`: did you mean `5`?',
    '1:36 `exempt.size.files` must be a whole number from 1 to 300, got `NaN`',
  ],
  [
    'exempt: {before: {date: 2026-02-30, number: "#12"}}',
    '1:25 `exempt.before.date` must be a day such as `2026-09-01`, got `"2026-02-30"`',
    '1:45 `exempt.before.number` must be a whole number from 1, got `#12`: did you mean `12`?',
  ],
  [
    'exempt: {before: {date: 1 September, number: -1}}',
    '1:25 `exempt.before.date` must be a day such as `2026-09-01`, got `1 September`',
    '1:46 `exempt.before.number` must be a whole number from 1, got `-1`',
  ],
  [
    'exempt: {before: {date: 20260901}}',
    '1:25 `exempt.before.date` must be a day such as `2026-09-01`, got `20260901`',
  ],
]

describe('messages about exemptions', () => {
  for (const [text, ...expected] of cases) {
    it(`explain ${JSON.stringify(text).slice(0, 80)}`, () => {
      const messages = read(text).problems.map(({ line, column, message }) => `${line}:${column} ${message}`)
      assert.deepEqual(messages, expected)
    })
  }
})
