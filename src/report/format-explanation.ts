// The texts of a pull request with notes on what was read from where, for an author who wonders. What the record does
// not hold is not shown either: logs keep what is printed.

import type { Check } from '../core/check-pull-request.ts'
import { maskText } from '../core/redact/redact-text.ts'
import type { Redaction } from '../core/redact/redaction.ts'
import { explainReading, type Note } from '../core/render/explain-reading.ts'
import { toSafeText } from '../core/render/safe-text.ts'
import { cutText } from './cut-text.ts'
import { createStyle, type Style } from './style.ts'

export interface ExplanationOptions {
  color: boolean
  /** What the policy adds to the rules; default nothing. */
  redaction?: Redaction
}

/** Formats the description, and every commit message that was read as text, without a trailing newline. */
export function formatExplanation(
  { record, extraction }: Check,
  { color, redaction }: ExplanationOptions,
): string {
  const style = createStyle(color)
  const notes = explainReading(record, extraction)
  const parts = extraction.documents.flatMap(({ ref, source }) => {
    const own = notes.filter(({ place }) => place.source === ref.source && place.commit_sha === ref.commitSha)
    if (ref.source !== 'body' && own.length === 0) return []
    const title =
      ref.source === 'body'
        ? 'What was read from the description'
        : `… from commit ${ref.commitSha?.slice(0, 7)}`
    return [[style('bold', title), ...formatLines(maskText(source.text, redaction), own, style)].join('\n')]
  })
  const isShown = ({ source, commit_sha, start }: Note['place']) =>
    start !== null &&
    extraction.documents.some(({ ref }) => ref.source === source && ref.commitSha === commit_sha)
  const apart = notes.filter(({ place }) => !isShown(place))
  const lines = apart.map(({ place, text }) => `  ${describeSource(place)}: ${shorten(text)}`)
  return [
    ...parts,
    ...(lines.length === 0 ? [] : [[style('bold', '… from elsewhere'), ...lines].join('\n')]),
  ].join('\n\n')
}

const kindStyles = { read: 'green', template: 'dim', error: 'red', warning: 'yellow', info: 'cyan' } as const

function formatLines(text: string, notes: readonly Note[], style: Style): string[] {
  const lines = text.split('\n')
  const width = String(lines.length).length
  const byLine = new Map<number, Note[]>()
  for (const note of notes) {
    const line = note.place.start?.line ?? 1
    byLine.set(line, [...(byLine.get(line) ?? []), note])
  }
  return lines.flatMap((line, index) => {
    const found = byLine.get(index + 1) ?? []
    const shown = `${String(index + 1).padStart(width)} │ ${shorten(line)}`
    const isTemplate = found.length > 0 && found.every(({ kind }) => kind === 'template')
    const unique = new Map(found.map((note) => [note.text, note]))
    return [
      isTemplate ? style('dim', shown) : shown,
      ...[...unique.values()].map(
        ({ text: note, kind, place }) =>
          `${' '.repeat(width)} │ ${style(kindStyles[kind], `╰ ${shorten(note)}${describeEnd(place)}`)}`,
      ),
    ]
  })
}

/** A commit message that tells nothing but a trace is named, not shown. */
function describeSource({ source, commit_sha }: Note['place']): string {
  return commit_sha === null ? source : `${source} ${commit_sha.slice(0, 7)}`
}

/** Where a longer stretch ends. */
function describeEnd({ start, end }: Note['place']): string {
  return start && end && end.line > start.line ? ` (to line ${end.line})` : ''
}

function shorten(text: string, limit = 160): string {
  const line = toSafeText(text).replace(/\t/g, '  ').replace(/\n/g, ' ').trimEnd()
  return cutText(line, limit)
}
