// What was looked at, when no record was in it.

import type { Collected } from '../../dataset/sources/collected.ts'

/** Such as `files: 3, ignored: 1`; counts of 0 that say nothing are left out. */
export function describeFound({ counts }: Pick<Collected, 'counts'>): string {
  const entries = Object.entries(counts).filter(([name, count]) => count > 0 || name === 'files')
  if (entries.length === 0) return 'nothing was there'
  return entries.map(([name, count]) => `${name.replaceAll('_', ' ')}: ${count}`).join(', ')
}
