// Fields that a newer minor version of the format added: kept as they are, as far as they can do no harm.

import { cleanText } from './clean-text.ts'

const mostDepth = 8
const mostItems = 1000

/** Names of fields as the format writes them; a stranger’s key could hold anything, and redaction looks at values only. */
export function isKeptKey(key: string): boolean {
  return /^[a-z][a-z_]{0,38}\d?$/.test(key) && key !== '__proto__'
}

/** A copy of `value` that is not too deep and not too wide; what is cut off is null. */
export function copyUnknown(value: unknown, depth = 0): unknown {
  if (typeof value === 'string') return cleanText(value)
  if (typeof value !== 'object' || value === null) return value
  if (depth >= mostDepth) return null
  if (Array.isArray(value)) return value.slice(0, mostItems).map((item) => copyUnknown(item, depth + 1))
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => isKeptKey(key))
      .slice(0, mostItems)
      .map(([key, item]) => [key, copyUnknown(item, depth + 1)]),
  )
}
