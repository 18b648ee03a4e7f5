// The comment on the pull request: what is asked for and the Markdown to paste. Short, and without a judgement.

import type { RootContent } from 'mdast'
import type { WorklogRecord } from '../record/schema.ts'
import { defuse } from './defuse.ts'
import { describeAiUse } from './describe-check.ts'
import { details, fence, heading, list, paragraph, phrase, renderMarkdown, text } from './markdown.ts'
import { renderFinding } from './render-finding.ts'
import { renderSnippet } from './render-snippet.ts'

export interface Comment {
  /** Without the marker by which it is found again. */
  markdown: string
  /** False: nothing is asked for, so only a comment of an earlier run says so. */
  asks: boolean
}

/** In UTF-16 units. GitHub takes 65,536 characters; the marker needs the rest. */
const mostUnits = 65_000

/** Far more than a finding of ours has, in UTF-16 units. */
const longestText = 600

/** How many findings are shown: as many as fit. */
const mostShown = [50, 20, 10, 5, 2, 1, 0]

/** The comment for `record`. It asks for nothing in mode `observe`, and when all findings are of severity `info`. */
export function renderComment(record: WorklogRecord): Comment {
  const findings = record.findings.filter(({ severity }) => severity !== 'info')
  if (findings.length === 0 || record.policy.mode === 'observe') {
    return { markdown: render([title, renderDone(record)]), asks: false }
  }
  for (const most of mostShown) {
    const markdown = render([title, ...renderAsked(record, findings, most)])
    if (markdown.length <= mostUnits) return { markdown, asks: true }
  }
  return { markdown: render([title, renderCut(findings.length)]), asks: true }
}

const title = heading(3, text('AI worklog'))

function render(blocks: readonly RootContent[]): string {
  return renderMarkdown(blocks.map((block) => defuse(block)))
}

function renderDone(record: WorklogRecord): RootContent {
  return paragraph(text('Nothing is left to do here. '), ...phrase(describeAiUse(record)))
}

function renderAsked(
  record: WorklogRecord,
  findings: WorklogRecord['findings'],
  most: number,
): RootContent[] {
  const isRequired = record.policy.result === 'fail'
  const lead = isRequired
    ? 'The check passes once the description has this:'
    : 'This would complete the description; nothing is blocked by it:'
  const shown = findings.slice(0, most)
  return [
    paragraph(...phrase(describeAiUse(record))),
    ...(shown.length === 0 ? [] : [paragraph(text(lead)), list(shown.map(renderShort))]),
    ...(shown.length === findings.length ? [] : [renderCut(findings.length - shown.length)]),
    ...renderSnippets(record),
    paragraph(text('Editing the description runs the check again and updates this comment.')),
  ]
}

function renderShort(finding: WorklogRecord['findings'][number]) {
  const { reason, expected } = finding
  return renderFinding({
    ...finding,
    reason: shorten(reason),
    expected: expected === null ? null : shorten(expected),
  })
}

/** Before it is split and escaped, which takes longer than its length lets expect. */
function shorten(value: string): string {
  return value.length > longestText ? `${value.slice(0, longestText)}…` : value
}

function renderCut(rest: number): RootContent {
  const things = rest === 1 ? '1 more finding is' : `${rest} more findings are`
  return paragraph(text(`Cut here: ${things} in the summary of the run and in its record.`))
}

function renderSnippets(record: WorklogRecord): RootContent[] {
  const snippet = renderSnippet(record)
  if (snippet === '') return []
  return details('Markdown to paste into the description and fill in (“None” is an answer)', [fence(snippet)])
}
