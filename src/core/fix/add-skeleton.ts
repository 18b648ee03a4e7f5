// Adds what a check found missing as headings and placeholders. It answers nothing, and changes no byte of what is there.

import type { Check } from '../check-pull-request.ts'
import type { SectionName } from '../record/section-name.ts'
import { renderSections, renderTemplate } from '../render/render-section-template.ts'
import { wantedSections } from '../render/wanted-sections.ts'
import { sectionHeadings } from '../vocabulary/section-headings.ts'

export interface Skeleton {
  body: string
  /** Headings whose placeholder was added, in our words; empty when nothing is missing. */
  added: string[]
}

type Section = Check['extraction']['rows']['sections'][number]

/**
 * `body`, which `check` is of, with the sections that the policy wants and that are not there. They follow the sections
 * that are; without any, where more text follows those, or when they shall be apart, they make a section `AI worklog` at
 * the end. An empty section gets its placeholder.
 */
export function addSkeleton(body: string, { record, extraction }: Check, isApart = false): Skeleton {
  const placed = extraction.rows.sections.filter(
    ({ place }) => place?.source === 'body' && place.end !== null,
  )
  const isSilent = record.findings.some(({ rule }) => rule === 'required-statement')
  if (isSilent && placed.length === 0) return { body: append(body, renderTemplate()), added: ['AI worklog'] }
  const wanted = wantedSections(record)
  const states = new Map(placed.map((section) => [section.name, section]))
  const empty = wanted.filter((name) => hasTitleOnly(body, states.get(name)))
  const absent = wanted.filter((name) => !states.has(name))
  const last = Math.max(-1, ...placed.map(endOf))
  const depth = depthAt(body, placed)
  const isBeside = !isApart && last >= 0 && endsSection(body, last, depth)
  // From the end, so that the offsets before stay right.
  const inserts = empty.map((name) => ({ at: endOf(states.get(name)), text: sectionHeadings[name].snippet }))
  if (absent.length > 0 && isBeside) inserts.push({ at: last, text: renderSections(absent, depth) })
  let fixed = body
  for (const { at, text } of inserts.sort((a, b) => a.at - b.at).reverse()) fixed = insert(fixed, at, text)
  if (absent.length > 0 && !isBeside) fixed = append(fixed, `## AI worklog\n\n${renderSections(absent)}`)
  return { body: fixed, added: [...empty, ...absent].map(headingOf) }
}

function headingOf(name: SectionName): string {
  return sectionHeadings[name].heading
}

function endOf(section: Section | undefined): number {
  return section?.place?.end?.offset ?? -1
}

/** A section whose placeholder nobody has filled in is as empty, and needs no second one. */
function hasTitleOnly(body: string, section: Section | undefined): boolean {
  if (section?.state !== 'empty') return false
  const text = body.slice(section.place?.start?.offset ?? 0, endOf(section)).trim()
  return !/[\r\n]/.test(text)
}

/** How deep the headings of the first such section are; 3 when it has none. */
function depthAt(body: string, sections: readonly Section[]): number {
  for (const { place } of sections) {
    const marks = /^#{1,6}(?=[ \t])/.exec(body.slice(place?.start?.offset ?? body.length))
    if (marks) return marks[0].length
  }
  return 3
}

/** Whether nothing stands behind `offset` that a section of `depth` put there would take in as its answer. */
function endsSection(body: string, offset: number, depth: number): boolean {
  const rest = body.slice(offset).replace(/^(?:\s|<\/\w+>|<!--[\s\S]*?-->)+/, '')
  return rest === '' || new RegExp(`^#{1,${depth}}[ \t]`).test(rest)
}

function append(body: string, text: string): string {
  return insert(body, body.length, text)
}

/** `text` as blocks of their own at `at`, in the line endings of `body`, which all stay. */
function insert(body: string, at: number, text: string): string {
  const end = at + (/^[ \t]+/.exec(body.slice(at))?.[0].length ?? 0)
  const before = body.slice(0, end)
  const after = body.slice(end)
  const newline = body.includes('\r\n') ? '\r\n' : '\n'
  const written = text.trimEnd().replaceAll('\n', newline)
  const above = before.trim() === '' ? 0 : 2 - countNewlines(before.slice(before.trimEnd().length))
  const below = (after.trim() === '' ? 1 : 2) - countNewlines(/^[\r\n]*/.exec(after)?.[0] ?? '')
  return before + newline.repeat(Math.max(0, above)) + written + newline.repeat(Math.max(0, below)) + after
}

function countNewlines(text: string): number {
  return text.match(/\r\n|\r|\n/g)?.length ?? 0
}
