// The texts of a pull request with notes on what was read from where, for an author who wonders. What the record does
// not hold is not shown either: logs keep what is printed.

import type { Check } from '../core/check-pull-request.ts'
import { hideMarks } from '../core/document/draft-marks.ts'
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
  const bySource = groupBy(notes, ({ place }) => `${place.source} ${place.commit_sha}`)
  const parts = extraction.documents.flatMap(({ ref, source }) => {
    const own = bySource.get(`${ref.source} ${ref.commitSha}`) ?? []
    if (ref.source !== 'body' && own.length === 0) return []
    const title =
      ref.source === 'body'
        ? 'What was read from the description'
        : `… from commit ${ref.commitSha?.slice(0, 7)}`
    return [[style('bold', title), ...formatLines(maskText(source.text, redaction), own, style)].join('\n')]
  })
  const sources = new Set(extraction.documents.map(({ ref }) => `${ref.source} ${ref.commitSha}`))
  const isShown = ({ source, commit_sha, start }: Note['place']) =>
    start !== null && sources.has(`${source} ${commit_sha}`)
  const apart = notes.filter(({ place }) => !isShown(place))
  const lines = apart.map(({ place, text }) => `  ${describeSource(place)}: ${shorten(text)}`)
  return [
    ...parts,
    ...(lines.length === 0 ? [] : [[style('bold', '… from elsewhere'), ...lines].join('\n')]),
  ].join('\n\n')
}

// `Map.groupBy` is not in Node 20.
function groupBy<K>(notes: readonly Note[], keyOf: (note: Note) => K): Map<K, Note[]> {
  const groups = new Map<K, Note[]>()
  for (const note of notes) {
    const known = groups.get(keyOf(note))
    if (known) known.push(note)
    else groups.set(keyOf(note), [note])
  }
  return groups
}

const kindStyles = { read: 'green', template: 'dim', error: 'red', warning: 'yellow', info: 'cyan' } as const

function formatLines(text: string, notes: readonly Note[], style: Style): string[] {
  const lines = text.split('\n')
  const width = String(lines.length).length
  const byLine = groupBy(notes, ({ place }) => place.start?.line ?? 1)
  return lines.flatMap((line, index) => {
    const found = byLine.get(index + 1) ?? []
    const shown = `${String(index + 1).padStart(width)} │ ${shorten(hideMarks(line))}`
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
