// README.md: the card that people read, and that the Hugging Face hub and `datasets` read the top of.

import type { RootContent } from 'mdast'
import { paragraph, phrase, renderMarkdown, text } from '../../../core/render/markdown.ts'
import { countRecords, type DatasetDescription, filledTables } from '../dataset-description.ts'
import {
  describeCitation,
  describeCollection,
  describeDecontamination,
  describeExclusions,
  describeLicenses,
  describeLimits,
} from './describe-collection.ts'
import { describeColumns, formatCount } from './describe-columns.ts'
import { describeConsent, describePeople, describeRedaction } from './describe-privacy.ts'
import { describeSplits } from './describe-splits.ts'
import { renderFrontMatter } from './front-matter.ts'

/** The text of README.md. */
export function renderCard(description: DatasetDescription): string {
  const blocks: RootContent[] = [
    { type: 'heading', depth: 1, children: [text(description.name ?? 'AI worklog')] },
    ...describeWhole(description),
    ...describeCollection(description),
    ...describeColumns(description),
    ...describeSplits(description),
    ...describeLicenses(description),
    ...describeConsent(description),
    ...describeRedaction(description),
    ...describeExclusions(description),
    ...describeLimits(description),
    ...describePeople(description),
    ...describeDecontamination(),
    ...describeCitation(description),
  ]
  return `${renderFrontMatter(description)}\n${renderMarkdown(blocks)}`
}

function describeWhole(description: DatasetDescription): RootContent[] {
  const records = countRecords(description)
  return [
    paragraph(
      ...phrase(
        `How AI was used in ${formatCount(records)} pull ${records === 1 ? 'request' : 'requests'}: the tools and prompts, the attempts that failed and why, what humans corrected by hand and why, and what became of each.`,
      ),
    ),
    paragraph(
      text(
        `Version ${description.version}, as of ${description.asOf}, for ${description.audience === 'public' ? 'the public' : 'the team that made it'}.`,
      ),
    ),
    ...describeOpening(description),
  ]
}

/** How to open it: the default, and a view or table besides when one has rows. */
function describeOpening(description: DatasetDescription): RootContent[] {
  const tables = filledTables(description)
  const others = tables.filter(({ name }) => name !== 'records')
  const example = others.find(({ kind }) => kind === 'view') ?? others[0]
  if (tables.length === 0) return []
  const lines = [
    'from datasets import load_dataset',
    '',
    'records = load_dataset("path/to/this/folder")  # the default: one row a pull request',
    ...(example === undefined ? [] : [`rows = load_dataset("path/to/this/folder", "${example.name}")`]),
  ]
  return [{ type: 'code', lang: 'python', value: lines.join('\n') }]
}
