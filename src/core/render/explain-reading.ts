// What was read from where, as notes on the places of a text: why the record says what it says.

import type { Place } from '../document/place.ts'
import type { Extraction } from '../extract/extraction.ts'
import type { WorklogRecord } from '../record/schema.ts'

export interface Note {
  place: Place
  /** One line; may hold text from outside. */
  text: string
  kind: 'read' | 'template' | WorklogRecord['findings'][number]['severity']
}

/** The notes on `record`, in no particular order. */
export function explainReading(record: WorklogRecord, extraction: Extraction): Note[] {
  const read = (text: string, ...places: (Place | null)[]): Note[] =>
    places.flatMap((place) => (place === null ? [] : [{ place, text, kind: 'read' as const }]))
  return [
    ...extraction.statements.flatMap(({ answer, place }) =>
      read(answer === 'used' ? 'says that AI was used' : 'says that no AI was used', place),
    ),
    ...record.sections.flatMap(({ name, state, place }) => read(`section ${name}: ${state}`, place)),
    ...record.tools.flatMap((tool) => read(describeTool(tool), ...tool.places)),
    ...record.prompts.flatMap(({ seq, kind, place }) =>
      read(kind === 'initial' ? `prompt ${seq}` : `prompt ${seq}, a refinement`, place),
    ),
    ...record.failures.flatMap(({ seq, place }) => read(`failed attempt ${seq}`, place)),
    ...record.corrections.flatMap(({ seq, place }) => read(`manual correction ${seq}`, place)),
    ...record.review.attestations.flatMap(({ checked, place }) =>
      read(checked ? 'review, ticked' : 'review, not ticked', place),
    ),
    ...record.links.flatMap(({ kind, place }) => read(`link to a ${kind}`, place)),
    ...record.signals.flatMap(({ kind, tool_id, place }) =>
      read(`trace of AI: ${kind}${tool_id === null ? '' : `, ${tool_id}`}`, place),
    ),
    ...read(`consent to training: ${extraction.consent?.training}`, extraction.consent?.place ?? null),
    ...extraction.template.places.map((place) => ({
      place,
      text: 'text of the template, not an answer',
      kind: 'template' as const,
    })),
    ...record.findings.flatMap(({ place, severity, reason, rule }) =>
      place === null ? [] : [{ place, text: `${reason} (${rule})`, kind: severity }],
    ),
  ]
}

function describeTool({ name, version, model, basis }: WorklogRecord['tools'][number]): string {
  const named = [name, version, model && `(${model})`].filter(Boolean).join(' ')
  return `tool: ${named}${basis === 'signal' ? ', from a trace' : ''}`
}
