// What the report calls months, tools, categories and kinds of outcome.

import { findTool } from '../../core/vocabulary/tools-index.ts'

/** `2026-11` of 202611; `unknown` for null and for what is no month. */
export function monthName(month: number | null): string {
  const digits = String(month)
  return isMonth(month) ? `${digits.slice(0, 4)}-${digits.slice(4)}` : 'unknown'
}

/** Whether it is one, as 202611 is. */
export function isMonth(month: number | null): month is number {
  return month !== null && /^\d{4}(?:0[1-9]|1[0-2])$/.test(String(month))
}

/** The vocabulary’s name, since a record from outside may call a tool as it likes; else the name as written. */
export function toolLabel(tool: { tool_id: string | null; tool_name: string | null }): string {
  const known = tool.tool_id === null ? null : findTool(tool.tool_id)
  return known?.name ?? tool.tool_name ?? 'not known'
}

/** `hallucinated api` of `hallucinated_api`. */
export function categoryLabel(category: string | null): string {
  return category === null ? 'not stated' : category.replaceAll('_', ' ')
}
