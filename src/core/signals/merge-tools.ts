// Folds the tools of several readings into one row a tool and model.

import type { Place } from '../document/place.ts'
import { maxPlaces, maxTools } from '../record/limit-rows.ts'
import type { WorklogRecord } from '../record/schema.ts'
import { findTool } from '../vocabulary/tools-index.ts'

/** A row of the record's `tools` before it is numbered. */
export type ToolRow = Omit<WorklogRecord['tools'][number], 'seq'>

/**
 * Folds rows that are the same tool with compatible version and model; what one leaves out the other fills in.
 * Earlier rows win: give the declared ones first. A model's family (`Claude`, when only a model is named) folds into
 * a product of the same vendor (`Claude Code`), or into any tool that already names that very model. Gives at most one
 * row more than a record holds.
 */
export function mergeTools(declared: readonly ToolRow[], signalled: readonly ToolRow[]): ToolRow[] {
  const rows: ToolRow[] = []
  for (const row of [...declared.slice(0, maxCompared), ...signalled.slice(0, maxCompared)]) {
    const index = rows.findIndex((known) => isSame(known, row))
    const known = rows[index]
    if (known) rows[index] = fold(known, row)
    else if (rows.length <= maxTools) rows.push({ ...row, places: [...row.places] })
  }
  return settle(rows)
}

/** Each row is compared with every tool, and whoever names one four thousand times only tells where. */
const maxCompared = 4000

/** A row that gained a model or a product may now equal another. */
function settle(rows: ToolRow[]): ToolRow[] {
  const settled: ToolRow[] = []
  // A family named without a model may stand before the product that explains it.
  for (const row of rows) {
    const index = settled.findIndex((known) => isSame(known, row))
    const known = settled[index]
    if (known) settled[index] = fold(known, row)
    else settled.push(row)
  }
  return settled
}

function isSame(a: ToolRow, b: ToolRow): boolean {
  if (!fits(a.version, b.version) || !fitsModel(a, b)) return false
  if (a.tool_id === null || b.tool_id === null) {
    return a.tool_id === b.tool_id && a.name.toLowerCase() === b.name.toLowerCase()
  }
  if (a.tool_id === b.tool_id) return true
  const sameVendor = a.vendor === b.vendor
  const sameModel = a.model_id !== null && a.model_id === b.model_id
  return isFamily(a) !== isFamily(b) && (sameVendor || sameModel)
}

function isFamily(row: ToolRow): boolean {
  return row.tool_id !== null && findTool(row.tool_id)?.family === true
}

function fits(a: string | null, b: string | null): boolean {
  return a === null || b === null || a === b
}

/** Equal models, or one row without, or one with the tier only: `claude-opus` and `claude-opus-4-6`. */
function fitsModel(a: ToolRow, b: ToolRow): boolean {
  if (a.model === null || b.model === null) return true
  if (a.model_id === null || b.model_id === null) return a.model.toLowerCase() === b.model.toLowerCase()
  return a.model_id === b.model_id || isTierOf(a.model_id, b.model_id) || isTierOf(b.model_id, a.model_id)
}

function isTierOf(tier: string, model: string): boolean {
  return !/\d/.test(tier) && model.startsWith(`${tier}-`)
}

function fold(a: ToolRow, b: ToolRow): ToolRow {
  const product = isFamily(a) && !isFamily(b) ? b : a
  const isCloser =
    a.model === null || (b.model_id !== null && a.model_id !== null && isTierOf(a.model_id, b.model_id))
  const model = isCloser && b.model !== null ? b : a
  return {
    tool_id: product.tool_id,
    name: product.name,
    vendor: product.vendor,
    version: a.version ?? b.version,
    model: model.model,
    model_id: model.model_id,
    used_for: a.used_for ?? b.used_for,
    places: [
      ...a.places,
      ...b.places.filter((place) => !a.places.some((known) => isEqual(known, place))),
    ].slice(0, maxPlaces),
    basis: a.basis === 'declared' || b.basis === 'declared' ? 'declared' : a.basis,
  }
}

function isEqual(a: Place, b: Place): boolean {
  return (
    a.source === b.source &&
    a.commit_sha === b.commit_sha &&
    a.start?.offset === b.start?.offset &&
    a.end?.offset === b.end?.offset
  )
}
