// Fields that a newer minor version of the format added: kept as they are, as far as they can do no harm.

import { isOfClosedSet } from '../../core/redact/closed-sets.ts'
import { cleanText } from './clean-text.ts'

const mostDepth = 8
const mostItems = 1000

/** Names of fields as the format writes them; a stranger’s key could hold anything, and redaction looks at values only. */
export function isKeptKey(key: string): boolean {
  return /^[a-z][a-z_]{0,38}\d?$/.test(key)
}

/** True for words as closed lists have them, which no secret is. */
export function isWord(text: string): boolean {
  return /^[A-Za-z][A-Za-z_]{0,39}$/.test(text)
}

/** A copy of `value`, which is at `key` within `parent`, not too deep and not too wide; what is cut off is null. */
export function copyUnknown(value: unknown, parent: string, key: string, depth = 0): unknown {
  // Redaction takes a field of that name for one of a closed list.
  if (typeof value === 'string') return isOfClosedSet(parent, key) && !isWord(value) ? null : cleanText(value)
  if (typeof value !== 'object' || value === null) return value
  if (depth >= mostDepth) return null
  if (Array.isArray(value))
    return value.slice(0, mostItems).map((item) => copyUnknown(item, parent, key, depth + 1))
  return Object.fromEntries(
    Object.entries(value)
      .filter(([name]) => isKeptKey(name))
      .slice(0, mostItems)
      .map(([name, item]) => [name, copyUnknown(item, key, name, depth + 1)]),
  )
}
