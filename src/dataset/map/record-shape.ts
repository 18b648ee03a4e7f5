// Whether a record from outside has the types of the schema, and a copy of it in the schema’s order. Compiled from the
// schema into closures, since a general validator takes several times as long. Kinder than a writer must be: words of
// closed lists may be new, fields that have an empty value may be missing.

import type * as v from 'valibot'
import { isJsonObject, type JsonObject } from '../../core/json.ts'
import { maxFindings, maxPlaces, maxRows, maxTools } from '../../core/record/limit-rows.ts'
import { recordSchema, type WorklogRecord } from '../../core/record/schema.ts'
import { cleanText } from './clean-text.ts'
import { cleanTime } from './clean-time.ts'
import { copyUnknown, isKeptKey, isWord } from './copy-unknown.ts'

/** How to copy, and what was seen. */
export interface Shaping {
  /** Whether texts may hold what {@link cleanText} takes out. */
  cleanTexts: boolean
  /** Whether to keep fields that the schema does not know. */
  keepUnknown: boolean
  /** Whether what is no time becomes null instead of a problem. */
  dropBadTimes: boolean
  /** Set when there was a field that the schema does not know. */
  hasUnknown: boolean
  /** Set when a list was longer than a record’s may be. */
  isCut: boolean
}

/** What stands where something else was expected; `path` grows on its way up. */
class ShapeError extends Error {
  readonly path: (string | number)[] = []
}

type Check = (value: unknown, shaping: Shaping) => unknown
/** `fallback` gives the value of a missing field. */
interface Compiled {
  check: Check
  fallback: (() => unknown) | null
}

/** `value` as a record, or what is wrong with it. */
export function shapeRecord(
  value: unknown,
  shaping: Shaping,
): { record: WorklogRecord } | { problem: string } {
  try {
    return { record: recordShape.check(value, shaping) as WorklogRecord }
  } catch (error) {
    if (!(error instanceof ShapeError)) throw error
    return { problem: `\`${toPath(error.path)}\` ${error.message}` }
  }
}

const mostRows: Readonly<Record<string, number>> = {
  tools: maxTools,
  findings: maxFindings,
  places: maxPlaces,
}

function compile(schema: v.GenericSchema, name: string): Compiled {
  const steps = 'pipe' in schema ? (schema.pipe as v.PipeItem<unknown, unknown, v.BaseIssue<unknown>>[]) : []
  const bare = (steps[0] ?? schema) as v.GenericSchema
  if (bare !== schema && 'pipe' in bare) return compile(bare, name)
  switch (bare.type) {
    case 'nullable':
      return maybe(compile((bare as v.NullableSchema<v.GenericSchema, undefined>).wrapped, name))
    case 'object':
      return compileObject((bare as v.ObjectSchema<v.ObjectEntries, undefined>).entries, name)
    case 'array':
      return compileList((bare as v.ArraySchema<v.GenericSchema, undefined>).item, name)
    case 'number':
      return { check: compileNumber(steps), fallback: null }
    case 'boolean':
      return {
        check: (value) => (typeof value === 'boolean' ? value : fail(value, 'a boolean')),
        fallback: null,
      }
    case 'picklist':
      return { check: checkWord, fallback: null }
    default:
      return steps.some(({ type }) => type === 'iso_timestamp')
        ? { check: checkTime, fallback: null }
        : { check: checkText, fallback: null }
  }
}

/** A blank text says as little as none: no licence, and nothing to train on. */
function maybe({ check }: Compiled): Compiled {
  return {
    check(value, shaping) {
      const copy = value === null ? null : check(value, shaping)
      return typeof copy === 'string' && !/\S/.test(copy) ? null : copy
    },
    fallback: () => null,
  }
}

