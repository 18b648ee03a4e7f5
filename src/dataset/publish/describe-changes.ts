// CHANGELOG.md: what each version added, replaced and took away, the newest first.

import type { DatasetDescription } from './dataset-description.ts'
import { isMajor } from './decide-version.ts'

const title = '# Changelog\n'

/** The text of CHANGELOG.md; what the previous version’s said is carried on as it is. */
export function describeChanges(description: DatasetDescription): string {
  const { version, asOf, previousChangelog } = description
  const lines = listChanges(description).map((line) => `- ${line}\n`)
  const section = `## ${version} (${asOf.slice(0, 10)})\n\n${describeKind(description)}\n\n${lines.join('')}`
  const older = (previousChangelog ?? '').replace(/^\uFEFF?# Changelog\n*/, '').trimEnd()
  return [title, section, ...(older === '' ? [] : [`${older}\n`])].join('\n')
}

function describeKind({ previousVersion, changes }: DatasetDescription): string {
  if (previousVersion === null) return 'The first version.'
  if (!isMajor(changes) && changes.added === 0) {
    return `A patch of ${previousVersion}: the same records, described anew.`
  }
  return isMajor(changes)
    ? `A major version after ${previousVersion}: records that were handed on before are replaced or gone. Use this version in their place.`
    : `A minor version after ${previousVersion}: records were added, and nothing that was there has changed.`
}

function listChanges({ changes, ruleset }: DatasetDescription): string[] {
  const { added, changed, removed, redacted } = changes
  const lines = [
    countRecords(added, 'added'),
    countRecords(changed, 'replaced by a newer record of the same pull request'),
    countRecords(removed, 'removed'),
    countRecords(redacted, `redacted again${ruleset === null ? '' : `, by ruleset ${ruleset}`}`),
  ].filter((line) => line !== null)
  return lines.length === 0 ? ['No record added, replaced or removed'] : lines
}

function countRecords(count: number, what: string): string | null {
  if (count === 0) return null
  return `${count} ${count === 1 ? 'record' : 'records'} ${what}`
}
