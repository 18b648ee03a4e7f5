// The drafted section as a whole, and what stands under each of its headings.

import type { List, RootContent } from 'mdast'
import { writeEndMark, writeStartMark } from '../document/draft-marks.ts'
import { type SectionName, sectionNames } from '../record/section-name.ts'
import { details, heading, paragraph, renderMarkdown, text } from '../render/markdown.ts'
import { sectionHeadings } from '../vocabulary/section-headings.ts'
import { createItems, type DraftedSection, draftedSections } from './create-items.ts'
import type { Draft } from './draft.ts'
import { type DraftItem, toListItem } from './draft-item.ts'

/** Stands for prompts that the policy keeps out of records: an answer that gives none of their words. */
export const leftOutPrompts = 'Not recorded: the policy of this repository keeps prompts out of records.'

/** Longer lists of prompts are folded. */
const mostUnfolded = 5

/** Markdown of the whole section between our marks, however long; ends with a newline. */
export function renderSection(draft: Draft, version: string): string {
  const items = createItems(draft)
  const keys = draftedSections.flatMap((name) => items[name].map(({ key }) => key))
  return renderMarkdown([
    { type: 'html', value: writeStartMark(version) },
    heading(2, text('AI worklog')),
    { type: 'html', value: note },
    ...sectionNames.flatMap((name) => [
      heading(3, text(sectionHeadings[name].heading)),
      ...createContent(name, isDrafted(name) ? items[name] : [], draft.promptsLeftOut === true),
    ]),
    { type: 'html', value: writeEndMark(keys) },
  ])
}

const note =
  '<!-- Drafted by ai-worklog from sessions on this computer. Correct what is wrong, delete what nobody needs, and answer what is left. -->'

function isDrafted(name: string): name is DraftedSection {
  return draftedSections.some((drafted) => drafted === name)
}

/** What nothing was found for keeps its placeholder: whether there was none is for a human to say. */
export function createContent(
  name: SectionName,
  items: readonly DraftItem[],
  isLeftOut: boolean,
): RootContent[] {
  if (items.length > 0) {
    const list = createList(name, items)
    return name === 'prompts' && items.length > mostUnfolded
      ? details(`${items.length} prompts`, [list])
      : [list]
  }
  if (name === 'prompts' && isLeftOut) return [paragraph(text(leftOutPrompts))]
  return [{ type: 'html', value: sectionHeadings[name].snippet.trimEnd() }]
}

function createList(name: string, items: readonly DraftItem[]): List {
  const isOrdered = name === 'prompts'
  return { type: 'list', ordered: isOrdered, spread: isOrdered, children: items.map(toListItem) }
}
