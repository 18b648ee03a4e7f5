// The failures section: what was tried or went wrong, the error, its cause, and what changed.

import { failureLabels } from '../../vocabulary/field-labels.ts'
import { type Entry, entryText } from '../entry.ts'
import type { Passage } from '../passage.ts'
import type { Told } from '../prose/told.ts'
import { readEntries } from '../read-entries.ts'
import { parseCategory } from '../shapes/category.ts'
import { isDenial } from '../shapes/denial.ts'
import { isGenericTitle } from '../shapes/generic-title.ts'
import { splitReasons, splitTurn } from '../shapes/reasons.ts'
import { withoutColon } from '../shapes/without-colon.ts'
import type { Stated } from './stated.ts'

export interface StatedFailure extends Stated {
  summary: string
  error: string | null
  cause: string | null
  resolution: string | null
}

/** Reads the failures of `passages`, in order. */
export function readFailures(passages: readonly Passage[], source: string): StatedFailure[] {
  return passages
    .flatMap((passage) => readEntries(passage.blocks, source, failureLabels))
    .map(readFailure)
    .filter((failure) => failure !== null)
}

function readFailure(entry: Entry): StatedFailure | null {
  const field = (name: keyof typeof failureLabels) => entry.fields.get(name)?.text ?? null
  const text = entryText(entry)
  const title = entry.title !== null && !isGenericTitle(entry.title) ? entry.title : null
  if (entry.fields.size === 0 && isDenial(text, 'failures')) return null
  const prose = splitReasons(text)
  const error = field('error') ?? prose.error ?? readShownError(entry)
  const summary =
    field('attempt') ?? title ?? (text || firstLine(error ?? field('cause') ?? field('resolution') ?? ''))
  if (summary === '') return null
  return {
    start: entry.start,
    end: entry.end,
    summary: entry.isDrafted ? summary : withoutColon(summary),
    error,
    cause: field('cause') ?? prose.cause,
    resolution: field('resolution') ?? prose.resolution,
    category: parseCategory(field('category')),
    tool: field('tool'),
    prompt: field('prompt'),
  }
}

/** A fence or an inline code that is plainly an error message. */
function readShownError(entry: Entry): string | null {
  const [first] = entry.codes
  const code = entry.lines.length === 0 ? first : entry.codes.find(({ value }) => errorWords.test(value))
  if (code) return code.value
  return entry.lines.flatMap((line) => line.codes).find((inline) => errorMessage.test(inline)) ?? null
}

const errorWords =
  /error|exception|traceback|panic|fail|cannot|fatal|expected|undefined|not found|denied|timed out|invalid|unable/i
const errorMessage = /\b(?:\w{0,80}(?:Error|Exception)|error|fatal|panic(?:ked)?)(?::| at | in )/

function firstLine(text: string): string {
  return text.split('\n', 1)[0] ?? ''
}

/** A failure told in prose, with the causes and resolutions its sentences mark as such. */
export function toldFailure({ text, start, end }: Told): StatedFailure {
  const { error, cause, resolution } = splitReasons(text)
  const rest = { resolution: resolution ?? splitTurn(text)?.after ?? null }
  return { start, end, summary: text, error, cause, ...rest, category: null, tool: null, prompt: null }
}
