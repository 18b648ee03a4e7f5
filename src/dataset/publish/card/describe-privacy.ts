// The parts of a card about people: consent, redaction, what is personal, how to be taken out, whom to hand it to.

import type { RootContent } from 'mdast'
import { code, heading, list, paragraph, phrase, table } from '../../../core/render/markdown.ts'
import { type DatasetDescription, reasonsToGate } from '../dataset-description.ts'
import { formatCount } from './describe-columns.ts'

/** Consent: who said yes to training, and what that means for tables and views. */
export function describeConsent({ consent, audience }: DatasetDescription): RootContent[] {
  const what =
    audience === 'public'
      ? 'Every record is of an author, or of a repository whose policy, that says yes to training.'
      : 'The tables hold every record, whatever it says of training, for the team’s own reports; the training views hold only what says yes. Nothing said is never a yes.'
  return [
    heading(2, ...phrase('Consent')),
    paragraph(...phrase(`${what} \`consent\` of each record says who said so, when and for what.`)),
    table([
      [phrase('Consent to training'), phrase('Records')],
      ...consent.map(({ training, count }) => [[code(training)], phrase(formatCount(count))]),
    ]),
  ]
}

/** Redaction: by which rules, how often, and what they cannot find. */
export function describeRedaction({ ruleset, redactionCounts }: DatasetDescription): RootContent[] {
  const found = redactionCounts.filter(({ count }) => count > 0)
  const rules =
    ruleset === null
      ? [paragraph(...phrase('No redaction rules were applied to the texts.'))]
      : [
          paragraph(
            ...phrase('Every text has gone through the redaction rules of version '),
            code(ruleset),
            ...phrase(
              ', also those that earlier versions of the rules had been applied to. A mark such as `[REDACTED:email-1]` stands for what was taken out; equal values have equal marks within a record.',
            ),
          ),
        ]
  return [
    heading(2, ...phrase('Redaction')),
    ...rules,
    ...(found.length === 0
      ? [paragraph(...phrase('The rules took nothing out of the records of this version.'))]
      : [
          table([
            [phrase('Rule'), phrase('Places')],
            ...found.map(({ rule, count }) => [[code(rule)], phrase(formatCount(count))]),
          ]),
        ]),
    paragraph(
      ...phrase(
        'Redaction goes by patterns: keys and tokens of known form, assignments of secrets, mail addresses and the like. It cannot find names of people, what only the context makes personal or confidential, or a secret that looks like a word. Treat the texts as written by people who did not expect strangers to read them.',
      ),
    ),
  ]
}

const authorModes: Readonly<Record<DatasetDescription['authors'], string>> = {
  login: 'Authors stand in the records by their login on GitHub, which is personal data.',
  pseudonym:
    'Authors stand in the records by a pseudonym, made with a key that stays with the team. URLs, numbers, branches, commits and runs were taken out with the logins. Texts may still give an author away, so that the data is pseudonymous and not anonymous.',
  omit: 'Authors were taken out of the records: logins, addresses of pull requests, branches and forks. Numbers and commits stay: whoever can open a pull request on GitHub sees who wrote it. Texts may give an author away, too.',
}

/** Personal data, how to be taken out, and gating. */
export function describePeople(description: DatasetDescription): RootContent[] {
  return [
    heading(2, ...phrase('Personal data, and how to be taken out')),
    paragraph(...phrase(authorModes[description.authors])),
    paragraph(
      ...phrase(
        'Whoever wants their pull requests taken out asks the team that made the dataset, or has their login or repository put on its opt-out list. The team runs `ai-worklog dataset erase --author LOGIN`, `--repo OWNER/NAME` or `--pr OWNER/NAME#NUMBER`: the records are purged and never collected again, and the next version is a major one without them. Whoever holds a copy should then replace it with the newest version, and hand this duty on with the data.',
      ),
    ),
    ...describeGating(description),
  ]
}

function describeGating(description: DatasetDescription): RootContent[] {
  const reasons = reasonsToGate(description)
  if (reasons.length === 0) return []
  return [
    heading(2, ...phrase('Before you hand it on')),
    paragraph(...phrase('Do not publish it as it is:')),
    list(reasons.map((reason) => [paragraph(...phrase(`${reason}.`))])),
    paragraph(
      ...phrase(
        'Keep the repository on the hub private, or gate it by adding these lines at the top of this file:',
      ),
    ),
    {
      type: 'code',
      lang: 'yaml',
      value: [
        'extra_gated_prompt: >-',
        '  The data holds texts of people who did not write them for the public. You may use it for the purpose you name, you',
        '  do not try to identify anyone, you do not hand it on, and you use the newest version when records are taken out.',
        'extra_gated_fields:',
        '  Name and affiliation: text',
        '  Purpose: text',
        '  I agree to the terms above: checkbox',
      ].join('\n'),
    },
  ]
}
