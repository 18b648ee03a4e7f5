// One check as text for a terminal or a log: the verdict, what was read, and each finding with its place,
// what was expected and what to paste.

import type { Check } from '../core/check-pull-request.ts'
import type { Place } from '../core/document/place.ts'
import type { WorklogRecord } from '../core/record/schema.ts'
import { describeAiUse, describeVerdict, markBasis } from '../core/render/describe-check.ts'
import { describeExemptions } from '../core/render/describe-exemptions.ts'
import { renderSnippet } from '../core/render/render-snippet.ts'
import { toSafeText } from '../core/render/safe-text.ts'
import { cutText } from './cut-text.ts'
import { createStyle, type Style } from './style.ts'

export interface FormatOptions {
  color: boolean
  /** What was read, such as a file name; shown above. */
  name?: string
  /** The lines of the description, fit to be shown: each finding shows the one it is about. Default none. */
  lines?: readonly string[]
}

/** Formats `check` as text without a trailing newline. Text from outside is made safe to show. */
export function formatCheck({ record }: Check, { color, name, lines: shown = [] }: FormatOptions): string {
  const style = createStyle(color)
  const lines = [
    ...(name === undefined ? [] : [style('underline', toSafeText(name))]),
    `${describeVerdict(record)}. ${describeAiUse(record)}`,
    ...describeExemptions(record).map((sentence) => shorten(sentence, 400)),
    ...formatContent(record, style),
    ...record.findings.slice(0, maxFindings).flatMap((finding) => formatFinding(finding, style, shown)),
    ...formatRest(record.findings.length - maxFindings),
    ...formatSnippets(record, style),
  ]
  return lines.join('\n')
}

/** Formats what was read, without a verdict, as text without a trailing newline. */
export function formatRecord(record: WorklogRecord, { color, name }: FormatOptions): string {
  const style = createStyle(color)
  const title = name === undefined ? [] : [style('underline', toSafeText(name))]
  return [...title, describeAiUse(record), ...formatContent(record, style)].join('\n')
}

const severityStyles = { error: 'red', warning: 'yellow', info: 'cyan' } as const

function formatContent(record: WorklogRecord, style: Style): string[] {
  const rows: [string, string[]][] = [
    [
      'tools',
      record.tools.map(
        ({ name, version, model, basis }) =>
          [name, version, model && `(${model})`].filter(Boolean).join(' ') + markBasis(basis),
      ),
    ],
    [
      'prompts',
      record.prompts.map(({ kind, text, basis }) => `${kind}${markBasis(basis)}: ${text ?? 'left out'}`),
    ],
    ['failed attempts', record.failures.map(({ summary, basis }) => mark(summary, basis))],
    ['manual corrections', record.corrections.map(({ summary, basis }) => mark(summary, basis))],
  ]
  return rows
    .filter(([, values]) => values.length > 0)
    .flatMap(([title, values]) => [
      style('dim', `  ${title}`),
      ...values.slice(0, maxShown).map((value) => `    - ${shorten(value)}`),
      ...(values.length > maxShown ? [`    … and ${values.length - maxShown} more`] : []),
    ])
}

/** Cut before it is marked, so that the mark is always seen. */
function mark(summary: string, basis: WorklogRecord['failures'][number]['basis']): string {
  const end = markBasis(basis)
  return `${shorten(summary, 120 - end.length)}${end}`
}

const maxShown = 10
const maxFindings = 500

function formatRest(count: number): string[] {
  return count > 0 ? [`  … and ${count} more; the record has them all`] : []
}

function formatFinding(
  finding: WorklogRecord['findings'][number],
  style: Style,
  lines: readonly string[],
): string[] {
  const { severity, reason, expected, place, rule } = finding
  const where = formatPlace(place)
  return [
    `  ${where === '' ? '' : `${where}  `}${style(severityStyles[severity], severity)}  ${shorten(reason, 400)}  ${style('dim', rule)}`,
    ...quoteLine(place, lines, style),
    ...(expected === null ? [] : [style('dim', `      expected: ${shorten(expected, 400)}`)]),
  ]
}

/** The line that a finding is about, with its number. */
function quoteLine(place: Place | null, lines: readonly string[], style: Style): string[] {
  const line = place?.source === 'body' && place.start ? lines[place.start.line - 1] : undefined
  if (line === undefined || line.trim() === '') return []
  return [`    ${style('dim', `${place?.start?.line} │`)} ${shorten(line)}`]
}

function formatPlace(place: Place | null): string {
  if (!place?.start) return ''
  const point = `${place.start.line}:${place.start.column}`
  return place.source === 'commit' ? `commit ${place.commit_sha?.slice(0, 7)} ${point}` : point
}

function formatSnippets(record: WorklogRecord, style: Style): string[] {
  const snippet = renderSnippet(record)
  if (snippet === '') return []
  return [
    '',
    style('bold', 'To paste into the description and fill in (“None” is an answer):'),
    '',
    ...snippet.trimEnd().split('\n'),
  ]
}

function shorten(value: string, limit = 120): string {
  const line = toSafeText(value).replace(/\s+/g, ' ').trim()
  return cutText(line, limit)
}
