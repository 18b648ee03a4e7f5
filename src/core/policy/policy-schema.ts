// The one schema of a policy file: its types, the published JSON Schema and the tables of docs/policy.md come
// from it. Defaults are not here but in default-policy.ts, because files are laid over each other.

import * as v from 'valibot'
import { sectionNames } from '../record/section-name.ts'
import { exempt } from './exempt-schema.ts'
import { expectBoolean, expectExtends, expectList, expectOneOf, expectUnique } from './expect-value.ts'
import { modes } from './policy.ts'
import { consent, privacy } from './privacy-schema.ts'
import { redact } from './redact-schema.ts'
import type { RuleId } from './rule-id.ts'
import { documented, mapping } from './schema-mapping.ts'
import { trailers } from './trailers/trailers-schema.ts'
import { vocabulary } from './vocabulary-schema.ts'

const severities = ['off', 'info', 'warning', 'error'] as const

// `owner/repository`, `owner/repository:path/in/it.yml`, or a path that starts with `./` or `../`.
const extendsPattern =
  /^(?:\.{1,2}\/[^\\]+|[A-Za-z0-9][A-Za-z0-9-]*\/[A-Za-z0-9._-]+(?::(?!\/)(?!(?:.*\/)?\.\.?(?:\/|$))[^\\:]+)?)$/

function severity(title: string) {
  return v.exactOptional(
    v.pipe(v.picklist(severities, expectOneOf(severities)), v.title(title), v.examples(['off', 'warning'])),
  )
}

// What each rule reports is said by the rule itself; scripts/write-schemas.ts adds it to the JSON Schema.
const rules = {
  'unreadable-source': severity('Unreadable source'),
  'unreadable-template': severity('Unreadable template'),
  'secret-in-body': severity('Secret in the body'),
  'required-statement': severity('Required statement'),
  'required-section': severity('Required section'),
  'stripped-template': severity('Stripped template'),
  contradiction: severity('Contradiction'),
  'forbidden-trailer': severity('Forbidden trailer'),
  'required-trailer': severity('Required trailer'),
  'failure-detail': severity('Failure detail'),
  'correction-reason': severity('Correction reason'),
  'human-review': severity('Human review'),
  'verbatim-prompt': severity('Verbatim prompt'),
  'tool-version': severity('Tool version'),
} satisfies Record<RuleId, unknown>

/** A policy file: every key is optional, unknown keys are refused. */
export const policySchema = v.pipe(
  mapping({
    extends: documented(
      v.pipe(v.string(expectExtends), v.regex(extendsPattern, expectExtends)),
      'Policy to start from',
      'An organisation-wide policy that this file is laid over: `owner/repository`, whose `.github/ai-worklog.yml` is read, or `owner/repository:path`. On the command line also a path relative to this file that starts with `./` or `../`.',
      'octo-org/.github',
      'octo-org/policies:ai-worklog/strict.yml',
      './policy-organisation.yml',
    ),
    mode: documented(
      v.picklist(modes, expectOneOf(modes)),
      'Mode',
      'What the check does with its findings: `observe` records them, `warn` also annotates the pull request, `enforce` also fails on a finding of severity `error`.',
      'observe',
      'enforce',
    ),
    require: documented(
      mapping({
        statement: documented(
          v.boolean(expectBoolean),
          'Require a statement',
          'Whether every pull request must say if AI was used, even without a trace of AI use.',
          true,
        ),
        sections: documented(
          v.pipe(
            v.array(v.picklist(sectionNames, expectOneOf(sectionNames)), expectList(sectionNames)),
            v.checkItems((item, index, list) => list.indexOf(item) === index, expectUnique),
          ),
          'Required sections',
          'The sections a pull request needs when AI was used. “None” answers a section. An empty list requires none.',
          ['tools', 'prompts', 'review'],
          [],
        ),
      }),
      'Requirements',
      'What a pull request must say.',
      { statement: true, sections: ['tools', 'review'] },
    ),
    trailers,
    privacy,
    consent,
    vocabulary,
    exempt,
    redact,
    rules: documented(
      mapping(rules),
      'Severity of each rule',
      'The severity of the findings of each rule: `off`, `info`, `warning` or `error`. A rule that is not named keeps its severity.',
      { 'human-review': 'error', 'tool-version': 'off' },
    ),
  }),
  v.title('ai-worklog policy'),
  v.description('What a repository expects pull requests to say about AI use: `.github/ai-worklog.yml`.'),
)

/** What one policy file says. */
export type PolicyFile = v.InferOutput<typeof policySchema>
