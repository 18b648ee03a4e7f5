// A new draft into a description that has an older one: what the human wrote wins.

import { mayHoldMarks, readStartMark, writeEndMark, writeStartMark } from '../document/draft-marks.ts'
import { parseMarkdown } from '../document/parse-markdown.ts'
import { createSourceText, type SourceText } from '../document/source-text.ts'
import { createItems, draftedSections } from './create-items.ts'
import type { Draft } from './draft.ts'
import { fitDraft } from './fit-draft.ts'
import { type Edit, placeItems } from './place-items.ts'
import type { RenderOptions } from './render-draft.ts'
import { renderSection } from './render-section.ts'
import { type Survey, surveyBody } from './survey-body.ts'

export interface Merged {
  body: string
  added: number
  /** Items that were as drafted before and have changed since. */
  updated: number
  /** Items that a human changed or deleted, and that therefore stay so. */
  kept: number
}

/** `body` with `draft` merged into its section, which is appended when there is none. All else keeps every byte. */
export function mergeDraft(body: string, draft: Draft, { version }: RenderOptions): Merged {
  const fit = fitDraft(draft, (some) => renderSection(some, version))
  const items = createItems(fit)
  const keys = draftedSections.flatMap((name) => items[name].map(({ key }) => key))
  const source = createSourceText(body, { source: 'body', commitSha: null })
  const parsed = parseMarkdown(source.text)
  const survey = parsed.state === 'read' ? surveyBody(parsed.tree, source.text) : null
  // What cannot be read cannot be merged into, and must not have two sections.
  if (survey === null && mayHoldMarks(body)) return { body, added: 0, updated: 0, kept: 0 }
  const region = survey?.region ?? null
  if (survey === null || region === null) {
    return { body: addSection(body, renderSection(fit, version)), added: keys.length, updated: 0, kept: 0 }
  }
  const merged = { added: 0, updated: 0, kept: 0 }
  const edits: Edit[] = []
  const fresh: string[] = []
  for (const name of draftedSections) {
    const isLeftOut = fit.promptsLeftOut === true && name === 'prompts'
    const placed = placeItems(name, items[name], isLeftOut, source.text, { ...survey, region })
    edits.push(...placed.edits)
    fresh.push(...placed.fresh)
    merged.added += placed.added
    merged.updated += placed.updated
    merged.kept += placed.kept
  }
  if (edits.length === 0) return { body, ...merged }
  const result = applyEdits(body, source, [...edits, ...placeMarks(survey, region, version, keys)])
  // In a fence that somebody left open nobody would find them again, and they would be added each time.
  return hasItems(result, fresh) ? { body: result, ...merged } : { ...merged, body, added: 0, updated: 0 }
}

/** Whether `body` has the items `keys` where they are seen, and the mark that names them. */
function hasItems(body: string, keys: readonly string[]): boolean {
  const { text } = createSourceText(body, { source: 'body', commitSha: null })
  const parsed = parseMarkdown(text)
  if (parsed.state !== 'read') return false
  const { items, endMark } = surveyBody(parsed.tree, text)
  return endMark !== null && keys.every((key) => items.has(key))
}

function placeMarks(
  { startMark, endMark }: Survey,
  region: { start: number; end: number },
  version: string,
  keys: readonly string[],
): Edit[] {
  const all = [...new Set([...(endMark?.keys ?? []), ...keys])]
  const [start, end] = [writeStartMark(version), writeEndMark(all)]
  return [
    startMark
      ? { start: startMark.start, end: startMark.end, text: start }
      : { start: region.start, end: region.start, text: `${start}\n\n` },
    endMark
      ? { start: endMark.start, end: endMark.end, text: end }
      : { start: region.end, end: region.end, text: `\n\n${end}` },
  ]
}

/** Applies `edits`, which do not overlap; what is put in at one offset keeps its order. */
function applyEdits(body: string, source: SourceText, edits: readonly Edit[]): string {
  const newline = newlineOf(body)
  const sorted = [...edits].sort((a, b) => a.start - b.start || a.end - b.end)
  let merged = ''
  let from = 0
  for (const { start, end, text } of sorted) {
    merged += body.slice(from, source.pointAt(start).offset) + text.replaceAll('\n', newline)
    from = source.pointAt(end).offset
  }
  return merged + body.slice(from)
}

/** `body` with `section` behind an empty line; in front of it where what it leaves open would swallow the section. */
function addSection(body: string, section: string): string {
  const newline = newlineOf(body)
  const own = section.replaceAll('\n', newline)
  if (body === '') return own
  const end = /\n?[ \t]*\n?$/.exec(body.slice(-1000).replace(/\r\n?/g, '\n'))?.[0] ?? ''
  const gap = newline.repeat(2 - (end.split('\n').length - 1))
  const appended = `${body}${gap}${own}`
  return isSeen(appended) ? appended : `${own}${newline}${body}`
}

function isSeen(body: string): boolean {
  const { text } = createSourceText(body, { source: 'body', commitSha: null })
  const parsed = parseMarkdown(text)
  if (parsed.state !== 'read') return true
  return parsed.tree.children.some((node) => node.type === 'html' && readStartMark(node.value) !== null)
}

function newlineOf(body: string): string {
  return body.includes('\r\n') ? '\r\n' : '\n'
}
