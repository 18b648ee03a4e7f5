// The corrections section: what a human changed in the AI's output, why, where, and the code before and after.

import { correctionLabels } from '../../vocabulary/field-labels.ts'
import { type Entry, entryText } from '../entry.ts'
import type { Passage } from '../passage.ts'
import type { Told } from '../prose/told.ts'
import { readEntries } from '../read-entries.ts'
import { parseCategory } from '../shapes/category.ts'
import { isDenial } from '../shapes/denial.ts'
import { splitDiff } from '../shapes/diff.ts'
import { isGenericTitle } from '../shapes/generic-title.ts'
import { splitReasons, splitTurn } from '../shapes/reasons.ts'
import { withoutColon } from '../shapes/without-colon.ts'
import type { Stated } from './stated.ts'

export interface StatedCorrection extends Stated {
  summary: string
  reason: string | null
  path: string | null
  before: string | null
  after: string | null
}

/** Reads the corrections of `passages`, in order. */
export function readCorrections(passages: readonly Passage[], source: string): StatedCorrection[] {
  return passages
    .flatMap((passage) => readEntries(passage.blocks, source, correctionLabels))
    .map(readCorrection)
    .filter((correction) => correction !== null)
}

function readCorrection(entry: Entry): StatedCorrection | null {
  const field = (name: keyof typeof correctionLabels) => entry.fields.get(name)?.text ?? null
  const text = entryText(entry)
  const title = entry.title !== null && !isGenericTitle(entry.title) ? entry.title : null
  if (entry.fields.size === 0 && isDenial(text, 'corrections')) return null
  const diff = readDiff(entry)
  const before = field('before') ?? diff?.before ?? null
  const after = field('after') ?? diff?.after ?? null
  const summary =
    field('what') ?? title ?? (text || (describeChange(before, after) ?? field('reason') ?? field('path')))
  if (!summary) return null
  return {
    start: entry.start,
    end: entry.end,
    summary: entry.isDrafted ? summary : withoutColon(summary),
    reason: field('reason') ?? splitReasons(text).cause,
    category: parseCategory(field('category')),
    path: field('path') ?? readPath(entry),
    before,
    after,
    tool: field('tool'),
    prompt: field('prompt'),
  }
}

/** A correction told in prose. */
export function toldCorrection({ text, start, end }: Told): StatedCorrection {
  const unsaid = { category: null, path: null, before: null, after: null, tool: null, prompt: null }
  return {
    start,
    end,
    summary: text,
    reason: splitReasons(text).cause ?? splitTurn(text)?.before ?? null,
    ...unsaid,
  }
}

/** A correction that shows only code is summed up by it. */
function describeChange(before: string | null, after: string | null): string | null {
  if (before === null || after === null) return before ?? after
  return `${before} → ${after}`
}

function readDiff(entry: Entry) {
  const code = entry.codes.find(({ lang }) => lang !== null && /^(?:diff|patch)$/i.test(lang))
  return code ? splitDiff(code.value) : null
}

/** The first inline code, or the title, that is plainly a file. */
function readPath(entry: Entry): string | null {
  const shown = [...entry.lines.flatMap((line) => line.codes), ...(entry.title === null ? [] : [entry.title])]
  return shown.find((code) => code.length <= maxPathLength && filePath.test(code)) ?? null
}

const maxPathLength = 300
const filePath =
  /^(?:[\w.@()[\]-]+\/)*[\w.@()[\]-]+\.[a-zA-Z][a-zA-Z0-9]{0,9}(?::\d+(?:-\d+)?)?$|^(?:[\w.@-]+\/)+[\w.@-]+$/
