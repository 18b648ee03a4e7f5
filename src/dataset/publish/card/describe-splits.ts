// The part of a card that tells how rows are split, and how large the splits really are.

import type { RootContent } from 'mdast'
import { code, heading, paragraph, phrase, table } from '../../../core/render/markdown.ts'
import { type Split, splits, type TableSummary } from '../../tables/table-summary.ts'
import { countRecords, countRows, type DatasetDescription } from '../dataset-description.ts'
import { formatCount } from './describe-columns.ts'

/** How the splits are made, their real shares, and the rows of each table in each. */
export function describeSplits(description: DatasetDescription): RootContent[] {
  const { splitBy, previousVersion, tables } = description
  const unit =
    splitBy === 'repository'
      ? `Whole repositories are split, never the pull requests of one: the bucket is a salted hash of the repository’s numeric id.${previousVersion === null ? '' : ' Records that were split one by one, while there were too few repositories, stay where they are.'}`
      : 'Single pull requests are split, as there are too few repositories to split those: the bucket is a salted hash of the repository’s numeric id and the number. Pull requests of one repository may stand in several splits.'
  return [
    heading(2, ...phrase('Splits')),
    paragraph(
      ...phrase(
        `${unit} All rows of a record are in its split. A record that has a split never moves to another in a later version; one that is nearly the same as a record of another split is left out.`,
      ),
    ),
    paragraph(...phrase(describeShares(description))),
    table([
      [phrase('Rows'), ...splits.map((split) => [code(split)]), phrase('all')],
      ...tables.map((summary) => [
        [code(summary.name)],
        ...splits.map((split) => phrase(formatCount(countSplit(summary, split)))),
        phrase(formatCount(countRows(summary))),
      ]),
    ]),
    ...describeMissing(description),
  ]
}

function describeShares(description: DatasetDescription): string {
  const total = countRecords(description)
  const records = description.tables.find(({ name }) => name === 'records')
  const shares = splits.map((split) => {
    const wanted = formatShare(description.ratios[split])
    const real = total === 0 || records === undefined ? 0 : countSplit(records, split) / total
    return `${formatShare(real)} \`${split}\` (${wanted} aimed at)`
  })
  return `Real shares of the records: ${shares.join(', ')}. Few groups of uneven size make them differ.`
}

function describeMissing({ tables }: DatasetDescription): RootContent[] {
  const records = tables.find(({ name }) => name === 'records')
  const missing = splits.filter((split) => records === undefined || countSplit(records, split) === 0)
  if (missing.length === 0) return []
  const names = missing.map((split) => `\`${split}\``).join(' and ')
  return [paragraph(...phrase(`No record has fallen to ${names} yet.`))]
}

function countSplit({ splits: parts }: TableSummary, split: Split): number {
  return parts.find((part) => part.split === split)?.rows ?? 0
}

/** In percent, with a decimal when there is one. */
function formatShare(share: number): string {
  return `${Math.round(share * 1000) / 10} %`
}
