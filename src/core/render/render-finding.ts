// One finding as an item of a list, the same in the summary and in the comment.

import type { Paragraph } from 'mdast'
import type { WorklogRecord } from '../record/schema.ts'
import { code, paragraph, phrase, strong, text } from './markdown.ts'

type Finding = Pick<WorklogRecord['findings'][number], 'reason' | 'expected' | 'place' | 'rule'>

/** What is wrong, where, what to write instead and which rule says so; `mark` stands in front. */
export function renderFinding({ reason, expected, place, rule }: Finding, mark?: string): Paragraph[] {
  const line = place?.source === 'body' && place.start ? ` (line ${place.start.line} of the description)` : ''
  return [
    paragraph(
      ...(mark === undefined ? [] : [text(`${mark} `)]),
      strong(...phrase(reason)),
      text(line),
      ...(expected === null ? [] : [text('. '), ...phrase(expected)]),
      text('. '),
      code(rule),
    ),
  ]
}
