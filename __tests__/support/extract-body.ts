// The record of a body alone, and its rows without what counts and places them.

import { extractRecord } from '../../src/core/extract-record.ts'
import { createPullRequest } from '../../src/core/pull-request.ts'
import type { WorklogRecord } from '../../src/core/record/schema.ts'

/** The record of a pull request of which only `body` is known. */
export function extractBody(body: string): WorklogRecord {
  return extractRecord(createPullRequest({ body }), {
    generatedAt: '2026-01-01T00:00:00.000Z',
    version: '0.0.0-test',
  })
}

/** What `rows` say: their fields that are neither null nor about where they stand. */
export function tell(rows: readonly object[]): Record<string, unknown>[] {
  return rows.map((row) =>
    Object.fromEntries(
      Object.entries(row).filter(
        ([key, value]) => value !== null && !['seq', 'place', 'places', 'basis', 'length'].includes(key),
      ),
    ),
  )
}
