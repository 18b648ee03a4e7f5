// The job summary: the verdict, what was found, what is missing and the Markdown to paste for it.

import type { PhrasingContent, RootContent } from 'mdast'
import type { Check } from '../check-pull-request.ts'
import type { WorklogRecord } from '../record/schema.ts'
import type { SectionName } from '../record/section-name.ts'
import { sectionHeadings } from '../vocabulary/section-headings.ts'
import { describeAiUse, describeVerdict, markBasis } from './describe-check.ts'
import { describeExemptions } from './describe-exemptions.ts'
import {
  code,
  details,
  fence,
  heading,
  list,
  paragraph,
  phrase,
  renderMarkdown,
  strong,
  table,
  text,
} from './markdown.ts'
import { renderFinding } from './render-finding.ts'
import { renderSnippet } from './render-snippet.ts'

/**
 * Markdown for the job summary of `check`; `title`, our own words, tells it from others. Long values are cut; the
 * record holds them whole.
 */
export function renderSummary({ record }: Pick<Check, 'record'>, title?: string): string {
  const verdict = describeVerdict(record)
  return renderMarkdown([
    heading(2, text(title === undefined ? verdict : `${title}: ${verdict}`)),
    paragraph(...phrase(describeAiUse(record))),
    ...describeExemptions(record).map((sentence) => paragraph(...phrase(sentence))),
    ...renderFindings(record),
    ...renderSnippets(record),
    ...renderSectionTable(record),
    ...renderLessons(record),
  ])
}

const marks = { error: '❌', warning: '⚠️', info: 'ℹ️' } as const

function renderFindings({ findings }: WorklogRecord): RootContent[] {
  if (findings.length === 0) return []
  const items = findings.map((finding) => renderFinding(finding, marks[finding.severity]))
  return [heading(3, text('What to look at')), list(items)]
}

/** The sections that a rule found wanting, ready to paste. */
function renderSnippets(record: WorklogRecord): RootContent[] {
  const snippet = renderSnippet(record)
  if (snippet === '') return []
  return [
    heading(3, text('What to paste')),
    paragraph(
      text(
        'Add this to the description and fill it in. “None” is an answer; the check runs again by itself.',
      ),
    ),
    fence(snippet),
  ]
}

function renderSectionTable(record: WorklogRecord): RootContent[] {
  if (record.ai_use === 'none') return []
  if (record.ai_use === 'unknown' && record.completeness.present.length === 0) return []
  const rows = record.sections.map(({ name, state }): PhrasingContent[][] => [
    [text(sectionHeadings[name].heading)],
    [text(isFoundElsewhere(record, name, state) ? describeElsewhere(record, name) : states[state])],
    describeContent(record, name),
  ])
  return [
    heading(3, text('What was read')),
    table([[[text('Section')], [text('State')], [text('Content')]], ...rows]),
  ]
}

/** Tools that only a trailer or a footer names, and what only a transcript says. */
function isFoundElsewhere(
  { completeness }: WorklogRecord,
  name: SectionName,
  state: keyof typeof states,
): boolean {
  return state !== 'answered' && state !== 'denied' && completeness.present.includes(name)
}

function describeElsewhere(record: WorklogRecord, name: SectionName): string {
  const rows = name === 'context' || name === 'review' ? [] : record[name]
  return rows.some(({ basis }) => basis === 'transcript') ? '✅ read from a transcript' : '✅ found elsewhere'
}

const states = {
  answered: '✅ documented',
  denied: '✅ none, as stated',
  empty: '– empty',
  template: '– untouched',
  absent: '– missing',
} as const

function describeContent(record: WorklogRecord, name: SectionName): PhrasingContent[] {
  switch (name) {
    case 'tools':
      return record.tools.flatMap(({ name: tool, version, model, basis }, index) => [
        text(`${index === 0 ? '' : ', '}${tool}${version === null ? '' : ` ${version}`}`, 80),
        ...(model === null ? [] : [text(' '), code(model, 60)]),
        text(markBasis(basis)),
      ])
    case 'prompts':
      return countRows(record.prompts, 'prompt')
    case 'failures':
      return countRows(record.failures, 'failed attempt')
    case 'corrections':
      return countRows(record.corrections, 'manual correction')
    case 'context':
      return record.context.linked_issues.length > 0 ? [text(record.context.linked_issues.join(', '))] : []
    case 'review': {
      const ticked = record.review.attestations.filter(({ checked }) => checked).length
      const boxes = record.review.attestations.length
      return boxes === 0 ? [] : [text(`${ticked} of ${boxes} ${boxes === 1 ? 'box' : 'boxes'} ticked`)]
    }
  }
}

function countRows(
  rows: readonly Pick<WorklogRecord['prompts'][number], 'basis'>[],
  noun: string,
): PhrasingContent[] {
  if (rows.length === 0) return []
  const read = rows.filter(({ basis }) => basis === 'transcript').length
  const mark =
    read === 0 ? '' : read === rows.length ? markBasis('transcript') : `, ${read} of them from a transcript`
  return [text(`${rows.length} ${noun}${rows.length === 1 ? '' : 's'}${mark}`)]
}

/** What others can learn from this pull request. */
function renderLessons({ failures, corrections }: WorklogRecord): RootContent[] {
  if (failures.length + corrections.length === 0) return []
  const failed = failures
    .slice(0, maxLessons)
    .map(({ summary, cause, resolution, basis }) => [
      paragraph(
        strong(text(summary)),
        text(markBasis(basis)),
        ...(cause === null ? [] : [text(' — because '), text(cause)]),
        ...(resolution === null ? [] : [text(' → '), text(resolution)]),
      ),
    ])
  const corrected = corrections
    .slice(0, maxLessons)
    .map(({ summary, reason, path, basis }) => [
      paragraph(
        strong(text(summary)),
        text(markBasis(basis)),
        ...(path === null ? [] : [text(' in '), code(path)]),
        ...(reason === null ? [] : [text(' — '), text(reason)]),
      ),
    ])
  return [
    ...(failed.length > 0 ? details(`What failed (${failures.length})`, [list(failed)]) : []),
    ...(corrected.length > 0
      ? details(`What a human corrected (${corrections.length})`, [list(corrected)])
      : []),
  ]
}

const maxLessons = 50
