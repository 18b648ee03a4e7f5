// What the job summary says of a build, below the report.

import type { PhrasingContent, RootContent } from 'mdast'
import { code, heading, paragraph, renderMarkdown, table, text } from '../../core/render/markdown.ts'
import type { BuildOutcome } from '../../dataset/build/build-dataset.ts'
import { countRows } from '../../dataset/publish/dataset-description.ts'
import { explainReason } from '../../dataset/publish/exclusion-reasons.ts'
import type { Split } from '../../dataset/tables/table-summary.ts'

export interface SummaryFacts {
  /** The store’s name. */
  store: string
  /** What could not be taken, by reason. */
  problems: ReadonlyMap<string, number>
}

const splits: readonly Split[] = ['train', 'validation', 'test']

/** Markdown. */
export function renderDatasetSummary(
  { version, isNew, description, facts }: Pick<BuildOutcome, 'version' | 'isNew' | 'description' | 'facts'>,
  { store, problems }: SummaryFacts,
): string {
  const blocks: RootContent[] = [heading(2, text(version === null ? 'Dataset' : `Dataset ${version}`))]
  if (version === null) blocks.push(paragraph(text('There is no record yet, so there is no dataset.')))
  else if (isNew) blocks.push(paragraph(text('A new version is in '), code(store), text('.')))
  else blocks.push(paragraph(text('Nothing is new. The newest version is in '), code(store), text('.')))
  const tables = (description?.tables ?? []).filter((each) => countRows(each) > 0)
  if (tables.length > 0) {
    blocks.push(
      toTable(
        ['Table', ...splits, 'Rows'],
        tables.map((each) => [
          each.name,
          ...splits.map((split) => `${each.splits.find((one) => one.split === split)?.rows ?? 0}`),
          `${countRows(each)}`,
        ]),
      ),
    )
  }
  const yes = facts.consent.find(({ training }) => training === 'yes')?.count ?? 0
  if (isNew && yes === 0) {
    blocks.push(
      paragraph(
        text('No record says that it may be used for training, so the training views are empty. Set '),
        code('consent: {training: yes}'),
        text(' in the policy, or let authors tick it.'),
      ),
    )
  }
  if (facts.excluded.length > 0) {
    blocks.push(
      heading(3, text('Left out')),
      toTable(
        ['Reason', 'Rows', 'Meaning'],
        facts.excluded.map(({ reason, count }) => [reason, `${count}`, explainReason(reason)]),
      ),
    )
  }
  if (problems.size > 0) {
    blocks.push(
      heading(3, text('Could not be taken')),
      toTable(
        ['Reason', 'Inputs'],
        [...problems].map(([reason, count]) => [reason, `${count}`]),
      ),
    )
  }
  return renderMarkdown(blocks)
}

function toTable(head: readonly string[], rows: readonly (readonly string[])[]): RootContent {
  const toCells = (cells: readonly string[]): PhrasingContent[][] => cells.map((cell) => [text(cell)])
  return table([toCells(head), ...rows.map(toCells)])
}
