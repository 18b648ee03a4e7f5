// Says how the rows of two recordings differ in shape: types of rows, fields and kinds of values, never their content.

import { isJsonObject, type JsonObject } from '../../src/core/json.ts'

/** Where a value stands, such as `event_msg.payload(user_message).text`, with the kinds of values seen there. */
type Shapes = Map<string, Set<string>>

/**
 * Lines such as `+ event_msg.payload(item_completed)`, `- session_meta.payload.instructions` and
 * `~ turn_context.payload.summary: string → object`, sorted by place; of what is wholly new or gone only the top.
 */
export function compareShapes(before: readonly JsonObject[], after: readonly JsonObject[]): string[] {
  const old = shapesOf(before)
  const now = shapesOf(after)
  const lines: { place: string; line: string }[] = []
  for (const place of onlyIn(now, old)) lines.push({ place, line: `+ ${place}` })
  for (const place of onlyIn(old, now)) lines.push({ place, line: `- ${place}` })
  for (const [place, kinds] of now) {
    const oldKinds = old.get(place)
    if (!oldKinds || join(oldKinds) === join(kinds)) continue
    lines.push({ place, line: `~ ${place}: ${join(oldKinds)} → ${join(kinds)}` })
  }
  return lines.sort((a, b) => (a.place < b.place ? -1 : a.place > b.place ? 1 : 0)).map(({ line }) => line)
}

function shapesOf(rows: readonly JsonObject[]): Shapes {
  const shapes: Shapes = new Map()
  for (const row of rows) walk(shapes, row, '')
  shapes.delete('')
  return shapes
}

function walk(shapes: Shapes, value: unknown, place: string): void {
  if (isJsonObject(value)) walkObject(shapes, value, place)
  else if (Array.isArray(value)) {
    note(shapes, place, 'list')
    for (const item of value) walk(shapes, item, `${place}[]`)
  } else note(shapes, place, value === null ? 'null' : typeof value)
}

function walkObject(shapes: Shapes, value: JsonObject, place: string): void {
  const { type, ...others } = value
  const own = placeOf(place, type)
  note(shapes, place, 'object')
  note(shapes, own, 'object')
  if (type !== undefined && typeof type !== 'string') walk(shapes, type, `${own}.type`)
  for (const [key, item] of Object.entries(others)) walk(shapes, item, `${own}.${isName(key) ? key : '*'}`)
}

function placeOf(place: string, type: unknown): string {
  if (typeof type !== 'string') return place
  return place === '' ? type : `${place}(${type})`
}

/** Other keys are data: paths of files, ids. */
function isName(key: string): boolean {
  return /^[A-Za-z_$][\w$-]{0,60}$/.test(key) && !/\d{3}/.test(key)
}

function note(shapes: Shapes, place: string, kind: string): void {
  const kinds = shapes.get(place) ?? new Set()
  shapes.set(place, kinds.add(kind))
}

/** Places of `shapes` that are not in `others`, without those within another such place. */
function onlyIn(shapes: Shapes, others: Shapes): string[] {
  const only = [...shapes.keys()].filter((place) => !others.has(place)).sort()
  const tops: string[] = []
  for (const place of only) {
    const isWithin = (top: string) => place.startsWith(top) && /^[.[(]/.test(place.slice(top.length))
    if (!tops.some(isWithin)) tops.push(place)
  }
  return tops
}

function join(kinds: ReadonlySet<string>): string {
  return [...kinds].sort().join(' | ')
}
