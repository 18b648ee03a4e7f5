// The parts of a card about where the records come from: collection, licence, what is left out, biases and limits.

import type { RootContent } from 'mdast'
import { code, heading, list, paragraph, phrase, table, text } from '../../../core/render/markdown.ts'
import { countRecords, type DatasetDescription, isPublic } from '../dataset-description.ts'
import { nameSources } from '../describe-manifest.ts'
import { explainReason } from '../exclusion-reasons.ts'
import { formatCount } from './describe-columns.ts'

const sourceKinds: ReadonlyMap<string, string> = new Map([
  ['store', 'the previous version of the dataset'],
  ['artifact', 'artifacts of workflow runs that checked the pull request'],
  ['history', 'pull requests read from GitHub’s API'],
  ['file', 'files that the team handed in'],
])
/** More sources are summed up. */
const maxSources = 50

/** How the records were collected. */
export function describeCollection(description: DatasetDescription): RootContent[] {
  const sources = nameSources(description)
  const visible = isPublic(description)
    ? 'All are public.'
    : 'Not all are known to be public, so they are not named here.'
  return [
    heading(2, ...phrase('How it was collected')),
    paragraph(
      ...phrase(
        `The records are of ${formatCount(description.repositories)} ${description.repositories === 1 ? 'repository' : 'repositories'}. ${visible} A record is made of what the author of a pull request wrote in its description and commits, by rules and not by a model; nothing is guessed, and what was not said is null. A record of a fork’s run never sets consent and never replaces one of the repository’s own.`,
      ),
    ),
    table([
      [phrase('Source'), phrase('Repository'), phrase('Read')],
      ...sources
        .slice(0, maxSources)
        .map(({ kind, name, count }) => [
          sourceKinds.has(kind) ? phrase(sourceKinds.get(kind) ?? '') : [code(kind)],
          name === null ? phrase('') : [code(name)],
          phrase(formatCount(count)),
        ]),
    ]),
    ...(sources.length > maxSources
      ? [
          paragraph(
            ...phrase(`${formatCount(sources.length - maxSources)} more sources are in \`manifest.json\`.`),
          ),
        ]
      : []),
  ]
}

/** The licence of each record. */
export function describeLicenses({ licenses }: DatasetDescription): RootContent[] {
  return [
    heading(2, ...phrase('Licence')),
    paragraph(
      ...phrase(
        'Each record is under the licence of its repository: `source.license` in `records`, `license` in the training views. Keep it, and the attribution by `source.repository`, with what you make of a record.',
      ),
    ),
    table([
      [phrase('Licence'), phrase('Records')],
      ...licenses.map(({ license, count }) => [
        license === null ? phrase('not known') : [code(license)],
        phrase(formatCount(count)),
      ]),
    ]),
  ]
}

/** Duplicates, and everything else that is left out, by reason. */
export function describeExclusions({ excluded }: DatasetDescription): RootContent[] {
  const rows = excluded.filter(({ count }) => count > 0)
  return [
    heading(2, ...phrase('Duplicates and what was left out')),
    paragraph(
      ...phrase(
        'There is one record a pull request. Records are duplicates when their normalised texts are the same, and near duplicates when MinHash says so (word 5-grams, 14 bands of 8); a text of under 20 words is never a near duplicate. One of each group of duplicates is kept.',
      ),
    ),
    rows.length === 0
      ? paragraph(...phrase('Nothing was left out.'))
      : table([
          [phrase('Reason'), phrase('Left out'), phrase('Meaning')],
          ...rows.map(({ reason, count }) => [
            [code(reason)],
            phrase(formatCount(count)),
            phrase(explainReason(reason)),
          ]),
        ]),
  ]
}

/** What the dataset cannot tell. */
export function describeLimits(description: DatasetDescription): RootContent[] {
  const limits = [
    'Authors report on themselves: what nobody wrote down is not here, and failures are told less often than successes. An absent statement says nothing about the use of AI.',
    'The texts were read by rules. What is written in an unusual form may be missing, cut or in the wrong place; `place` says where each was found.',
    'The result of a prompt is what its author says came of it, not the output of a model.',
    'That a pull request was merged, or not, has many causes besides a prompt.',
    'Teams that use the check write more than others, so that shares of tools, failures or reasons do not hold for all development.',
    'The language of the texts was not detected. Most are English.',
    ...(countRecords(description) < 1000
      ? [
          'There are few records: small counts are no findings, and the splits for validation and test are small.',
        ]
      : []),
  ]
  return [
    heading(2, ...phrase('Biases and limits')),
    list(limits.map((limit) => [paragraph(...phrase(limit))])),
  ]
}

/** Keeping the test split out of training. */
export function describeDecontamination(): RootContent[] {
  return [
    heading(2, ...phrase('Decontamination')),
    paragraph(
      ...phrase(
        'Do not train on the split `test`. `ai-worklog dataset test-list` prints its list of records and hashes of their texts, so that others can take them out of their own training data.',
      ),
    ),
  ]
}

/** How to cite it. */
export function describeCitation(description: DatasetDescription): RootContent[] {
  const name = description.name ?? 'AI worklog'
  return [
    heading(2, ...phrase('Citation')),
    paragraph(
      text(
        `${name}, version ${description.version}, as of ${description.asOf}. Built with ai-worklog ${description.toolVersion}; records of schema version ${description.schemaVersion}.`,
      ),
    ),
    paragraph(
      ...phrase(
        '`manifest.json` has the SHA-256 of every file, `CHANGELOG.md` what changed from version to version, `croissant.json` the description for machines.',
      ),
    ),
  ]
}
