// Exemptions in words, the same in every report. Values from outside stand in backticks.

import type { WorklogRecord } from '../record/schema.ts'

type Exemption = WorklogRecord['policy']['exemptions'][number]

/** One sentence for what exempts and one for an override; empty when the policy applies in full. */
export function describeExemptions({ policy }: WorklogRecord): string[] {
  const exempting = policy.exemptions.filter(({ kind }) => kind !== 'override')
  const override = policy.exemptions.find(({ kind }) => kind === 'override')
  return [
    ...(exempting.length > 0 ? [`Exempt by the policy: ${exempting.map(describe).join('; ')}.`] : []),
    ...(override === undefined ? [] : [`${describe(override)}: its findings do not fail the check.`]),
  ]
}

function describe({ kind, value, by }: Exemption): string {
  const what = quote(value ?? '')
  switch (kind) {
    case 'bot':
      return `the author ${what} is a bot`
    case 'author':
      return `the author ${what} is listed`
    case 'association':
      return `the author’s association is ${what}`
    case 'permission':
      return `the author’s permission is ${what}`
    case 'team':
      return `the author is in the team ${what}`
    case 'label':
      return `it has the label ${what}`
    case 'branch':
      return `its branch matches ${what}`
    case 'path':
      return `all changed files match ${what}`
    case 'size':
      return `it changes ${what.replaceAll('`', '')} only`
    case 'before':
      return `it is from before ${what}`
    case 'draft':
      return 'it is a draft'
    case 'override':
      return `The label ${what}${by === null ? '' : `, set by ${quote(by)},`} overrides the check`
  }
}

/** A backtick would end the code that holds the value. */
function quote(value: string): string {
  return `\`${value.replaceAll('`', "'")}\``
}
