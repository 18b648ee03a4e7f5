// A label as written to the field it names.

import type { FieldLabels } from '../vocabulary/field-labels.ts'
import { normalizeTitle } from './normalize-title.ts'

/** The field of `labels` that `label` names, null when it names none. A trailing number is ignored. */
export function findField(label: string, labels: FieldLabels): string | null {
  let lookup = lookups.get(labels)
  if (!lookup) {
    lookup = new Map(
      Object.entries(labels).flatMap(([field, names]) => names.map((name) => [name, field] as const)),
    )
    lookups.set(labels, lookup)
  }
  const normal = normalizeTitle(label)
  return lookup.get(normal) ?? lookup.get(normal.replace(/\s*#?\d+$/, '')) ?? null
}

const lookups = new WeakMap<FieldLabels, Map<string, string>>()