function compileObject(entries: v.ObjectEntries, name: string): Compiled {
  const names = Object.keys(entries)
  const known = new Set(names)
  const fields = names.map((key) => compile(entries[key] as v.GenericSchema, key))
  const check: Check = (value, shaping) => {
    if (!isJsonObject(value)) return fail(value, 'an object')
    const copy: Record<string, unknown> = {}
    let present = 0
    let index = 0
    try {
      for (; index < names.length; index++) {
        const key = names[index] as string
        const field = fields[index] as Compiled
        const item = value[key]
        if (item !== undefined) {
          present++
          copy[key] = field.check(item, shaping)
        } else if (field.fallback === null) fail(undefined, 'a value')
        else copy[key] = field.fallback()
      }
    } catch (error) {
      if (error instanceof ShapeError) error.path.push(names[index] as string)
      throw error
    }
    if (countKeys(value) > present) addUnknown(value, copy, { known, name }, shaping)
    return copy
  }
  const isOptional = fields.every(({ fallback }) => fallback !== null)
  const empty = () => Object.fromEntries(names.map((key, index) => [key, fields[index]?.fallback?.()]))
  return { check, fallback: isOptional ? empty : null }
}

function addUnknown(
  value: JsonObject,
  copy: Record<string, unknown>,
  { known, name }: { known: ReadonlySet<string>; name: string },
  shaping: Shaping,
): void {
  shaping.hasUnknown = true
  if (!shaping.keepUnknown) return
  for (const key of Object.keys(value).sort()) {
    if (!known.has(key) && isKeptKey(key)) copy[key] = copyUnknown(value[key], name, key)
  }
}

function countKeys(value: JsonObject): number {
  let count = 0
  for (const _ in value) count++
  return count
}

function compileList(item: v.GenericSchema, name: string): Compiled {
  const most = mostRows[name] ?? maxRows
  const { check } = compile(item, name)
  return {
    fallback: () => [],
    check(value, shaping) {
      if (!Array.isArray(value)) return fail(value, 'a list')
      const length = Math.min(value.length, most)
      if (length < value.length) shaping.isCut = true
      const copy: unknown[] = new Array(length)
      let index = 0
      try {
        for (; index < length; index++) copy[index] = check(value[index], shaping)
      } catch (error) {
        if (error instanceof ShapeError) error.path.push(index)
        throw error
      }
      return copy
    },
  }
}

function compileNumber(steps: readonly object[]): Check {
  let least = 0
  let most = Number.MAX_SAFE_INTEGER
  for (const step of steps) {
    if (!('type' in step && 'requirement' in step)) continue
    if (step.type === 'min_value') least = step.requirement as number
    if (step.type === 'max_value') most = step.requirement as number
  }
  const expected =
    most === Number.MAX_SAFE_INTEGER
      ? `a whole number from ${least}`
      : `a whole number from ${least} to ${most}`
  return (value) =>
    Number.isSafeInteger(value) && (value as number) >= least && (value as number) <= most
      ? value
      : fail(value, expected)
}

const checkText: Check = (value, { cleanTexts }) => {
  if (typeof value !== 'string') return fail(value, 'a text')
  return cleanTexts ? cleanText(value) : value
}

/** New words of closed lists are welcome, but redaction does not look at them: nothing else may be one. */
const checkWord: Check = (value) =>
  typeof value === 'string' && isWord(value) ? value : fail(value, 'a word such as `declared`')

const checkTime: Check = (value, { dropBadTimes }) => {
  const time = typeof value === 'string' ? cleanTime(value) : null
  return time ?? (dropBadTimes ? null : fail(value, 'a time such as `2026-11-26T10:00:00Z`'))
}

function fail(value: unknown, expected: string): never {
  const kind = value === undefined ? 'missing' : `${describeKind(value)}`
  throw new ShapeError(`is ${kind}, expected ${expected}`)
}

function describeKind(value: unknown): string {
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'a list'
  if (typeof value === 'object') return 'an object'
  return typeof value === 'string' ? 'a text' : `a ${typeof value}`
}

/** `prompts[3].text`: names of the schema’s only. */
function toPath(reversed: readonly (string | number)[]): string {
  const path = reversed
    .toReversed()
    .map((part) => (typeof part === 'number' ? `[${part}]` : `.${part}`))
    .join('')
  return path.replace(/^\./, '') || 'record'
}

const recordShape = compile(recordSchema, '')
