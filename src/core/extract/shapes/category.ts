// A category as written to the record's closed list. Null unless it is plainly one of them.

import { type Category, categories } from '../../vocabulary/categories.ts'

/** `Hallucinated API` and `hallucinated_api` are one category; text outside the list is null. */
export function parseCategory(text: string | null): Category | null {
  if (text === null) return null
  const id = text
    .toLowerCase()
    .trim()
    .replace(/[\s-]+/g, '_')
    .replace(/[^a-z_]/g, '')
  return categories.find((category) => category === id) ?? null
}
