// The part of the policy schema that says whom and what the rules do not ask.

import * as v from 'valibot'
import { associations, permissions } from '../exempt/exempt-policy.ts'
import {
  datePattern,
  expectBots,
  expectDate,
  expectGlob,
  expectItems,
  expectLabel,
  expectLogin,
  expectMost,
  expectOverride,
  expectTeam,
  expectWhole,
  globPattern,
  isRealDate,
  labelPattern,
  loginPattern,
  teamPattern,
} from './expect-exempt.ts'
import { expectBoolean, expectList, expectOneOf, expectUnique } from './expect-value.ts'
import { documented, mapping } from './schema-mapping.ts'

/** Of one list; each team is a question to GitHub. */
const most = { names: 200, globs: 50, teams: 10 }

const login = v.pipe(v.string(expectLogin), v.regex(loginPattern, expectLogin), v.title('login'))
const team = v.pipe(v.string(expectTeam), v.regex(teamPattern, expectTeam), v.title('team'))
const label = v.pipe(v.string(expectLabel), v.regex(labelPattern, expectLabel), v.title('label'))
const glob = v.pipe(v.string(expectGlob), v.regex(globPattern, expectGlob), v.title('glob'))

function list<T extends v.GenericSchema>(item: T, what: string, limit: number) {
  return v.pipe(v.array(item, expectItems(what)), v.maxLength(limit, expectMost(limit)))
}

function whole(limit: number) {
  const expect = expectWhole(limit)
  return v.pipe(v.number(expect), v.integer(expect), v.minValue(1, expect), v.maxValue(limit, expect))
}

const words = [...permissions, 'none'] as const

/** `exempt` of a policy file. */
export const exempt = documented(
  mapping({
    bots: documented(
      v.union([v.boolean(), list(login, 'logins', most.names)], expectBots),
      'Exempt bots',
      'Whether bots are exempt: accounts of GitHub’s type `Bot`. An AI tool is none of them. A list exempts only the bots it names, AI tools too.',
      false,
      ['dependabot[bot]'],
    ),
    authors: documented(
      list(login, 'logins', most.names),
      'Exempt authors',
      'Logins of accounts whose pull requests are exempt.',
      ['octo-release-robot'],
    ),
    associations: documented(
      v.pipe(
        v.array(v.picklist(associations, expectOneOf(associations)), expectList(associations)),
        v.checkItems((item, index, all) => all.indexOf(item) === index, expectUnique),
      ),
      'Exempt associations',
      'How GitHub relates the author to the repository. A workflow’s own token sees private members of the organisation as `CONTRIBUTOR` or `NONE`.',
      ['OWNER', 'MEMBER'],
    ),
    permission: documented(
      v.picklist(words, expectOneOf(words)),
      'Exempt from this permission on',
      'What the author may at least do in the repository. Asks GitHub once more.',
      'write',
    ),
    teams: documented(
      list(team, 'teams', most.teams),
      'Exempt teams',
      'Teams as `organisation/team`, those inside them included. Needs the token of an app that may read members.',
      ['octo-org/maintainers'],
    ),
    labels: documented(
      list(label, 'labels', most.names),
      'Exempting labels',
      'Names of labels, any of which exempts.',
      ['no-ai-worklog'],
    ),
    override: documented(
      v.union([label, v.literal(false)], expectOverride),
      'Override label',
      'Name of a label that keeps the findings, but never lets them fail the check.',
      'ai-worklog-override',
    ),
    drafts: documented(v.boolean(expectBoolean), 'Exempt drafts', 'Whether drafts are exempt.', true),
    branches: documented(
      list(glob, 'globs', most.globs),
      'Exempt branches',
      'Globs on the branch a pull request comes from. A branch of a fork never matches.',
      ['release/**', 'backport-*'],
    ),
    paths: documented(
      list(glob, 'globs', most.globs),
      'Exempt paths',
      'Globs of which every changed file must match one, a renamed one under both names.',
      ['docs/**', '**/*.md'],
    ),
    size: documented(
      mapping({
        lines: documented(
          whole(1_000_000),
          'Lines at most',
          'Added and deleted lines together; files that are binary or only moved have none.',
          5,
        ),
        files: documented(whole(300), 'Files at most', 'Changed files.', 1),
      }),
      'Exempt small changes',
      'What a change has at most. When both are given, both must hold.',
      { lines: 5, files: 1 },
    ),
    before: documented(
      mapping({
        date: documented(
          v.pipe(v.string(expectDate), v.regex(datePattern, expectDate), v.check(isRealDate, expectDate)),
          'Opened before',
          'A day; at its start in UTC the exemption ends.',
          '2026-09-01',
        ),
        number: documented(
          whole(Number.MAX_SAFE_INTEGER),
          'Number below',
          'A number; lower ones are exempt.',
          6882,
        ),
      }),
      'Exempt older pull requests',
      'Pull requests from before a day or with a lower number. When both are given, either will do.',
      { date: '2026-09-01' },
    ),
  }),
  'Exemptions',
  'Pull requests of which nothing is asked. Only `secret-in-body` still looks at them.',
  { bots: true, labels: ['no-ai-worklog'], override: 'ai-worklog-override' },
)
